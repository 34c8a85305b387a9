import { canonicalRuns, runsText, type Run } from "#shared/document/index.ts";
import { differences, type Difference } from "./differences.ts";
import type { Effort } from "./effort.ts";
import { readRuns, sideBySide } from "./run-reader.ts";
import { sameValue } from "./same-content.ts";
import { agree, agreeOnMembers, type Agreed } from "./three-way.ts";
import { pieceOffsets, rangeLength, splitWords } from "./words.ts";

interface Version {
  readonly runs: readonly Run[];
  readonly words: readonly string[];
  readonly offsets: readonly number[];
}

/** What one side put in the place of a stretch of the base's words. */
interface Edit {
  readonly side: "ours" | "theirs" | "both";
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  readonly runs: readonly Run[];
}

function versionOf(runs: readonly Run[]): Version {
  const words = splitWords(runsText(runs));
  return { runs: canonicalRuns(runs), words, offsets: pieceOffsets(words) };
}

function editsOf(side: "ours" | "theirs", base: Version, version: Version, effort: Effort): readonly Edit[] {
  const reader = readRuns(version.runs);
  let read = 0;
  return differences(base.words, version.words, effort).map((at: Difference) => {
    reader.take(rangeLength(version.offsets, read, at.afterFrom));
    read = at.afterTo;
    return {
      side,
      from: at.beforeFrom,
      to: at.beforeTo,
      words: version.words.slice(at.afterFrom, at.afterTo),
      runs: reader.take(rangeLength(version.offsets, at.afterFrom, at.afterTo)),
    };
  });
}

/** True where both cannot stand: they share words of the base, or insert at the very same point. */
function clash(first: Edit, second: Edit): boolean {
  if (second.from < first.to) return true;
  return first.from === first.to && second.from === second.to && first.from === second.from;
}

/** Both sides' edits in reading order, equal ones once; null where two of them clash. */
function combined(ours: readonly Edit[], theirs: readonly Edit[]): readonly Edit[] | null {
  const edits: Edit[] = [];
  for (const edit of [...ours, ...theirs].toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = edits.at(-1);
    if (last && clash(last, edit)) {
      const { side: _last, ...done } = last;
      const { side: _edit, ...wanted } = edit;
      if (!sameValue(done, wanted)) return null;
      edits[edits.length - 1] = { ...edit, side: "both" };
    } else {
      edits.push(edit);
    }
  }
  return edits;
}

/** One stretch of text that nobody reworded, with what either side did to its marks, link, change and notes. */
function agreeOnAttributes(base: Run, ours: Run, theirs: Run): Agreed<Run> {
  const link = agree(base.link, ours.link, theirs.link);
  const inserted = agree(base.inserted, ours.inserted, theirs.inserted);
  const deleted = agree(base.deleted, ours.deleted, theirs.deleted);
  const formats = agree(base.formats, ours.formats, theirs.formats);
  if (!link || !inserted || !deleted || !formats) return null;
  return {
    value: {
      text: base.text,
      marks: agreeOnMembers(base.marks ?? [], ours.marks ?? [], theirs.marks ?? []),
      notes: agreeOnMembers(base.notes ?? [], ours.notes ?? [], theirs.notes ?? []),
      ...(link.value ? { link: link.value } : {}),
      ...(inserted.value ? { inserted: inserted.value } : {}),
      ...(deleted.value ? { deleted: deleted.value } : {}),
      ...(formats.value ? { formats: formats.value } : {}),
    },
  };
}

/**
 * True where the side that kept the words did no more to them than set marks. A link, a tracked
 * change or a note on words that the other side replaced would be lost with them.
 */
function onlyMarksDiffer(base: readonly Run[], kept: readonly Run[]): boolean {
  return sideBySide(base, kept).every(([was, is]) => {
    const { marks: _was, ...before } = was ?? { text: "" };
    const { marks: _is, ...after } = is ?? { text: "" };
    return sameValue(before, after);
  });
}

/** Where the words of an edit touch, they must not run into one word that nobody wrote. */
function readsAs(runs: readonly Run[], words: readonly string[]): boolean {
  return sameValue(splitWords(runsText(runs)), words);
}

function applied(
  edits: readonly Edit[],
  base: Version,
  ours: Version,
  theirs: Version,
): readonly Run[] | null {
  const readers = [base, ours, theirs].map(({ runs }) => readRuns(runs));
  const [was, mine, other] = readers;
  if (!was || !mine || !other) return null;
  const runs: Run[] = [];
  const words: string[] = [];
  let read = 0;
  const keepTo = (to: number): boolean => {
    const length = rangeLength(base.offsets, read, to);
    for (const [b, o, t] of sideBySide(...readers.map((reader) => reader.take(length)))) {
      const agreed = b && o && t ? agreeOnAttributes(b, o, t) : null;
      if (!agreed) return false;
      runs.push(agreed.value);
    }
    words.push(...base.words.slice(read, to));
    read = to;
    return true;
  };
  for (const edit of edits) {
    if (!keepTo(edit.from)) return null;
    const length = rangeLength(base.offsets, edit.from, edit.to);
    const written = runsText(edit.runs).length;
    const replaced = was.take(length);
    const fromOurs = mine.take(edit.side === "theirs" ? length : written);
    const fromTheirs = other.take(edit.side === "ours" ? length : written);
    if (edit.side === "theirs" && !onlyMarksDiffer(replaced, fromOurs)) return null;
    if (edit.side === "ours" && !onlyMarksDiffer(replaced, fromTheirs)) return null;
    runs.push(...edit.runs);
    words.push(...edit.words);
    read = edit.to;
  }
  if (!keepTo(base.words.length)) return null;
  return readsAs(runs, words) ? canonicalRuns(runs) : null;
}

/**
 * Merges what two sides made of one text, word by word (the three-way merge of diff3: S. Khanna,
 * K. Kunal, B. C. Pierce, “A formal investigation of diff3”, 2007). Null where they changed the
 * same words, or the same words' link, tracked change or note, each in another way; marks combine.
 */
export function mergeRuns(
  base: readonly Run[],
  ours: readonly Run[],
  theirs: readonly Run[],
  effort: Effort,
): Agreed<readonly Run[]> {
  const [was, mine, other] = [versionOf(base), versionOf(ours), versionOf(theirs)];
  const whole = agree(was.runs, mine.runs, other.runs);
  if (whole) return whole;
  const edits = combined(editsOf("ours", was, mine, effort), editsOf("theirs", was, other, effort));
  const runs = edits ? applied(edits, was, mine, other) : null;
  return runs ? { value: runs } : null;
}
