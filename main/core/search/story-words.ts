import type { Block, StoryDocument } from "#shared/document/index.ts";
import { readersText } from "../stories/block-words.ts";
import { seenText } from "./search-words.ts";

/** A story as search sees it. */
export interface StoryWords {
  /** The slug and the headlines: a story that is found here comes first. */
  readonly title: string;
  /** Everything else that prints, as the reader sees it, in parts of some paragraphs each. */
  readonly parts: readonly string[];
}

/** Up to this many UTF-16 units, paragraphs share a part: enough to show a match among its neighbours. */
const PART_LENGTH = 800;

function inParts(texts: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (const text of texts) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + text.length < PART_LENGTH) {
      parts[parts.length - 1] = `${last}\n${text}`;
    } else {
      parts.push(text);
    }
  }
  return parts;
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => seenText(readersText(block))).filter((text) => text !== "");
}

/** The words by which a story is found; a story that cannot be read is found by its slug. */
export function storyWords(slug: string, document: StoryDocument | null): StoryWords {
  const blocks = document?.blocks ?? [];
  const headlines = blocks.filter((block) => block.kind === "headline");
  return {
    title: [slug, ...textsOf(headlines)].join("\n"),
    parts: inParts(textsOf(blocks.filter((block) => block.kind !== "headline"))),
  };
}
