import { Dialog } from "@base-ui/react/dialog";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { isShortcut } from "#renderer/app/keys.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { PasteBox } from "./paste-box.tsx";
import { ReadingView } from "./reading-view.tsx";
import "./intake.css";
import { words } from "#shared/language/index.ts";

function Refusal({ name, message, more }: { name: string; message: string; more: boolean }): ReactNode {
  const { intake } = useWorkbench();
  const texts = words().intake;
  const onward = useRef<HTMLButtonElement>(null);
  useEffect(() => onward.current?.focus(), []);
  return (
    <div className="refusal" role="alert">
      <h3>{texts.refused({ name })}</h3>
      <p>{message}</p>
      <button ref={onward} type="button" className="button" onClick={intake.skip}>
        {more ? texts.nextFile : texts.somethingElse}
      </button>
    </div>
  );
}

/** The sheet over the desk on which copy is brought in: the source, the reading, the story. */
export function IntakeSheet(): ReactNode {
  const { intake, page, floor, host } = useWorkbench();
  const { platform } = useObservable(host);
  const { now, waiting } = useObservable(intake.state);

  const sheet = useRef<HTMLDivElement>(null);
  const { step } = now;

  useEffect(() => {
    // What had the focus may have gone with the last step; the keys must go on working.
    const inside = sheet.current?.contains(document.activeElement) === true;
    if (!inside && step !== "waiting") sheet.current?.focus();
  }, [step]);

  const close = (): void => {
    // A refusal that was read and closed stands in the way of no other file.
    if (now.step === "refused") intake.skip();
    floor.clear();
  };

  const bringIn = async (): Promise<void> => {
    const story = await intake.bringIn();
    if (story === null) return;
    await page.show(story);
    if (!intake.busy()) close();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isShortcut(event, "Mod+Enter", platform)) return;
    event.preventDefault();
    if (now.step === "read") void bringIn();
    else if (now.step === "waiting" && now.text.trim() !== "") intake.readText();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          finalFocus={floor.returnsFocus}
          ref={sheet}
          className="sheet intake-sheet"
          initialFocus={false}
          onKeyDown={onKeyDown}
        >
          <header className="sheet-head">
            <Dialog.Title>{words().intake.name}</Dialog.Title>
            <Dialog.Close className="quiet-button">{words().app.close}</Dialog.Close>
          </header>
          {now.step === "waiting" ? <PasteBox waiting={now} /> : null}
          {now.step === "reading" ? (
            <output className="sheet-waiting">{words().intake.reading({ name: now.name })}</output>
          ) : null}
          {now.step === "read" ? (
            <ReadingView key={now.turn} read={now} waiting={waiting} onBringIn={() => void bringIn()} />
          ) : null}
          {now.step === "refused" ? (
            <Refusal key={now.name} name={now.name} message={now.message} more={waiting > 0} />
          ) : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
