import { Field } from "@base-ui/react/field";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { shortcutText } from "#renderer/app/keys.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { SLUG_MAX } from "#shared/newsroom/index.ts";
import type { IntakeStep } from "./intake-queue.ts";
import { KIND_KEYS, kindName } from "./kind-keys.ts";
import { PartList } from "./part-list.tsx";
import { retold, words } from "#shared/language/index.ts";

interface ReadingViewProps {
  readonly read: Extract<IntakeStep, { step: "read" }>;
  readonly waiting: number;
  readonly onBringIn: () => void;
}

/** A source as Stet understood it, to be looked through and put right before it becomes a story. */
export function ReadingView({ read, waiting, onBringIn }: ReadingViewProps): ReactNode {
  const { intake, host } = useWorkbench();
  const { platform } = useObservable(host);
  const { reading, kinds, slug, bringing, trouble } = read;
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
        <Field.Root className="reading-slug" invalid={trouble !== null}>
          <Field.Label>{texts.slug}</Field.Label>
          <Field.Control
            className="line-field"
            value={slug}
            maxLength={SLUG_MAX}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => intake.setSlug(event.target.value)}
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
        onKind={intake.setKind}
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
            onClick={() => part && intake.setKind(part.index, kind)}
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
          <button type="button" className="button" onClick={intake.backToText}>
            {texts.backToText}
          </button>
        ) : (
          <button type="button" className="button" onClick={intake.skip}>
            {texts.leaveOut}
          </button>
        )}
        <button type="button" className="button primary" disabled={bringing} onClick={onBringIn}>
          {texts.bringIn} <kbd>{shortcutText("Mod+Enter", platform)}</kbd>
        </button>
      </div>
    </div>
  );
}
