import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { useWorkbench } from "./workbench.ts";

interface SheetProps extends Omit<Dialog.Popup.Props, "className" | "title"> {
  /** The class that its styles are for. */
  readonly kind: string;
  readonly title: ReactNode;
  /** What stands beside the title; mostly the button that closes. */
  readonly beside?: ReactNode;
  /** After Escape, a press beside the sheet, or its button that closes; unless said, the floor is cleared. */
  readonly onLeave?: () => void;
}

/** A sheet over the desk, with a head. Where it goes, the focus goes back to what had it. */
export function Sheet({ kind, title, beside, onLeave, children, ...popup }: SheetProps): ReactNode {
  const { floor } = useWorkbench();
  const leave = onLeave ?? ((): void => floor.clear());
  return (
    <Dialog.Root open onOpenChange={(open) => !open && leave()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup finalFocus={floor.returnsFocus} {...popup} className={`sheet ${kind}`}>
          <header className="sheet-head">
            <Dialog.Title>{title}</Dialog.Title>
            {beside}
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
