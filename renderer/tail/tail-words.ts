import type { StoryDocument } from "#shared/document/index.ts";
import { compareStories, mergeStories, type Merge } from "#shared/merge/index.ts";
import type { OfferedTail } from "./offered-tail.ts";
import type { Tail } from "./tail.ts";

/** What a tail has that the story has not; null where that is nothing. */
export function offerOf(tail: Tail, held: StoryDocument): OfferedTail | null {
  const { summary } = compareStories(held, tail.document);
  const differs = Object.values(summary).some((count) => count > 0);
  return differs ? { tail, held, words: summary.wordsAdded } : null;
}

/** The text on the page with what the tail has; `from` is what both were made from. */
export function withTail(from: StoryDocument, page: StoryDocument, tail: StoryDocument): Merge {
  return mergeStories(from, page, tail);
}
