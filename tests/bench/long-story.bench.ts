import { BARE } from "./other-pages.ts";
import { takeSaveFrames, watchSaveFrames } from "./save-frames.ts";
import type { Measurement } from "./statistics.ts";
import { besideOther, typeInTurn, withTypingPair } from "./typing-pair.ts";

const WORDS = 30_000;
const LETTERS = 400;
const LONGEST_FRAME_MS = 50;

/** Typing in a 30,000-word story: key to paint beside a bare contenteditable, and the frames in which it saves. */
export function longStoryBench(): Promise<readonly Measurement[]> {
  return withTypingPair(WORDS, BARE, async (pair) => {
    const times = await typeInTurn(pair);
    await watchSaveFrames(pair.window);
    await pair.stet.type(LETTERS);
    const { saving, between } = await takeSaveFrames(pair.window);
    return [
      besideOther("key to paint: the letter is on screen, 30,000 words, autosave on", times, "onScreen", {
        ratio: 1.3,
      }),
      {
        name: "frames in which a 30,000-word story is saved while it is typed in",
        samples: saving,
        baseline: { name: "frames in between", samples: between },
        limit: { longestMs: LONGEST_FRAME_MS },
      },
    ];
  });
}
