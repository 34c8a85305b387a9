import { parseStory, type Block } from "#shared/document/index.ts";
import { readersText } from "../stories/block-words.ts";

/** How much a text changed: words that came and went whatever their order, and blocks that came, went or differ. */
export interface CountedChanges {
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  readonly blocksChanged: number;
}

/** A word as it is counted for length: Han and kana characters are words of their own, a dash parts words. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[^\s\u2013\u2014])+/gu;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const SOFT_HYPHEN = /\u00AD/g;

function wordsIn(text: string): readonly string[] {
  return (text.replace(SOFT_HYPHEN, "").match(WORD) ?? []).filter((word) => WORD_CHARACTER.test(word));
}

/** Blocks as stored JSON, and the version of the document that they were stored as. */
export interface StoredBlocks {
  readonly schema: number;
  readonly jsons: readonly string[];
}

function blockOf(json: string, schema: number): Block | undefined {
  const story = parseStory({ schema, blocks: [JSON.parse(json)] });
  return story.ok ? story.value.blocks[0] : undefined;
}

/**
 * Counts the change from the blocks that are gone to those that came, where all
 * other blocks stayed as they were. A count for a list: what changed is told by comparing.
 */
export function countChanges(gone: StoredBlocks, came: StoredBlocks): CountedChanges {
  const balance = new Map<string, number>();
  const ids = new Set<string>();
  const count = ({ schema, jsons }: StoredBlocks, sign: 1 | -1): void => {
    for (const json of jsons) {
      const block = blockOf(json, schema);
      if (!block) continue;
      ids.add(block.id);
      for (const word of wordsIn(readersText(block))) balance.set(word, (balance.get(word) ?? 0) + sign);
    }
  };
  count(gone, -1);
  count(came, 1);
  let wordsAdded = 0;
  let wordsRemoved = 0;
  for (const more of balance.values()) {
    if (more > 0) wordsAdded += more;
    else wordsRemoved -= more;
  }
  return { wordsAdded, wordsRemoved, blocksChanged: ids.size };
}
