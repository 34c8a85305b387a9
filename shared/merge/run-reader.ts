import { withText, type Run } from "#shared/document/index.ts";

/** Takes text off the front of runs, a stretch at a time. Lengths are in UTF-16 code units. */
export interface RunReader {
  readonly take: (length: number) => readonly Run[];
}

/** Starts reading at the first character. */
export function readRuns(runs: readonly Run[]): RunReader {
  let nth = 0;
  let at = 0;
  return {
    take: (length) => {
      const taken: Run[] = [];
      let missing = length;
      for (let run = runs[nth]; run && missing > 0; run = runs[nth]) {
        const text = run.text.slice(at, at + missing);
        missing -= text.length;
        at += text.length;
        if (text !== "") taken.push(withText(run, text));
        if (at >= run.text.length) {
          nth += 1;
          at = 0;
        }
      }
      return taken;
    },
  };
}

/** Cuts stretches of the same text at every run boundary of any of them: one run of each, side by side. */
export function sideBySide(...stretches: readonly (readonly Run[])[]): readonly (readonly Run[])[] {
  const ends = new Set<number>();
  for (const runs of stretches) {
    let end = 0;
    for (const run of runs) ends.add((end += run.text.length));
  }
  const readers = stretches.map(readRuns);
  let from = 0;
  return [...ends]
    .toSorted((a, b) => a - b)
    .map((end) => {
      const length = end - from;
      from = end;
      return readers.flatMap((reader) => reader.take(length));
    });
}
