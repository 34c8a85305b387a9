import "#renderer/app/strict-page.ts";
import { parseHtml } from "#renderer/editor/paste/parse-html.ts";
import { isWorthTelling, pasteSentence } from "#renderer/editor/paste/paste-words.ts";
import type { Incoming, PasteWay } from "#renderer/editor/paste/pasted.ts";
import { readPasted } from "#renderer/editor/paste/read-pasted.ts";
import { blockText } from "#shared/document/index.ts";

/** What the page gives for one paste: see `paste-page.ts`. */
Object.assign(globalThis, {
  readPaste: (incoming: Incoming, way: PasteWay) => {
    const startMs = performance.now();
    const pasted = readPasted(incoming, way);
    const tookMs = performance.now() - startMs;
    return { ...pasted, tookMs, sentence: isWorthTelling(pasted) ? pasteSentence(pasted) : null };
  },
  countWords: (html: string) => {
    const startMs = performance.now();
    const { blocks } = readPasted({ own: "", html, text: "" }, "house");
    const tookMs = performance.now() - startMs;
    return { words: blocks.map(blockText).join(" ").match(/w\d+x/g)?.length ?? 0, tookMs };
  },
  pageText: (html: string) => parseHtml(html).body.textContent,
});
