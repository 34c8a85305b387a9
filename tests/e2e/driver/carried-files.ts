import type { JSHandle, Locator, Page } from "@playwright/test";

/** A file as a person carries it into the window. */
export interface CarriedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The file as Playwright's file dialog takes it. */
export function forDialog({ name, mediaType, bytes }: CarriedFile) {
  return { name, mimeType: mediaType, buffer: Buffer.from(bytes) };
}

function transferOf(page: Page, files: readonly CarriedFile[]): Promise<JSHandle<DataTransfer>> {
  const inert = files.map(({ name, mediaType, bytes }) => ({
    name,
    mediaType,
    base64: Buffer.from(bytes).toString("base64"),
  }));
  return page.evaluateHandle((carried) => {
    const transfer = new DataTransfer();
    for (const { name, mediaType, base64 } of carried) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mediaType }));
    }
    return transfer;
  }, inert);
}

/** Drags files over an element and lets them go in its middle. */
export async function dropFiles(target: Locator, ...files: readonly CarriedFile[]): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error("there is nothing on screen to drop on");
  const dataTransfer = await transferOf(target.page(), files);
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, dataTransfer };
  for (const event of ["dragenter", "dragover", "drop"]) await target.dispatchEvent(event, at);
}

/** Pastes files where the caret is, as from a file manager. */
export async function pasteFiles(target: Locator, ...files: readonly CarriedFile[]): Promise<void> {
  const transfer = await transferOf(target.page(), files);
  await target.evaluate(
    (element, clipboardData) =>
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })),
    transfer,
  );
}

/**
 * Copies text, and HTML where there is any, to the machine's clipboard as another program would:
 * letter by letter, which the browser's own writing of HTML would not do.
 */
export async function putOnClipboard(
  page: Page,
  { html, text }: { readonly html: string; readonly text: string },
): Promise<void> {
  await page.evaluate(
    ([plain, rich]) => {
      const onCopy = (event: ClipboardEvent): void => {
        event.preventDefault();
        event.stopImmediatePropagation();
        event.clipboardData?.setData("text/plain", plain);
        if (rich !== "") event.clipboardData?.setData("text/html", rich);
      };
      document.addEventListener("copy", onCopy, { capture: true, once: true });
      if (!document.execCommand("copy")) throw new Error("nothing was copied");
    },
    [text, html] as const,
  );
}

/** Pastes text, and HTML where given, through the machine's clipboard and the paste key. */
export async function pasteText(page: Page, text: string, html = ""): Promise<void> {
  await putOnClipboard(page, { html, text });
  await page.keyboard.press("ControlOrMeta+V");
}

/** Pastes a PNG picture through the machine's clipboard, as from a screenshot. */
export async function pastePicture(page: Page, png: Uint8Array): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    await navigator.clipboard.write([
      new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) }),
    ]);
  }, Buffer.from(png).toString("base64"));
  await page.keyboard.press("ControlOrMeta+V");
}
