import type { Page } from "@playwright/test";

/** An input method at work: every state of what it composes, and then what comes of it. */
export async function compose(page: Page, states: readonly string[], done: string): Promise<void> {
  const input = await page.context().newCDPSession(page);
  for (const text of states) {
    await input.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await input.send("Input.insertText", { text: done });
  await input.detach();
}
