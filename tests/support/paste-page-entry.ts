import "#renderer/app/strict-page.ts";
import { parseHtml } from "#renderer/editor/paste/parse-html.ts";
import { isWorthTelling, pasteSentence } from "#renderer/editor/paste/paste-words.ts";
import type { Incoming, PasteWay } from "#renderer/editor/paste/pasted.ts";
import { readPasted } from "#renderer/editor/paste/read-pasted.ts";

/** What the page gives for one paste: see `paste-page.ts`. */
Object.assign(globalThis, {
  readPaste: (incoming: Incoming, way: PasteWay) => {
    const startMs = performance.now();
    const pasted = readPasted(incoming, way);
    const tookMs = performance.now() - startMs;
    return { ...pasted, tookMs, sentence: isWorthTelling(pasted) ? pasteSentence(pasted) : null };
  },
  pageText: (html: string) => parseHtml(html).body.textContent,
});
