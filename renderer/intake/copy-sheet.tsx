import { Dialog } from "@base-ui/react/dialog";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { isShortcut } from "#renderer/app/keys.ts";
import { Sheet } from "#renderer/app/sheet.tsx";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { IntakeQueue } from "./intake-queue.ts";
import { PasteBox } from "./paste-box.tsx";
import { ReadingView, type ReadingWords } from "./reading-view.tsx";
import "./intake.css";
import { words } from "#shared/language/index.ts";

interface RefusalProps {
  /** What was not done, with the name of the source. */
  readonly name: string;
  readonly message: string;
  readonly onward: string;
  readonly onOnward: () => void;
}

function Refusal({ name, message, onward, onOnward }: RefusalProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="refusal" role="alert">
      <h3>{name}</h3>
      <p>{message}</p>
      <button ref={button} type="button" className="button" onClick={onOnward}>
        {onward}
      </button>
    </div>
  );
}

/** What a sheet for copy says. */
export interface CopySheetWords extends ReadingWords {
  readonly name: string;
  /** Over the box to paste into. */
  readonly ask: string;
  /** Over the reason why a source was refused, and on the button that goes back to the box. */
  readonly refused: (source: { readonly name: string }) => string;
  readonly other: string;
  /** Where only one file is taken: what is said when several came at once. */
  readonly oneAtATime?: (files: { readonly name: string; readonly leftOut: number }) => string;
}

interface CopySheetProps<Made> {
  readonly queue: IntakeQueue<Made>;
  readonly said: CopySheetWords;
  /** Whether several files can come in at once. */
  readonly several: boolean;
  readonly onMade: (made: Made) => Promise<void> | void;
  readonly onClose: () => void;
  /** For where the sheet does not give the focus back as others do. */
  readonly returnsFocus?: () => boolean;
}

/** A sheet over the desk on which copy is read: the source, the reading, and what is made of it. */
export function CopySheet<Made>(props: CopySheetProps<Made>): ReactNode {
  const { queue, said, several, onMade, onClose } = props;
  const { floor, host } = useWorkbench();
  const { platform } = useObservable(host);
  const { now, waiting, only } = useObservable(queue.state);

  const sheet = useRef<HTMLDivElement>(null);
  const { step } = now;

  useEffect(() => {
    // What had the focus may have gone with the last step; the keys must go on working.
    const inside = sheet.current?.contains(document.activeElement) === true;
    if (!inside && step !== "waiting") sheet.current?.focus();
  }, [step]);

  const take = async (): Promise<void> => {
    const made = await queue.take();
    if (made === null) return;
    await onMade(made);
    if (!queue.busy()) onClose();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isShortcut(event, "Mod+Enter", platform)) return;
    event.preventDefault();
    if (now.step === "read") void take();
    else if (now.step === "waiting" && now.text.trim() !== "") queue.readText();
  };

  const close = (): void => {
    // A refusal that was read and closed stands in the way of no other file.
    if (now.step === "refused") queue.skip();
    onClose();
  };

  const { intake } = words();
  return (
    <Sheet
      kind="intake-sheet"
      finalFocus={props.returnsFocus ?? floor.returnsFocus}
      ref={sheet}
      initialFocus={false}
      onKeyDown={onKeyDown}
      onLeave={close}
      title={said.name}
      beside={<Dialog.Close className="quiet-button">{words().app.close}</Dialog.Close>}
    >
      <output className="sheet-left-out">
        {only !== null && said.oneAtATime ? said.oneAtATime(only) : null}
      </output>
      {now.step === "waiting" ? (
        <PasteBox waiting={now} queue={queue} ask={said.ask} several={several} />
      ) : null}
      {now.step === "reading" ? (
        <output className="sheet-waiting">{intake.reading({ name: now.name })}</output>
      ) : null}
      {now.step === "read" ? (
        <ReadingView
          key={now.turn}
          read={now}
          waiting={waiting}
          queue={queue}
          said={said}
          onTake={() => void take()}
        />
      ) : null}
      {now.step === "refused" ? (
        <Refusal
          key={now.name}
          name={said.refused({ name: now.name })}
          message={now.message}
          onward={waiting > 0 ? intake.nextFile : said.other}
          onOnward={queue.skip}
        />
      ) : null}
    </Sheet>
  );
}
