import { canonicalRuns, MARKS, runsText, type Mark, type Run } from "#shared/document/index.ts";
import { differences } from "./differences.ts";
import type { Effort } from "./effort.ts";
import { foldedText, type FoldedText } from "./folded-text.ts";
import { readRuns } from "./run-reader.ts";
import { pieceOffsets, splitWords } from "./words.ts";

/** The marks of new text: those of the text on both sides of it, or on the only side that has any. */
function marksBetween(before: Run | undefined, after: Run | undefined): readonly Mark[] {
  const [one, other] = [before ?? after, after ?? before];
  return MARKS.filter((mark) => one?.marks?.includes(mark) === true && other?.marks?.includes(mark) === true);
}

/** Where the folded text of some pieces ends in the text itself. */
function placeOf({ places }: FoldedText, offset: number | undefined): number {
  return places[offset ?? 0] ?? 0;
}

/**
 * A text that came without any look, set as the story's own text is set. Words that both have stay as
 * the story has them, with its marks, links, notes, quotation marks and dashes; new words take the
 * marks of the words around them.
 */
export function inTheLookOf(was: readonly Run[], came: readonly Run[], effort: Effort): readonly Run[] {
  const [ours, theirs] = [foldedText(runsText(was)), foldedText(runsText(came))];
  const [before, after] = [splitWords(ours.text), splitWords(theirs.text)];
  const [wasAt, isAt] = [pieceOffsets(before), pieceOffsets(after)];
  const [old, fresh] = [readRuns(canonicalRuns(was)), readRuns(canonicalRuns(came))];
  let read = { was: 0, is: 0 };
  const take = (
    toWas: number,
    toIs: number,
  ): { readonly was: readonly Run[]; readonly is: readonly Run[] } => {
    const [wasTo, isTo] = [placeOf(ours, wasAt[toWas]), placeOf(theirs, isAt[toIs])];
    const taken = { was: old.take(wasTo - read.was), is: fresh.take(isTo - read.is) };
    read = { was: wasTo, is: isTo };
    return taken;
  };
  const set: Run[] = [];
  let waiting = "";
  const keep = (runs: readonly Run[]): void => {
    const marks = marksBetween(set.at(-1), runs[0]);
    if (waiting !== "") set.push({ text: waiting, ...(marks.length > 0 ? { marks } : {}) });
    waiting = "";
    set.push(...runs);
  };
  for (const at of differences(before, after, effort)) {
    keep(take(at.beforeFrom, at.afterFrom).was);
    waiting = runsText(take(at.beforeTo, at.afterTo).is);
  }
  keep(take(before.length, after.length).was);
  return canonicalRuns(set);
}
