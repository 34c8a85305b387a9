import { Field } from "@base-ui/react/field";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { shortcutText } from "#renderer/app/keys.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { IntakeQueue, IntakeStep } from "./intake-queue.ts";
import { KIND_KEYS, kindName } from "./kind-keys.ts";
import { PartList } from "./part-list.tsx";
import { retold, words } from "#shared/language/index.ts";

/** What a sheet says around a reading. */
export interface ReadingWords {
  /** Before the one line that the person says of it, and how long that may be. */
  readonly line: string;
  readonly lineMax: number;
  /** On the button that goes on, and on the one that leaves a file out. */
  readonly take: string;
  readonly leave: string;
}

interface ReadingViewProps {
  readonly read: Extract<IntakeStep, { step: "read" }>;
  readonly waiting: number;
  readonly queue: Pick<IntakeQueue, "setKind" | "setLine" | "backToText" | "skip">;
  readonly said: ReadingWords;
  readonly onTake: () => void;
}

/** A source as Stet understood it, to be looked through and put right before anything is made of it. */
export function ReadingView({ read, waiting, queue, said, onTake }: ReadingViewProps): ReactNode {
  const { host } = useWorkbench();
  const { platform } = useObservable(host);
  const { reading, kinds, line, making, trouble } = read;
  const [active, setActive] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const part = reading.parts[active];
  const activeKind = part ? (kinds[String(part.index)] ?? part.kind) : null;
  const texts = words().intake;
  const leftOut = reading.parts.filter((one) => (kinds[String(one.index)] ?? one.kind) === "skip").length;

  useEffect(() => frame.current?.querySelector<HTMLElement>("[role=listbox]")?.focus(), []);

  return (
    <div ref={frame} className="reading">
      <div className="reading-head">
        <div className="reading-name">
          <h3>{read.incoming.from === "paste" ? texts.pasted : reading.name}</h3>
          <p>
            {texts.facts({
              parts: reading.parts.length,
              leftOut,
              encodingIfAny: reading.encoding === "text" ? null : reading.encoding,
              waiting,
            })}
          </p>
        </div>
        <Field.Root className="reading-line" invalid={trouble !== null}>
          <Field.Label>{said.line}</Field.Label>
          <Field.Control
            className="line-field"
            value={line}
            maxLength={said.lineMax}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => queue.setLine(event.target.value)}
          />
        </Field.Root>
      </div>
      {reading.warnings.map(retold).map((warning) => (
        <p key={warning} className="reading-warning">
          {warning}
        </p>
      ))}
      <PartList
        parts={reading.parts}
        kinds={kinds}
        active={active}
        onActive={setActive}
        onKind={queue.setKind}
      />
      <fieldset className="kind-bar">
        <legend className="unseen">{texts.partKind}</legend>
        {KIND_KEYS.map(({ kind, letter }) => (
          <button
            key={kind}
            type="button"
            className="kind-button"
            tabIndex={-1}
            aria-pressed={kind === activeKind}
            onClick={() => part && queue.setKind(part.index, kind)}
          >
            <kbd>{letter}</kbd>
            {kindName(kind)}
          </button>
        ))}
      </fieldset>
      <div className="sheet-foot">
        <p className="sheet-trouble" role="alert">
          {trouble}
        </p>
        {read.incoming.from === "paste" ? (
          <button type="button" className="button" onClick={queue.backToText}>
            {texts.backToText}
          </button>
        ) : (
          <button type="button" className="button" onClick={queue.skip}>
            {said.leave}
          </button>
        )}
        <button type="button" className="button primary" disabled={making} onClick={onTake}>
          {said.take} <kbd>{shortcutText("Mod+Enter", platform)}</kbd>
        </button>
      </div>
    </div>
  );
}
