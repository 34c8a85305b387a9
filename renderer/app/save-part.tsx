import { useEffect, useState, type ReactNode } from "react";
import type { SaveState, SessionStatus } from "#renderer/editor/story-session.ts";
import { behindLetters } from "./behind-letters.ts";
import { saveWords, type SaveWords } from "./save-words.ts";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import { words } from "#shared/language/index.ts";

/** Says aloud only what a person must know: that saving fails, and that it works again. */
function SaveAnnouncer({ said }: { readonly said: SaveWords }): ReactNode {
  const [wasWrong, setWasWrong] = useState(false);
  if (said.wrong && !wasWrong) setWasWrong(true);
  return (
    <output className="unseen">
      {said.wrong ? said.text : wasWrong && said.saved ? words().app.saving.again : ""}
    </output>
  );
}

/** When a state began, in milliseconds since 1970: it cannot be earlier now. */
function toldAtMs(save: SaveState): number {
  if (save.state === "saved") return save.atMs;
  return save.state === "saving" ? save.sinceMs : 0;
}

/** The left of the state line: how safe the text is. It is drawn again when its words change, and not before. */
export function SavePart({
  status: { save, isKeptHere },
}: {
  readonly status: Pick<SessionStatus, "save" | "isKeptHere">;
}): ReactNode {
  const { bridge } = useWorkbench();
  const link = useObservable(bridge.link);
  const [tickMs, setTickMs] = useState(() => Date.now());
  const said = saveWords(save, { link, isKeptHere, nowMs: Math.max(tickMs, toldAtMs(save)) });
  const { nextAtMs } = said;

  useEffect(() => {
    if (nextAtMs === null) return undefined;
    let isOver = false;
    const tick = async (): Promise<void> => {
      await behindLetters();
      if (!isOver) setTickMs(Date.now());
    };
    const timer = window.setTimeout(() => void tick(), Math.max(0, nextAtMs - Date.now()));
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [nextAtMs]);

  return (
    <>
      <span
        className="state-part state-save"
        data-wrong={said.wrong}
        data-slow={said.slow}
        title={said.detail === "" ? said.text : said.detail}
      >
        {said.text}
      </span>
      <SaveAnnouncer said={said} />
    </>
  );
}
