import { Field } from "@base-ui/react/field";
import { useEffect, useRef, type ReactNode } from "react";
import { FileChooser } from "#renderer/app/file-chooser.tsx";
import { shortcutText } from "#renderer/app/keys.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { IntakeStep } from "./intake-queue.ts";
import { words } from "#shared/language/index.ts";

/** Where copy is pasted or files are chosen. A paste into the empty box is read at once. */
export function PasteBox({
  waiting,
}: {
  readonly waiting: Extract<IntakeStep, { step: "waiting" }>;
}): ReactNode {
  const { intake, host } = useWorkbench();
  const { platform } = useObservable(host);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const texts = words().intake;
  const empty = waiting.text.trim() === "";
  return (
    <div className="paste-box">
      <Field.Root className="paste-field" invalid={waiting.trouble !== null}>
        <Field.Label>{texts.paste}</Field.Label>
        <Field.Control
          render={<textarea />}
          className="paste-text"
          value={waiting.text}
          spellCheck={false}
          ref={box}
          onChange={(event) => {
            const pasted =
              empty && "inputType" in event.nativeEvent && event.nativeEvent.inputType === "insertFromPaste";
            intake.keepText(event.target.value);
            if (pasted && event.target.value.trim() !== "") intake.readText();
          }}
        />
      </Field.Root>
      <div className="sheet-foot">
        <p className="sheet-trouble" role="alert">
          {waiting.trouble}
        </p>
        <p className="sheet-hint">{texts.drop}</p>
        <FileChooser accept=".txt,.text,text/plain" onFiles={intake.addFiles}>
          {texts.choose}
        </FileChooser>
        <button type="button" className="button primary" disabled={empty} onClick={intake.readText}>
          {texts.read} <kbd>{shortcutText("Mod+Enter", platform)}</kbd>
        </button>
      </div>
    </div>
  );
}
