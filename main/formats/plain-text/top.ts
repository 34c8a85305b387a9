import { isHeadlineLike, isLabel, repeatedTitles } from "./headline.ts";
import { isUnexplained, type MarkedPassage } from "./marks.ts";
import { isTitleLike, startsLower } from "./shape.ts";

/** Where the story begins, and what stands above it. Places are indexes of passages. */
export interface Top {
  readonly headline: number | null;
  /** The byline or dateline that shows where the story begins, or its first paragraph; the number of passages where there is nothing. */
  readonly anchor: number;
  /** The first passage of the body. */
  readonly body: number;
  /** Lines that only repeat the headline. */
  readonly repeated: ReadonlySet<number>;
}

const MOST_ABOVE_BYLINE = 3;
const MOST_DECKS_TOLD = 2;
const LONGEST_DECK = 350;
const LONGEST_TOLD_HEADLINE = 140;
const MOST_TITLES = 60;

/** The byline, or else the dateline, that comes before the story is well under way; else its first paragraph. */
function findAnchor(passages: readonly MarkedPassage[]): number {
  let first: number | null = null;
  let told = 0;
  for (const [at, passage] of passages.entries()) {
    if (passage.byline !== null) return at;
    if (!passage.isStory) continue;
    const certainty = passage.dateline?.certainty;
    if (certainty === "sure" || certainty === "likely") return at;
    first ??= at;
    told += 1;
    if (told > MOST_ABOVE_BYLINE || passage.text.length > LONGEST_DECK) return first;
  }
  return first ?? passages.length;
}

function firstStory(passages: readonly MarkedPassage[], from: number): number {
  const at = passages.findIndex((passage, index) => index >= from && passage.isStory);
  return at < 0 ? passages.length : at;
}

/**
 * The lines above the anchor among which the headline is, nearest first: those between it and the
 * masthead. Shares, times and headers between them do not part them.
 */
function titlesAbove(
  passages: readonly MarkedPassage[],
  anchor: number,
  repeated: ReadonlySet<number>,
): readonly number[] {
  const titles: number[] = [];
  for (let at = anchor - 1; at >= 0; at -= 1) {
    const passage = passages[at];
    if (passage === undefined || repeated.has(at)) continue;
    if (titles.length > 0 && (passage.furniture?.role === "masthead" || passage.mail !== null)) break;
    if (isUnexplained(passage)) titles.push(at);
  }
  return titles;
}

function findHeadline(
  passages: readonly MarkedPassage[],
  anchor: number,
  repeated: ReadonlySet<number>,
): number | null {
  const titles = titlesAbove(passages, anchor, repeated).toReversed();
  const text = (at: number) => passages[at]?.text ?? "";
  const called = titles.find((at) => isHeadlineLike(text(at)));
  if (called !== undefined) return called;
  const brief = titles.find((at) => isTitleLike(text(at)) && !isLabel(text(at)));
  if (brief !== undefined) return brief;
  const hasByline = passages[anchor] !== undefined && passages[anchor].byline !== null;
  const told = hasByline ? titles.find((at) => text(at).length <= LONGEST_TOLD_HEADLINE) : undefined;
  return told ?? titles.find((at) => isTitleLike(text(at))) ?? null;
}

function repeatedAbove(passages: readonly MarkedPassage[], anchor: number): ReadonlySet<number> {
  const titles = passages
    .slice(0, anchor)
    .flatMap(({ text }, at) => (isTitleLike(text) ? [{ at, text }] : []))
    .slice(0, MOST_TITLES);
  return repeatedTitles(titles);
}

function topAt(passages: readonly MarkedPassage[], anchor: number): Top {
  const repeated = repeatedAbove(passages, anchor);
  const headline = findHeadline(passages, anchor, repeated);
  const atByline = passages[anchor] !== undefined && passages[anchor].byline !== null;
  return { headline, anchor, body: atByline ? bodyBelow(passages, anchor) : anchor, repeated };
}

/** The first paragraph below the byline: the first told one, or the first line that nothing explains where all are short. */
function bodyBelow(passages: readonly MarkedPassage[], byline: number): number {
  const told = firstStory(passages, byline + 1);
  return told < passages.length ? told : byline + 1;
}

/** True where sentences stand between headline and anchor that are too many or too long for decks: the story has begun above. */
function isBegun(passages: readonly MarkedPassage[], { headline, anchor }: Top): boolean {
  const from = headline === null ? 0 : headline + 1;
  const told = passages.slice(from, anchor).filter((passage) => passage.isStory);
  return (
    told.length > (headline === null ? 0 : MOST_DECKS_TOLD) ||
    told.some(({ text }) => text.length > LONGEST_DECK)
  );
}

/** Where nothing is told and nobody named (a list, a table), the first line of several is the headline, and all that follows the body. */
function topOfTitles(passages: readonly MarkedPassage[]): Top {
  const repeated: ReadonlySet<number> = new Set();
  const first = passages.findIndex((passage) => isUnexplained(passage) && isTitleLike(passage.text));
  if (first < 0 || first === passages.length - 1) return { headline: null, anchor: 0, body: 0, repeated };
  return { headline: first, anchor: first + 1, body: first + 1, repeated };
}

/** Finds where the story begins, and its headline above. */
export function readTop(passages: readonly MarkedPassage[]): Top {
  const anchor = findAnchor(passages);
  if (anchor === passages.length) return topOfTitles(passages);
  const top = topAt(passages, anchor);
  const first = firstStory(passages, 0);
  if (first < top.anchor && isBegun(passages, top)) return topAt(passages, first);
  return top;
}

/** True where a line only goes on with the headline above it: it begins in the middle of a phrase. */
export function goesOnFrom(headline: string, next: MarkedPassage): boolean {
  return startsLower(next.text) && isTitleLike(headline) && isTitleLike(next.text) && isUnexplained(next);
}
