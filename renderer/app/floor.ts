import { observable, type Observable } from "./observable.ts";
import type { OpenPage } from "./open-page.ts";
import { overPage } from "./panes.ts";

/** The dialogs that can have the floor. */
export type FloorHolder =
  "none" | "palette" | "keyboard" | "intake" | "version" | "spike" | "recover" | "safety" | "find";

/** Which dialog has the floor, and where the focus goes when it leaves. */
export interface Floor {
  readonly holder: Observable<FloorHolder>;
  readonly give: (holder: FloorHolder) => void;
  readonly clear: () => void;
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
  return {
    holder,
    returnsFocus: () => !fromPage,
    give: (next) => {
      if (holder.get() === "none") {
        const element = document.getElementById("page");
        fromPage =
          page.session.get() !== null &&
          overPage() === null &&
          element?.contains(document.activeElement) === true;
      }
      holder.set(next);
    },
    clear: () => {
      holder.set("none");
      if (!fromPage) return;
      setTimeout(() => {
        // A key that was pressed at once may have put the focus elsewhere: it stays there.
        if (isNowhere(document.activeElement)) page.session.get()?.focus();
      });
    },
  };
}
