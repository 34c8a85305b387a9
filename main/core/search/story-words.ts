import type { Block, StoryDocument } from "#shared/document/index.ts";
import { readersText } from "../stories/block-words.ts";
import { seenText } from "./search-words.ts";

/** A story as search sees it. */
export interface StoryWords {
  /** The slug and the headlines: a story that is found here comes first. */
  readonly title: string;
  /** Everything else that prints, block by block, as the reader sees it. */
  readonly text: string;
}

function textOf(blocks: readonly Block[]): string {
  return seenText(
    blocks
      .map(readersText)
      .filter((text) => text !== "")
      .join("\n"),
  );
}

/** The words by which a story is found; a story that cannot be read is found by its slug. */
export function storyWords(slug: string, document: StoryDocument | null): StoryWords {
  const blocks = document?.blocks ?? [];
  const headlines = blocks.filter((block) => block.kind === "headline");
  return {
    title: `${slug}\n${textOf(headlines)}`,
    text: textOf(blocks.filter((block) => block.kind !== "headline")),
  };
}
