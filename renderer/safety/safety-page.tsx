import { Dialog } from "@base-ui/react/dialog";
import { useEffect, useRef, type ReactNode } from "react";
import { Sheet } from "#renderer/app/sheet.tsx";
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
  const { safety } = useWorkbench();
  const status = useObservable(safety.status);
  const sheet = useRef<HTMLDivElement>(null);

  useEffect(() => void safety.read(), [safety]);

  return (
    <Sheet
      kind="safety-sheet"
      ref={sheet}
      initialFocus={sheet}
      title={words().safety.title}
      beside={
        <Dialog.Close className="quiet-button">
          {words().safety.close} <kbd>Esc</kbd>
        </Dialog.Close>
      }
    >
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
    </Sheet>
  );
}
