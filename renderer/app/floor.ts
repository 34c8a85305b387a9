import { observable, type Observable } from "./observable.ts";
import type { OpenPage } from "./open-page.ts";
import { overPage } from "./panes.ts";

/** The dialogs that can have the floor. */
export type FloorHolder =
  "none" | "palette" | "keyboard" | "intake" | "version" | "spike" | "recover" | "safety" | "find" | "kit";

/** Which dialog has the floor, and where the focus goes when it leaves. */
export interface Floor {
  readonly holder: Observable<FloorHolder>;
  readonly give: (holder: FloorHolder) => void;
  /** Ends the dialog. What is to follow comes when the focus is back, and before any further key. */
  readonly clear: (then?: () => void) => void;
  /** To be called as soon as the dialog is off the screen: a key that is pressed from then on is typed into the page. */
  readonly gone: () => void;
  /** For a dialog's `finalFocus`: false where the focus goes back to the page, which this sees to itself. */
  readonly returnsFocus: () => boolean;
}

/** True where nothing has the focus: a dialog that went has left it nowhere. */
function isNowhere(focused: Element | null): boolean {
  return focused === null || focused === document.body;
}

/**
 * Keeps the floor. A dialog that was opened from the page hands the focus back to the editor, not to
 * its element: the element alone would have its caret at the start of the story.
 */
export function dialogFloor(page: Pick<OpenPage, "session">): Floor {
  const holder = observable<FloorHolder>("none");
  let fromPage = false;
  let next: (() => void) | null = null;

  const handBack = (): void => {
    if (!fromPage || holder.get() !== "none") return;
    // A key that was pressed at once may have put the focus elsewhere: it stays there.
    if (isNowhere(document.activeElement)) page.session.get()?.focus();
  };
  const goOn = (): void => {
    const then = next;
    next = null;
    then?.();
  };

  return {
    holder,
    returnsFocus: () => !fromPage,
    give: (dialog) => {
      if (holder.get() === "none") {
        const element = document.getElementById("page");
        fromPage =
          page.session.get() !== null &&
          overPage() === null &&
          element?.contains(document.activeElement) === true;
      }
      holder.set(dialog);
    },
    clear: (then) => {
      next = then ?? null;
      holder.set("none");
      setTimeout(() => {
        handBack();
        goOn();
      });
    },
    gone: () => {
      handBack();
      // The editor takes the focus when what runs now is over, and what follows may ask who has it.
      if (fromPage) queueMicrotask(goOn);
    },
  };
}
