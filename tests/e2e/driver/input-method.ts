import type { Page } from "@playwright/test";

/** Shows every state of what an input method composes, and leaves the last one as it stands: "" for one that was given up. */
export async function composing(page: Page, ...states: readonly string[]): Promise<void> {
  const input = await page.context().newCDPSession(page);
  for (const text of states) {
    await input.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await input.detach();
}

/** An input method at work: every state of what it composes, and then what comes of it. */
export async function compose(page: Page, states: readonly string[], done: string): Promise<void> {
  await composing(page, ...states);
  const input = await page.context().newCDPSession(page);
  await input.send("Input.insertText", { text: done });
  await input.detach();
}

/** A key that the input method takes while it composes: the page hears of it, and nothing more comes of it. */
export async function pressWhileComposing(page: Page, key: string): Promise<void> {
  const input = await page.context().newCDPSession(page);
  for (const type of ["rawKeyDown", "keyUp"] as const) {
    await input.send("Input.dispatchKeyEvent", { type, key, code: key, windowsVirtualKeyCode: 229 });
  }
  await input.detach();
}
