import { BLOCKS_FORMAT } from "./clipboard-blocks.ts";
import type { Incoming } from "./pasted.ts";

/** What a paste event or a drop brings. */
export function incomingFrom(transfer: DataTransfer): Incoming {
  return {
    own: transfer.getData(BLOCKS_FORMAT),
    html: transfer.getData("text/html"),
    text: transfer.getData("text/plain"),
  };
}

/** The option by which Chromium gives HTML as the program wrote it. Not in the standard library's types yet. */
interface ReadOptions {
  readonly unsanitized: readonly string[];
}

interface RawClipboard {
  readonly read: (options: ReadOptions) => Promise<readonly ClipboardItem[]>;
}

async function textOf(items: readonly ClipboardItem[], type: string): Promise<string> {
  const item = items.find(({ types }) => types.includes(type));
  return item ? (await item.getType(type)).text() : "";
}

/** Reads the clipboard without a paste; null where the browser or the person does not let the page do that. */
export async function readClipboard(): Promise<Incoming | null> {
  try {
    const clipboard: RawClipboard = navigator.clipboard;
    const items = await clipboard.read({ unsanitized: ["text/html"] });
    return { own: "", html: await textOf(items, "text/html"), text: await textOf(items, "text/plain") };
  } catch {
    return null;
  }
}
