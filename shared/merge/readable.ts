import type { Difference } from "./differences.ts";
import { isWord, pieceOffsets, rangeLength } from "./words.ts";

const SENTENCE_END = /[.!?…]["'”’)\]]*$/u;
const CLAUSE_END = /[,;:–—]$/u;
const SPACE = /^\s+$/u;

/** What two differences amount to when the words between them, same on both sides, are told as changed too. */
function joined(first: Difference, second: Difference): Difference {
  return { ...first, beforeTo: second.beforeTo, afterTo: second.afterTo };
}

function isReplacement({ beforeFrom, beforeTo, afterFrom, afterTo }: Difference): boolean {
  return beforeFrom < beforeTo && afterFrom < afterTo;
}

/**
 * Joins neighbours where what stayed between them is no longer than what changed on either side: a
 * space or a lone “of” that two wordings share by chance tells nothing. After Neil Fraser's
 * semantic clean-up in diff-match-patch, but words between two mere additions stay.
 */
function withoutCrumbs(
  before: readonly string[],
  after: readonly string[],
  found: readonly Difference[],
): readonly Difference[] {
  const was = pieceOffsets(before);
  const is = pieceOffsets(after);
  const size = (at: Difference): number =>
    Math.max(rangeLength(was, at.beforeFrom, at.beforeTo), rangeLength(is, at.afterFrom, at.afterTo));
  const belong = (first: Difference, second: Difference): boolean => {
    const between = rangeLength(was, first.beforeTo, second.beforeFrom);
    if (between > Math.min(size(first), size(second))) return false;
    const replaced = [first, second].filter(isReplacement).length;
    return (
      replaced === 2 || (replaced === 1 && !before.slice(first.beforeTo, second.beforeFrom).some(isWord))
    );
  };
  const kept: Difference[] = [];
  for (const next of found) {
    let current = next;
    for (let last = kept.at(-1); last && belong(last, current); last = kept.at(-1)) {
      current = joined(last, current);
      kept.pop();
    }
    kept.push(current);
  }
  return kept;
}

/** How good a place is for a change to begin: at a line's start, after a sentence, a clause, a word. */
function edgeScore(pieces: readonly string[], at: number): number {
  const last = pieces[at - 1];
  if (last === undefined || last === "\n") return 4;
  if (!SPACE.test(last)) return 0;
  const said = `${pieces[at - 3] ?? ""}${pieces[at - 2] ?? ""}`;
  if (SENTENCE_END.test(said)) return 3;
  return CLAUSE_END.test(said) ? 2 : 1;
}

/** How far back an added or removed stretch may slide to begin at the best place that it can. */
function bestSlide(pieces: readonly string[], from: number, to: number, room: number): number {
  let best = 0;
  let bestScore = edgeScore(pieces, from);
  for (let slide = 1; slide <= room && pieces[from - slide] === pieces[to - slide]; slide += 1) {
    const score = edgeScore(pieces, from - slide);
    if (score > bestScore) {
      best = slide;
      bestScore = score;
    }
  }
  return best;
}

/**
 * The same differences as a person would tell them: no crumbs of chance agreement between changed
 * words, and an added or removed sentence begins where the sentence does.
 */
export function readable(
  before: readonly string[],
  after: readonly string[],
  found: readonly Difference[],
): readonly Difference[] {
  let free = 0;
  return withoutCrumbs(before, after, found).map((at) => {
    const room = at.beforeFrom - free;
    free = at.beforeTo;
    let slide = 0;
    if (at.beforeFrom === at.beforeTo) slide = bestSlide(after, at.afterFrom, at.afterTo, room);
    else if (at.afterFrom === at.afterTo) slide = bestSlide(before, at.beforeFrom, at.beforeTo, room);
    return {
      beforeFrom: at.beforeFrom - slide,
      beforeTo: at.beforeTo - slide,
      afterFrom: at.afterFrom - slide,
      afterTo: at.afterTo - slide,
    };
  });
}
