import { canonicalRuns, withText, type Mark, type Run } from "#shared/document/index.ts";

/** Marks that a stretch of text gets and loses. */
export interface MarkChange {
  readonly sets: readonly Mark[];
  readonly clears: readonly Mark[];
}

/** A stretch of the final text of runs, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Text stands over or under the line, never both. */
const OPPOSITE: Partial<Record<Mark, Mark>> = { superscript: "subscript", subscript: "superscript" };

function marksAfter(marks: readonly Mark[], { sets, clears }: MarkChange): readonly Mark[] {
  const goes = new Set<Mark>([...clears, ...sets.flatMap((mark) => OPPOSITE[mark] ?? [])]);
  return [...marks.filter((mark) => !goes.has(mark) && !sets.includes(mark)), ...sets];
}

/** Gives stretches of the final text other marks. Stretches come in order; struck text stays as it is. */
export function markRuns(
  runs: readonly Run[],
  stretches: readonly Stretch[],
  change: MarkChange,
): readonly Run[] {
  const marked: Run[] = [];
  let start = 0;
  let nth = 0;
  for (const run of runs) {
    if (run.deleted) {
      marked.push(run);
      continue;
    }
    const end = start + run.text.length;
    let at = start;
    for (let one = stretches[nth]; one !== undefined && one.from < end; one = stretches[nth]) {
      const from = Math.max(at, one.from);
      const to = Math.min(end, one.to);
      marked.push(withText(run, run.text.slice(at - start, from - start)));
      marked.push({
        ...withText(run, run.text.slice(from - start, to - start)),
        marks: marksAfter(run.marks ?? [], change),
      });
      at = to;
      if (one.to > end) break;
      nth += 1;
    }
    marked.push(withText(run, run.text.slice(at - start)));
    start = end;
  }
  return canonicalRuns(marked);
}
