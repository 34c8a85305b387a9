import { sameStamp, type Stamp } from "./stamp.ts";

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

/** A tracked change of marks or link: what it added, what it took away, and the link that was there before it. */
export interface FormatChange extends Stamp {
  readonly added?: readonly Mark[];
  readonly removed?: readonly Mark[];
  /** Null where the text had no link; absent where the change is not of the link. */
  readonly linkWas?: Link | null;
}

/** A stretch of text whose every character has the same marks, link, tracked changes and notes. */
export interface Run {
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly link?: Link;
  /** Somebody put this text in, and nobody has decided on it yet. */
  readonly inserted?: Stamp;
  /** Somebody struck this text out. Text can be both: struck out of what another put in. */
  readonly deleted?: Stamp;
  /** Changes of marks and link, in the order in which they were made. */
  readonly formats?: readonly FormatChange[];
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

function canonicalFormat({ id, by, at, added, removed, linkWas }: FormatChange): FormatChange {
  return {
    id,
    by,
    at,
    ...(added && added.length > 0 ? { added: sortedMarks(added) } : {}),
    ...(removed && removed.length > 0 ? { removed: sortedMarks(removed) } : {}),
    ...(linkWas === undefined ? {} : { linkWas }),
  };
}

function saysSomething({ added, removed, linkWas }: FormatChange): boolean {
  return (added?.length ?? 0) > 0 || (removed?.length ?? 0) > 0 || linkWas !== undefined;
}

function canonicalRun(run: Run): Run {
  const { text, marks, link, inserted, deleted, formats, notes } = run;
  const telling = formats?.filter(saysSomething).map(canonicalFormat) ?? [];
  return {
    text,
    ...(marks && marks.length > 0 ? { marks: sortedMarks(marks) } : {}),
    ...(link ? { link } : {}),
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(telling.length > 0 ? { formats: telling } : {}),
    ...(notes && notes.length > 0 ? { notes: [...new Set(notes)].toSorted() } : {}),
  };
}

function sameList<T>(
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  same: (one: T, other: T) => boolean = Object.is,
): boolean {
  if (a === b) return true;
  if (a?.length !== b?.length) return false;
  return (
    a?.every((one, at) => {
      const other = b?.[at];
      return other !== undefined && same(one, other);
    }) ?? true
  );
}

function sameFormat(a: FormatChange, b: FormatChange): boolean {
  return (
    sameStamp(a, b) &&
    sameList(a.added, b.added) &&
    sameList(a.removed, b.removed) &&
    a.linkWas?.href === b.linkWas?.href &&
    (a.linkWas === undefined) === (b.linkWas === undefined)
  );
}

/** True where two canonical runs differ in their text at most. */
export function sameAttributes(a: Run, b: Run): boolean {
  return (
    sameList(a.marks, b.marks) &&
    a.link?.href === b.link?.href &&
    sameStamp(a.inserted, b.inserted) &&
    sameStamp(a.deleted, b.deleted) &&
    sameList(a.formats, b.formats, sameFormat) &&
    sameList(a.notes, b.notes)
  );
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
