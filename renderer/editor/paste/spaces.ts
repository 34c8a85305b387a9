import { runsText, type Run } from "#shared/document/index.ts";
import { editRuns, type RunEdit } from "./run-edits.ts";

const NO_BREAK = "\u00A0";
/** A stretch of spaces with what stands around it. */
const SPACES = /[ \u00A0]+/g;
/** Letters that belong to what follows: an initial, an abbreviation, a figure, a sign, a French quote or a dash. */
const HOLDS_ON =
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|\p{L}\.|\p{Lu}\p{Ll}{1,3}\.|(?:nr|no|pp|vs|ca|vol|art)\.)$|[\p{N}§№#°$€£¥«‹–—]$/u;
/** What French sets behind a no-break space, signs of units and dashes. */
const HELD = /^(?:[;:!?»›%‰€$£¥°–—]|\p{N})/u;
const LOOK_BACK = 8;

function isSensible(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - LOOK_BACK), from);
  return HOLDS_ON.test(before) || HELD.test(text.slice(to, to + 1));
}

/**
 * Word processors and browsers write no-break spaces where somebody typed two spaces, or none at
 * all. Between plain words they become a space; where a typesetter would put one (25 km, J. R.,
 * « bon ») it stays.
 */
export function plainSpaces(runs: readonly Run[]): readonly Run[] {
  const text = runsText(runs);
  if (!text.includes(NO_BREAK)) return runs;
  const edits: RunEdit[] = [];
  for (const { 0: spaces, index: from } of text.matchAll(SPACES)) {
    if (!spaces.includes(NO_BREAK)) continue;
    const to = from + spaces.length;
    const isKept = spaces === NO_BREAK && isSensible(text, from, to);
    if (!isKept) edits.push({ from, to, text: " " });
  }
  return editRuns(runs, edits);
}

/** Runs without the spaces and line ends around them, and without spaces around a line end within. */
export function trimRuns(runs: readonly Run[]): readonly Run[] {
  const text = runsText(runs);
  const edits: RunEdit[] = [];
  for (const { 0: spaces, index: from } of text.matchAll(/[ \t\n\u00A0]+/g)) {
    const to = from + spaces.length;
    if (from === 0 || to === text.length) edits.push({ from, to, text: "" });
    else if (spaces.includes("\n"))
      edits.push({ from, to, text: "\n".repeat(Math.min(2, spaces.split("\n").length - 1)) });
  }
  return editRuns(runs, edits);
}
