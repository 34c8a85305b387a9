import { canonicalRuns, runsText, sameAttributes, type Run } from "#shared/document/index.ts";
import { differences } from "./differences.ts";
import type { Effort } from "./effort.ts";
import { readable } from "./readable.ts";
import { readRuns, sideBySide } from "./run-reader.ts";
import { pieceOffsets, rangeLength, splitWords } from "./words.ts";

/**
 * A stretch of a marked-up text. `reformatted` text reads the same and differs in marks, link,
 * tracked change or notes: `was` before, `run` now.
 */
export type TextPiece =
  | { readonly kind: "equal" | "added" | "removed"; readonly run: Run }
  | { readonly kind: "reformatted"; readonly run: Run; readonly was: Run };

/** The text as it was: canonical runs. */
export function textBefore(pieces: readonly TextPiece[]): readonly Run[] {
  return canonicalRuns(
    pieces.flatMap((piece) => {
      if (piece.kind === "added") return [];
      return [piece.kind === "reformatted" ? piece.was : piece.run];
    }),
  );
}

/** The text as it is now: canonical runs. */
export function textAfter(pieces: readonly TextPiece[]): readonly Run[] {
  return canonicalRuns(pieces.flatMap((piece) => (piece.kind === "removed" ? [] : [piece.run])));
}

function sameWords(before: readonly Run[], after: readonly Run[]): readonly TextPiece[] {
  return sideBySide(before, after).flatMap(([was, run]): readonly TextPiece[] => {
    if (!was || !run) return [];
    return [sameAttributes(was, run) ? { kind: "equal", run } : { kind: "reformatted", run, was }];
  });
}

/**
 * Compares two texts word by word, in reading order, removed words before the ones that took
 * their place. Marks, links, tracked changes and notes stay on every piece.
 */
export function compareRuns(
  beforeRuns: readonly Run[],
  afterRuns: readonly Run[],
  effort: Effort,
): readonly TextPiece[] {
  const before = splitWords(runsText(beforeRuns));
  const after = splitWords(runsText(afterRuns));
  const was = readRuns(canonicalRuns(beforeRuns));
  const is = readRuns(canonicalRuns(afterRuns));
  const wasAt = pieceOffsets(before);
  const isAt = pieceOffsets(after);
  const pieces: TextPiece[] = [];
  let told = 0;
  const keep = (to: number): void => {
    const same = rangeLength(wasAt, told, to);
    pieces.push(...sameWords(was.take(same), is.take(same)));
  };
  for (const at of readable(before, after, differences(before, after, effort))) {
    keep(at.beforeFrom);
    const removed = was.take(rangeLength(wasAt, at.beforeFrom, at.beforeTo));
    const added = is.take(rangeLength(isAt, at.afterFrom, at.afterTo));
    pieces.push(...removed.map((run): TextPiece => ({ kind: "removed", run })));
    pieces.push(...added.map((run): TextPiece => ({ kind: "added", run })));
    told = at.beforeTo;
  }
  keep(before.length);
  return pieces;
}
