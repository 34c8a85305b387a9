import { useEffect, useRef, useState, type ReactNode } from "react";
import { CommandKeys } from "#renderer/app/command-keys.tsx";
import { goToPane } from "#renderer/app/panes.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StoryId } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import { KEEP_NAME_ID } from "./history-desk.ts";

const NAME_MAX = 200;

interface KeepVersionProps {
  readonly story: StoryId;
  /** Gives the focus back to the timeline. */
  readonly onLeave: () => void;
  readonly onKept: () => void;
}

function KeepField({ story, onLeave, onKept }: KeepVersionProps): ReactNode {
  const { bridge, history, notices, page } = useWorkbench();
  const [name, setName] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const leave = (): void => {
    const from = history.keepAsked.get();
    history.keepAsked.set("no");
    if (from === "page") goToPane("page", page);
    else onLeave();
  };

  const keep = async (): Promise<void> => {
    const session = page.session.get();
    const wanted = name.trim();
    if (wanted === "") {
      setTrouble(words().history.keep.noName);
      return;
    }
    if (session !== null && !(await session.flush())) {
      setTrouble(words().history.keep.notSaved);
      return;
    }
    const answer = await bridge.desk.revisions.keep({ story, name: wanted });
    if (!answer.ok) {
      setTrouble(answer.error.message);
      return;
    }
    notices.tell(words().history.keep.kept({ name: wanted }));
    onKept();
    leave();
  };

  const said = words().history.keep;
  return (
    <form
      className="history-keep"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label htmlFor={KEEP_NAME_ID}>{said.as}</label>
      <div className="history-keep-line">
        <input
          className="line-field"
          ref={field}
          id={KEEP_NAME_ID}
          value={name}
          maxLength={NAME_MAX}
          autoComplete="off"
          aria-invalid={trouble !== null}
          aria-describedby={trouble === null ? undefined : `${KEEP_NAME_ID}-trouble`}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            leave();
          }}
        />
        <button type="submit" className="button primary">
          {said.keep}
        </button>
        <button type="button" className="quiet-button" onClick={leave}>
          {said.cancel}
        </button>
      </div>
      {trouble === null ? null : (
        <p id={`${KEEP_NAME_ID}-trouble`} className="history-trouble" role="alert">
          {trouble}
        </p>
      )}
    </form>
  );
}

/** Keeps the story as it stands now under a name: a button, and a field in its place once it is pressed. */
export function KeepVersion(props: KeepVersionProps): ReactNode {
  const { history } = useWorkbench();
  const asked = useObservable(history.keepAsked);
  if (asked !== "no") return <KeepField {...props} />;
  return (
    <div className="history-keep">
      <button type="button" className="button" onClick={() => history.keepAsked.set("rail")}>
        {words().history.keep.ask} <CommandKeys command="story.keep" />
      </button>
    </div>
  );
}
