import { Field } from "@base-ui/react/field";
import { useRef, useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { SafetyStatus, SecondFolder } from "#shared/contract/index.ts";
import { retold, words } from "#shared/language/index.ts";
import { FindingLine } from "./finding-line.tsx";
import { secondFolderWords } from "./health-words.ts";
import { PathLine } from "./path-line.tsx";
import { shortName } from "./safety-words.ts";

interface ChoosingProps {
  readonly startAt: string;
  readonly label: string;
  readonly onTrouble: (sentence: string | null) => void;
}

/** Asks for a folder: by the machine's dialog, or in a field where the host has none. */
function Choosing({ startAt, label, onTrouble }: ChoosingProps): ReactNode {
  const { host, bridge, safety } = useWorkbench();
  const { canChooseFolder } = useObservable(host);
  const [typed, setTyped] = useState("");
  const take = async (folder: string): Promise<void> => {
    const trouble = await safety.chooseSecondFolder(folder);
    onTrouble(trouble);
    if (trouble === null) setTyped("");
  };
  const choose = async (): Promise<void> => {
    const answer = await bridge.desk.host.chooseFolder({ startAt });
    if (!answer.ok) onTrouble(answer.error.message);
    else if (answer.value !== null) await take(answer.value);
  };
  const { second: said } = words().safety;
  if (canChooseFolder) {
    return (
      <button type="button" className="button" onClick={() => void choose()}>
        {said.ask({ label })}
      </button>
    );
  }
  return (
    <form
      className="safety-choosing"
      onSubmit={(event) => {
        event.preventDefault();
        void take(typed.trim());
      }}
    >
      <Field.Root className="safety-field">
        <Field.Label>{label}</Field.Label>
        <Field.Control
          className="line-field"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          placeholder={startAt === "" ? said.path : startAt}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field.Root>
      <button type="submit" className="button" disabled={typed.trim() === ""}>
        {said.use}
      </button>
    </form>
  );
}

interface ChosenProps {
  readonly second: SecondFolder;
  readonly isBackingUp: boolean;
  readonly onRemove: () => void;
}

function Chosen({ second, isBackingUp, onRemove }: ChosenProps): ReactNode {
  const { now } = useWorkbench();
  const nowMs = useObservable(now);
  const { chosen, folder, state, onSameDisk, trouble } = second;
  const isWarned = onSameDisk && trouble !== null && (state === "in-step" || state === "behind");
  return (
    <>
      <FindingLine finding={secondFolderWords(second, isBackingUp, nowMs)} />
      {isWarned ? <FindingLine finding={{ text: retold(trouble), tone: "nearly" }} /> : null}
      <PathLine what={words().safety.paths.secondFolder} path={folder} />
      <div className="safety-actions">
        <button type="button" className="button" onClick={onRemove}>
          {words().safety.second.stop({ name: shortName(chosen) })}
        </button>
      </div>
    </>
  );
}

/** The folder on another disk: how it stands, choosing it, leaving it. */
export function SecondFolderSection({ status }: { readonly status: SafetyStatus }): ReactNode {
  const { safety } = useWorkbench();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const section = useRef<HTMLElement>(null);
  const { secondFolder, isBackingUp } = status;

  const choose = async (folder: string | null): Promise<void> => {
    const before = secondFolder?.chosen ?? null;
    const wrong = await safety.chooseSecondFolder(folder);
    setTrouble(wrong);
    setRemoved(wrong === null && folder === null ? before : null);
    // The button that was pressed is gone.
    section.current?.focus();
  };

  const { second: said } = words().safety;
  return (
    <section ref={section} tabIndex={-1} aria-labelledby="safety-second">
      <h3 id="safety-second">{said.title}</h3>
      {secondFolder === null ? (
        <p className="safety-note">{said.meaning}</p>
      ) : (
        <Chosen second={secondFolder} isBackingUp={isBackingUp} onRemove={() => void choose(null)} />
      )}
      {removed !== null && secondFolder === null ? (
        <div className="safety-actions">
          <output>{said.stopped({ name: shortName(removed) })}</output>
          <button type="button" className="quiet-button" onClick={() => void choose(removed)}>
            {said.undo}
          </button>
        </div>
      ) : null}
      <Choosing
        startAt={secondFolder?.chosen ?? ""}
        label={secondFolder === null ? said.choose : said.chooseOther}
        onTrouble={setTrouble}
      />
      {trouble === null ? null : (
        <p className="safety-finding" data-tone="wrong" role="alert">
          {trouble}
        </p>
      )}
    </section>
  );
}
