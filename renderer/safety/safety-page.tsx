import { Dialog } from "@base-ui/react/dialog";
import { useEffect, useRef, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { words } from "#shared/language/index.ts";
import { BackupSection } from "./backup-section.tsx";
import { HealthSection } from "./health-section.tsx";
import { RestoreTestSection } from "./restore-test-section.tsx";
import { SavedSection } from "./saved-section.tsx";
import { SecondFolderSection } from "./second-folder-section.tsx";
import "./safety.css";

/** What is shown before the newsroom has said how safe it is, and where it does not. */
function Unknown(): ReactNode {
  const { safety } = useWorkbench();
  const trouble = useObservable(safety.trouble);
  const said = words().safety;
  if (trouble === null) return <output className="sheet-waiting">{said.asking}</output>;
  return (
    <div className="sheet-waiting" role="alert">
      <p className="safety-finding" data-tone="wrong">
        {said.cannotTell({ why: trouble })}
      </p>
      <button type="button" className="button" onClick={() => void safety.read()}>
        {said.askAgain}
      </button>
    </div>
  );
}

/** How safe the newsroom is, from the last save to the last test of a restore, and what can be done about it. */
export function SafetyPage(): ReactNode {
  const { safety, floor } = useWorkbench();
  const status = useObservable(safety.status);
  const sheet = useRef<HTMLDivElement>(null);

  useEffect(() => void safety.read(), [safety]);

  return (
    <Dialog.Root open onOpenChange={(open) => !open && floor.clear()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          ref={sheet}
          finalFocus={floor.returnsFocus}
          initialFocus={sheet}
          className="sheet safety-sheet"
        >
          <header className="sheet-head">
            <Dialog.Title>{words().safety.title}</Dialog.Title>
            <Dialog.Close className="quiet-button">
              {words().safety.close} <kbd>Esc</kbd>
            </Dialog.Close>
          </header>
          {status === null ? (
            <Unknown />
          ) : (
            <div className="safety">
              <SavedSection status={status} />
              <BackupSection status={status} />
              <SecondFolderSection status={status} />
              <RestoreTestSection status={status} />
              <HealthSection />
            </div>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
