import { canonicalRuns, withText, type Run } from "#shared/document/index.ts";

/** The part of runs between two offsets of their text, in UTF-16 units. */
export function sliceRuns(
  runs: readonly Run[],
  from: number,
  to: number = Number.POSITIVE_INFINITY,
): readonly Run[] {
  let start = 0;
  const kept = runs.map((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += run.text.length;
    return withText(run, text);
  });
  return canonicalRuns(kept);
}
