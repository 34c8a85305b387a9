import { Field } from "@base-ui/react/field";
import { useEffect, useRef, type ReactNode } from "react";
import { FileChooser } from "#renderer/app/file-chooser.tsx";
import { shortcutText } from "#renderer/app/keys.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { IntakeQueue, IntakeStep } from "./intake-queue.ts";
import { words } from "#shared/language/index.ts";

interface PasteBoxProps {
  readonly waiting: Extract<IntakeStep, { step: "waiting" }>;
  readonly queue: Pick<IntakeQueue, "addFiles" | "keepText" | "readText">;
  /** Over the box. */
  readonly ask: string;
  /** Whether several files can come in at once. */
  readonly several: boolean;
}

/** Where copy is pasted or files are chosen. A paste into the empty box is read at once. */
export function PasteBox({ waiting, queue, ask, several }: PasteBoxProps): ReactNode {
  const { host } = useWorkbench();
  const { platform } = useObservable(host);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const texts = words().intake;
  const empty = waiting.text.trim() === "";
  return (
    <div className="paste-box">
      <Field.Root className="paste-field" invalid={waiting.trouble !== null}>
        <Field.Label>{ask}</Field.Label>
        <Field.Control
          render={<textarea />}
          className="paste-text"
          value={waiting.text}
          spellCheck={false}
          ref={box}
          onChange={(event) => {
            const pasted =
              empty && "inputType" in event.nativeEvent && event.nativeEvent.inputType === "insertFromPaste";
            queue.keepText(event.target.value);
            if (pasted && event.target.value.trim() !== "") queue.readText();
          }}
        />
      </Field.Root>
      <div className="sheet-foot">
        <p className="sheet-trouble" role="alert">
          {waiting.trouble}
        </p>
        <p className="sheet-hint">{several ? texts.drop : texts.dropOne}</p>
        <FileChooser accept=".txt,.text,text/plain,.docx" several={several} onFiles={queue.addFiles}>
          {several ? texts.choose : texts.chooseOne}
        </FileChooser>
        <button type="button" className="button primary" disabled={empty} onClick={queue.readText}>
          {texts.read} <kbd>{shortcutText("Mod+Enter", platform)}</kbd>
        </button>
      </div>
    </div>
  );
}
