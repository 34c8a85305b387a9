import type { CopyRun } from "./paragraph-order.ts";

/** The text that runs set. */
export function copyText(runs: readonly CopyRun[]): string {
  return runs.map((run) => run.text).join("");
}

/** The part of the copy between two offsets, with its marks and faces. */
export function copyBetween(runs: readonly CopyRun[], start: number, end: number): readonly CopyRun[] {
  const part: CopyRun[] = [];
  let at = 0;
  for (const run of runs) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, run.text.length);
    if (from < to) part.push({ ...run, text: run.text.slice(from, to) });
    at += run.text.length;
  }
  return part;
}

/** The copy without what stands between two offsets. */
export function copyWithout(runs: readonly CopyRun[], start: number, end: number): readonly CopyRun[] {
  return [...copyBetween(runs, 0, start), ...copyBetween(runs, end, copyText(runs).length)];
}
