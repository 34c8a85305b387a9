import type { Effort } from "./effort.ts";
import { longestIncreasing } from "./increasing.ts";

/** One place where two sequences differ: what stood in `before` there, and what stands in `after`. Ends are exclusive. */
export interface Difference {
  readonly beforeFrom: number;
  readonly beforeTo: number;
  readonly afterFrom: number;
  readonly afterTo: number;
}

/** More edits than this between two anchors are no edit any more, but another text. */
const MOST_EDITS = 256;

const NOWHERE = -1;

function interned(before: readonly string[], after: readonly string[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numbered = (pieces: readonly string[]): Int32Array =>
    Int32Array.from(pieces, (piece) => {
      const known = numbers.get(piece) ?? numbers.size;
      numbers.set(piece, known);
      return known;
    });
  return [numbered(before), numbered(after)];
}

interface Sequences {
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** For each place of `before`, its place in `after`, or {@link NOWHERE}. */
  readonly matched: Int32Array;
}

/** Matches what both ranges begin and end with; gives the rest between. */
function matchEnds({ before, after, matched }: Sequences, range: Difference): Difference {
  let { beforeFrom, beforeTo, afterFrom, afterTo } = range;
  while (beforeFrom < beforeTo && afterFrom < afterTo && before[beforeFrom] === after[afterFrom]) {
    matched[beforeFrom] = afterFrom;
    beforeFrom += 1;
    afterFrom += 1;
  }
  while (beforeFrom < beforeTo && afterFrom < afterTo && before[beforeTo - 1] === after[afterTo - 1]) {
    beforeTo -= 1;
    afterTo -= 1;
    matched[beforeTo] = afterTo;
  }
  return { beforeFrom, beforeTo, afterFrom, afterTo };
}

/** Where each piece that stands exactly once in the range stands. */
function onlyPlaces(pieces: Int32Array, from: number, to: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let place = from; place < to; place += 1) {
    const piece = pieces[place] ?? NOWHERE;
    places.set(piece, places.has(piece) ? NOWHERE : place);
  }
  return places;
}

/**
 * Bram Cohen's patience diff: the pieces that stand exactly once in both ranges, as many as keep
 * their order, hold the two texts together. Gives the ranges between them, or null where there are none.
 */
function matchAnchors(
  { before, after, matched }: Sequences,
  range: Difference,
): readonly Difference[] | null {
  const once = onlyPlaces(before, range.beforeFrom, range.beforeTo);
  const onceAfter = onlyPlaces(after, range.afterFrom, range.afterTo);
  const anchors: { readonly was: number; readonly is: number }[] = [];
  for (const [piece, is] of onceAfter) {
    const was = once.get(piece) ?? NOWHERE;
    if (is !== NOWHERE && was !== NOWHERE) anchors.push({ was, is });
  }
  if (anchors.length === 0) return null;
  const ordered = anchors.toSorted((a, b) => a.is - b.is);
  const gaps: Difference[] = [];
  let { beforeFrom, afterFrom } = range;
  for (const nth of longestIncreasing(ordered.map(({ was }) => was))) {
    const anchor = ordered[nth];
    if (!anchor) continue;
    matched[anchor.was] = anchor.is;
    gaps.push({ beforeFrom, beforeTo: anchor.was, afterFrom, afterTo: anchor.is });
    beforeFrom = anchor.was + 1;
    afterFrom = anchor.is + 1;
  }
  gaps.push({ beforeFrom, beforeTo: range.beforeTo, afterFrom, afterTo: range.afterTo });
  return gaps;
}

/** Whether the furthest path to diagonal `k` comes from the one above it: by an insertion. */
function comesDown(k: number, edits: number, left: number, right: number): boolean {
  return k === -edits || (k !== edits && left < right);
}

/** Follows the trail of {@link matchShortest} back and keeps its diagonals. */
function followBack(matched: Int32Array, range: Difference, trail: readonly Int32Array[]): void {
  let x = range.beforeTo - range.beforeFrom;
  let y = range.afterTo - range.afterFrom;
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const furthest = trail[edits];
    const k = x - y;
    const left = furthest?.[k + edits] ?? 0;
    const right = furthest?.[k + edits + 2] ?? 0;
    const down = comesDown(k, edits, left, right);
    const fromX = edits === 0 ? 0 : down ? right : left;
    const fromY = edits === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      matched[range.beforeFrom + x] = range.afterFrom + y;
    }
    x = fromX;
    y = fromY;
  }
}

/**
 * The shortest way from one range to the other: the greedy algorithm of E. W. Myers, “An O(ND)
 * difference algorithm and its variations”, Algorithmica 1 (1986), figure 2. Matches nothing where
 * the way is longer than {@link MOST_EDITS} or the effort is spent.
 */
function matchShortest({ before, after, matched }: Sequences, range: Difference, effort: Effort): void {
  const width = range.beforeTo - range.beforeFrom;
  const height = range.afterTo - range.afterFrom;
  const most = Math.min(width + height, MOST_EDITS);
  const zero = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= most && effort.spent <= effort.limit; edits += 1) {
    trail.push(furthest.slice(zero - edits - 1, zero + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const left = furthest[zero + k - 1] ?? 0;
      const right = furthest[zero + k + 1] ?? 0;
      const start = comesDown(k, edits, left, right) ? right : left + 1;
      let x = start;
      while (x < width && x - k < height && before[range.beforeFrom + x] === after[range.afterFrom + x - k]) {
        x += 1;
      }
      effort.spent += 1 + x - start;
      furthest[zero + k] = x;
      if (x >= width && x - k >= height) {
        followBack(matched, range, trail);
        return;
      }
    }
  }
}

function matchRange(sequences: Sequences, whole: Difference, effort: Effort): void {
  const open = [whole];
  for (let range = open.pop(); range && effort.spent <= effort.limit; range = open.pop()) {
    effort.spent += range.beforeTo - range.beforeFrom + range.afterTo - range.afterFrom;
    const rest = matchEnds(sequences, range);
    if (rest.beforeFrom === rest.beforeTo || rest.afterFrom === rest.afterTo) continue;
    const gaps = matchAnchors(sequences, rest);
    if (!gaps) matchShortest(sequences, rest, effort);
    for (const gap of gaps ?? []) open.push(gap);
  }
}

function unmatched(matched: Int32Array, afterLength: number): readonly Difference[] {
  const found: Difference[] = [];
  let beforeFrom = 0;
  let afterFrom = 0;
  const close = (beforeTo: number, afterTo: number): void => {
    if (beforeFrom < beforeTo || afterFrom < afterTo) {
      found.push({ beforeFrom, beforeTo, afterFrom, afterTo });
    }
    beforeFrom = beforeTo + 1;
    afterFrom = afterTo + 1;
  };
  for (const [place, partner] of matched.entries()) {
    if (partner !== NOWHERE) close(place, partner);
  }
  close(matched.length, afterLength);
  return found;
}

/**
 * Where two sequences differ, in order; what lies between the differences is the same in both, and
 * no two differences touch. Patience anchors first, Myers between them. Costs at most
 * {@link MOST_EDITS} steps for each piece, and never more than the effort allows.
 */
export function differences(
  before: readonly string[],
  after: readonly string[],
  effort: Effort,
): readonly Difference[] {
  const [was, is] = interned(before, after);
  const matched = new Int32Array(was.length).fill(NOWHERE);
  matchRange(
    { before: was, after: is, matched },
    { beforeFrom: 0, beforeTo: was.length, afterFrom: 0, afterTo: is.length },
    effort,
  );
  return unmatched(matched, is.length);
}
