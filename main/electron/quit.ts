import type { BrowserWindow, Dialog } from "electron";
import { words } from "#shared/language/index.ts";

/** How long a window may try to save before the person is asked. */
export const SAVE_PATIENCE_MS = 5_000;
const ASK_AGAIN_MS = 150;

interface ClosingOptions {
  readonly dialog: Pick<Dialog, "showMessageBoxSync">;
  /** Tells that a close was called off by the person: a quit under way is over. */
  readonly onStay: () => void;
  /** Closes again what was being closed: the window, or the whole app. */
  readonly tryAgain: () => void;
  readonly now?: () => number;
}

/**
 * Lets a window go only when its text is committed. The page refuses to unload while a save is
 * under way (`beforeunload`); the close is then tried again until the commit is there. A save
 * that does not come about vetoes the close, and the person chooses.
 */
export function closeWhenSaved(window: BrowserWindow, options: ClosingOptions): void {
  const { dialog, onStay, tryAgain, now = () => Date.now() } = options;
  let since: number | null = null;

  window.webContents.on("will-prevent-unload", (event) => {
    since ??= now();
    if (now() - since < SAVE_PATIENCE_MS) {
      setTimeout(() => {
        if (!window.isDestroyed()) tryAgain();
      }, ASK_AGAIN_MS);
      return;
    }
    since = null;
    const { unsaved } = words().desktop;
    const choice = dialog.showMessageBoxSync(window, {
      type: "warning",
      message: unsaved.message,
      detail: unsaved.detail,
      buttons: [unsaved.stay, unsaved.lose],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (choice === 1) event.preventDefault();
    else onStay();
  });
}
