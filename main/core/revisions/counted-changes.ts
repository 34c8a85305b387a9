import { parseStory, DOCUMENT_SCHEMA, type Block } from "#shared/document/index.ts";
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

function blockOf(json: string): Block | undefined {
  const story = parseStory({ schema: DOCUMENT_SCHEMA, blocks: [JSON.parse(json)] });
  return story.ok ? story.value.blocks[0] : undefined;
}

/**
 * Counts the change from the blocks that are gone to those that came (as stored JSON), where all
 * other blocks stayed as they were. A count for a list: what changed is told by comparing.
 */
export function countChanges(gone: readonly string[], came: readonly string[]): CountedChanges {
  const balance = new Map<string, number>();
  const ids = new Set<string>();
  const count = (json: string, sign: 1 | -1): void => {
    const block = blockOf(json);
    if (!block) return;
    ids.add(block.id);
    for (const word of wordsIn(readersText(block))) balance.set(word, (balance.get(word) ?? 0) + sign);
  };
  for (const json of gone) count(json, -1);
  for (const json of came) count(json, 1);
  let wordsAdded = 0;
  let wordsRemoved = 0;
  for (const more of balance.values()) {
    if (more > 0) wordsAdded += more;
    else wordsRemoved -= more;
  }
  return { wordsAdded, wordsRemoved, blocksChanged: ids.size };
}
