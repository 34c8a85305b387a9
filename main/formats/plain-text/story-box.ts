import { listMarker } from "./list-item.ts";
import { isUnexplained, type MarkedPassage } from "./marks.ts";
import { isTitleLike } from "./shape.ts";

const MOST_ITEMS = 10;
const LONGEST_ITEM = 160;

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
 * that stand as the first one does, numbered or not, parted by empty lines or not. The last title
 * of several before the story goes on may be the story's own subhead, and is left to it.
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
  const next = passages[heading + 1 + length];
  const goesOn = next !== undefined && next.isStory;
  return goesOn && length > 1 && !numbered && parted ? length - 1 : length;
}
