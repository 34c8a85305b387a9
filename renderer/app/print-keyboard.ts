/** The keyboard page's own element, which the print style sheet leaves on the paper. */
export const KEYBOARD_SHEET_ID = "keyboard-sheet";

const WAIT_MS = 5_000;
const STEP_MS = 50;

/** Prints the keyboard page once it is drawn: it is fetched when it is first asked for. */
export async function printKeyboardPage(): Promise<void> {
  for (let waited = 0; waited < WAIT_MS; waited += STEP_MS) {
    if (document.getElementById(KEYBOARD_SHEET_ID) !== null) {
      window.print();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
