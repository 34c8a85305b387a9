import { canonicalRuns, withText, type Run } from "#shared/document/index.ts";

/** Other text in place of a stretch of runs, by offsets in UTF-16 units. It looks like what stood there. */
export interface RunEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Runs with some stretches of their text replaced. The edits come in order and do not overlap. */
export function editRuns(runs: readonly Run[], edits: readonly RunEdit[]): readonly Run[] {
  if (edits.length === 0) return runs;
  const edited: Run[] = [];
  let start = 0;
  let next = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    let text = "";
    let at = start;
    while (next < edits.length) {
      const edit = edits[next];
      if (!edit || edit.from >= end) break;
      if (edit.from >= at) text += run.text.slice(at - start, edit.from - start) + edit.text;
      at = Math.max(at, Math.min(edit.to, end));
      if (edit.to > end) break;
      next += 1;
    }
    edited.push(withText(run, text + run.text.slice(at - start)));
    start = end;
  }
  return canonicalRuns(edited);
}

/** Runs parted at every match of a pattern, the matches gone. The pattern must be global. */
export function splitRuns(runs: readonly Run[], text: string, pattern: RegExp): readonly (readonly Run[])[] {
  const cuts = [...text.matchAll(pattern)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
  }));
  if (cuts.length === 0) return [runs];
  const parts: Run[][] = [[]];
  let start = 0;
  let next = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    let at = start;
    for (;;) {
      const cut = cuts[next];
      const stop = Math.min(end, cut?.from ?? end);
      if (stop > at) parts.at(-1)?.push(withText(run, run.text.slice(at - start, stop - start)));
      if (!cut || cut.from >= end) break;
      at = Math.max(at, Math.min(cut.to, end));
      if (cut.to > end) break;
      parts.push([]);
      next += 1;
    }
    start = end;
  }
  return parts.map((part) => canonicalRuns(part));
}
