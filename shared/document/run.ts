/** Every mark that text can carry, in the order in which marks are stored. */
export const MARKS = [
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "superscript",
  "subscript",
  "smallCaps",
] as const;
export type Mark = (typeof MARKS)[number];

export interface Link {
  readonly href: string;
}

/** A tracked insertion or deletion of the run that carries it. `by` is a person's id, `at` an ISO 8601 UTC time. */
export interface TrackedChange {
  readonly id: string;
  readonly kind: "insert" | "delete";
  readonly by: string;
  readonly at: string;
}

/** A tracked change of marks only: what the run's marks were before. */
export interface FormatChange {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly was: readonly Mark[];
}

/** A stretch of text whose every character has the same marks, link, tracked change and notes. */
export interface Run {
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly link?: Link;
  readonly change?: TrackedChange;
  readonly formatChange?: FormatChange;
  /** Ids of the notes anchored to this text. */
  readonly notes?: readonly string[];
}

/** The text of the runs as it stands, tracked deletions included. */
export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}

/** The same run with other text. */
export function withText(run: Run, text: string): Run {
  return { ...run, text };
}

function sortedMarks(marks: readonly Mark[]): Mark[] {
  return MARKS.filter((mark) => marks.includes(mark));
}

function canonicalRun(run: Run): Run {
  const { text, marks, link, change, formatChange, notes } = run;
  return {
    text,
    ...(marks && marks.length > 0 ? { marks: sortedMarks(marks) } : {}),
    ...(link ? { link } : {}),
    ...(change ? { change } : {}),
    ...(formatChange ? { formatChange: { ...formatChange, was: sortedMarks(formatChange.was) } } : {}),
    ...(notes && notes.length > 0 ? { notes: [...new Set(notes)].toSorted() } : {}),
  };
}

function attributeKey({ marks, link, change, formatChange, notes }: Run): string {
  const trackedParts = change ? [change.id, change.kind, change.by, change.at] : null;
  const formatParts = formatChange
    ? [formatChange.id, formatChange.by, formatChange.at, formatChange.was]
    : null;
  return JSON.stringify([marks ?? null, link?.href ?? null, trackedParts, formatParts, notes ?? null]);
}

/** True where two canonical runs differ in their text at most. */
export function sameAttributes(a: Run, b: Run): boolean {
  return attributeKey(a) === attributeKey(b);
}

/**
 * The one form in which runs are stored and compared: no empty run, no two neighbours with the
 * same attributes, marks in the order of {@link MARKS}, note ids sorted.
 */
export function canonicalRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === "") continue;
    const next = canonicalRun(run);
    const last = joined.at(-1);
    if (last && sameAttributes(last, next)) {
      joined[joined.length - 1] = withText(last, last.text + next.text);
    } else {
      joined.push(next);
    }
  }
  return joined;
}
