import { BARE, RICH_TEXT } from "./other-pages.ts";
import type { Measurement } from "./statistics.ts";
import { besideOther, typeInTurn, withTypingPair } from "./typing-pair.ts";

const WORDS = 1_500;

/** Key to paint in a 1,500-word story with autosave on, beside a bare contenteditable with the same text, turn by turn. */
export async function typingBench(): Promise<readonly Measurement[]> {
  const times = await withTypingPair(WORDS, BARE, typeInTurn);
  return [
    besideOther("key to paint: the letter is on screen, 1,500 words, autosave on", times, "onScreen", {
      ratio: 1.15,
    }),
    besideOther("the page's own share of it: input, layout, paint, commit", times, "workDone", null),
  ];
}

/** The same beside Lexical's own rich-text set-up: what Stet adds to the editor that it is built on. */
export async function richTextBench(): Promise<readonly Measurement[]> {
  const times = await withTypingPair(WORDS, RICH_TEXT, typeInTurn);
  return [
    besideOther("key to paint: the letter is on screen, 1,500 words, autosave on", times, "onScreen", {
      ratio: 1.05,
    }),
    besideOther("the page's own share of it: input, layout, paint, commit", times, "workDone", null),
  ];
}
