import type { Measurement } from "./statistics.ts";
import { besideBare, typeInTurn, withTypingPair } from "./typing-pair.ts";

const WORDS = 1_500;

/** Key to paint in a 1,500-word story with autosave on, beside a bare contenteditable with the same text, turn by turn. */
export async function typingBench(): Promise<readonly Measurement[]> {
  const times = await withTypingPair(WORDS, typeInTurn);
  return [
    besideBare("key to paint: the letter is on screen, 1,500 words, autosave on", times, "onScreen", {
      ratio: 1.15,
    }),
    besideBare("the page's own share of it: input, layout, paint, commit", times, "workDone", null),
  ];
}
