import { listMarker } from "./list-item.ts";
import { isUnexplained, type MarkedPassage } from "./marks.ts";
import { isTitleLike, wordCount } from "./shape.ts";

const MOST_ITEMS = 10;
const LONGEST_ITEM = 160;
const LONGEST_SUBHEAD_WORDS = 5;

function isItem(passage: MarkedPassage, numbered: boolean): boolean {
  const { text } = passage;
  const marked = listMarker(text)?.kind === "number";
  if (!isUnexplained(passage) && passage.furniture?.where !== "edges") return false;
  return (
    text.length <= LONGEST_ITEM &&
    isTitleLike(text) &&
    passage.dateline?.certainty !== "sure" &&
    (!numbered || marked)
  );
}

/**
 * How many passages under the heading of a box of other stories ("Most read") belong to it: titles
 * that stand as the first one does, numbered or not, parted by empty lines or not. The last one
 * before the story goes on is left to the story where it may be its subhead: set apart from the
 * others, or shorter than they are.
 */
export function boxLength(passages: readonly MarkedPassage[], heading: number): number {
  const first = passages[heading + 1];
  if (first === undefined || !isItem(first, false)) return 0;
  const numbered = listMarker(first.text)?.kind === "number";
  const parted = first.stretch !== passages[heading]?.stretch;
  let length = 1;
  while (length < MOST_ITEMS) {
    const item = passages[heading + 1 + length];
    const before = passages[heading + length];
    if (item === undefined || !isItem(item, numbered)) break;
    if (item.stretch !== before?.stretch && !parted) break;
    length += 1;
  }
  const last = passages[heading + length];
  const goesOn = passages[heading + 1 + length]?.isStory === true && !numbered;
  const others = passages.slice(heading + 1, heading + length);
  const mayBeSubhead = last !== undefined && ((parted && others.length > 0) || isShorter(last.text, others));
  return goesOn && mayBeSubhead ? length - 1 : length;
}

/** True for a title of a few words, fewer than those of the titles above it. */
function isShorter(title: string, others: readonly MarkedPassage[]): boolean {
  const words = wordCount(title);
  return words <= LONGEST_SUBHEAD_WORDS && others.every(({ text }) => wordCount(text) > words);
}
