import { canonicalRuns, runsText, type Run } from "#shared/document/index.ts";
import { editRuns } from "./run-edits.ts";

/** One line of the source; a blank one has no runs. */
export type SourceLine = readonly Run[];

/** Lines put together again, and what was done for that. */
export interface JoinedLines {
  readonly paragraphs: readonly (readonly Run[])[];
  /** How many ends of lines are gone. */
  readonly joined: number;
  /** How many hyphens at an end of a line are gone with it. */
  readonly hyphens: number;
}

const NARROWEST = 20;
const NARROW = 40;
const WIDEST = 140;
/** How near to the full width a line must come for its end to be the typesetter's: type is not all of one width. */
const FULL = 0.88;
const ITEM = /^(?:[•◦▪‣·●○■–—*>-]\s|\(?\d{1,3}[.)]\s|\p{Ll}\)\s)/u;
const SENTENCE_END = /[.!?…:][”’"'»)\]]*$/;
const STARTS_SENTENCE = /^[“”‘’"'«„([]*\p{Lu}/u;
const HYPHEN_END = /[\p{L}\p{N}][-\u2010\u00AD]$/u;
/** A longer one is no word but an address: it may stand at the start of any line. */
const LONGEST_WORD = 24;
const CJK = /[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;
const SOFT_HYPHEN = "\u00AD";
/** First halves that keep their hyphen more often than not. */
const COMPOUND_START =
  /^(?:self|well|ex|half|all|high|low|long|short|full|part|mid|non|anti|pro|co|vice|cross|so|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;

interface Break {
  readonly before: string;
  readonly after: string;
  readonly isFull: boolean;
}

function firstWord(text: string): string {
  return /^\S+/.exec(text)?.[0] ?? "";
}

function fullWidth(texts: readonly string[]): number {
  const widths = texts.filter((text) => text !== "").map(({ length }) => length);
  return widths.toSorted((a, b) => a - b)[Math.floor((widths.length - 1) * 0.9)] ?? 0;
}

/** True where the next word would not have fitted, or did not: a hyphen parts it. */
function isFullLine(before: string, after: string, width: number): boolean {
  const word = Math.min(firstWord(after).length, LONGEST_WORD);
  return HYPHEN_END.test(before) || before.length + 1 + word > width * FULL;
}

/** Every end of a line that another line follows. */
function breaksOf(texts: readonly string[], width: number): readonly Break[] {
  const breaks: Break[] = [];
  for (let at = 0; at + 1 < texts.length; at += 1) {
    const before = texts[at] ?? "";
    const after = texts[at + 1] ?? "";
    if (before === "" || after === "" || ITEM.test(after)) continue;
    breaks.push({ before, after, isFull: isFullLine(before, after, width) });
  }
  return breaks;
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

/**
 * True where the lines were broken to a width and not by their writer: nearly every line is full,
 * few end with a sentence, and many go on in the middle of one.
 */
function areHard(texts: readonly string[], width: number): boolean {
  if (width < NARROWEST || width > WIDEST) return false;
  const breaks = breaksOf(texts, width);
  const full = breaks.filter(({ isFull }) => isFull);
  if (full.length === 0 || (width < NARROW && full.length < 6)) return false;
  const ends = share(full, ({ before }) => SENTENCE_END.test(before));
  const goOn = share(full, ({ after }) => !STARTS_SENTENCE.test(after));
  const isOften = full.length / breaks.length >= (width < NARROW ? 0.75 : 0.6);
  return isOften && goOn >= 0.35 && (full.length < 3 ? ends === 0 : ends < 0.5);
}

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []),
  );
}

/** What stands between two lines that are joined, and how much of the end of the first one goes. */
interface Seam {
  readonly cut: number;
  readonly between: string;
  readonly isHyphen: boolean;
}

function seam(before: string, after: string, words: ReadonlySet<string>): Seam {
  const last = before.at(-1) ?? "";
  if (last === SOFT_HYPHEN) return { cut: 1, between: "", isHyphen: true };
  const head = /([\p{L}\p{N}]+)[-\u2010]$/u.exec(before)?.[1];
  if (head !== undefined) {
    const tail = /^\p{Ll}[\p{L}\p{M}]*/u.exec(after)?.[0];
    if (tail === undefined || /\p{N}$/u.test(head)) return { cut: 0, between: "", isHyphen: false };
    const whole = `${head}${tail}`.toLowerCase();
    const parted = `${head}-${tail}`.toLowerCase();
    const isCompound = words.has(parted) || (!words.has(whole) && COMPOUND_START.test(head));
    return isCompound ? { cut: 0, between: "", isHyphen: false } : { cut: 1, between: "", isHyphen: true };
  }
  const isTight = /[^\s][—–/]$/.test(before) || (CJK.test(last) && CJK.test(after.charAt(0)));
  return { cut: 0, between: isTight ? "" : " ", isHyphen: false };
}

function goesOn(before: string, after: string, width: number): boolean {
  if (ITEM.test(after)) return false;
  if (isFullLine(before, after, width)) return true;
  return !SENTENCE_END.test(before) && !STARTS_SENTENCE.test(after);
}

/** The lines as they are: each that is not blank is a paragraph. */
function asTheyAre(lines: readonly SourceLine[]): JoinedLines {
  return { paragraphs: lines.filter(({ length }) => length > 0), joined: 0, hyphens: 0 };
}

/**
 * Puts paragraphs together that were broken into lines of one width, as PDF viewers and old mail
 * programs do: a blank line, a short line and an item of a list part them. Lines that their writer
 * broke stay as they are. Hyphens at the end of a line go where the word is one word.
 */
export function joinHardLines(lines: readonly SourceLine[]): JoinedLines {
  const texts = lines.map(runsText);
  const width = fullWidth(texts);
  if (!areHard(texts, width)) return asTheyAre(lines);
  const words = wordsOf(texts);
  const paragraphs: Run[][] = [];
  let joined = 0;
  let hyphens = 0;
  for (const [at, line] of lines.entries()) {
    const text = texts[at] ?? "";
    const before = at > 0 ? (texts[at - 1] ?? "") : "";
    const open = paragraphs.at(-1);
    if (text === "") continue;
    if (!open || before === "" || !goesOn(before, text, width)) {
      paragraphs.push([...line]);
      continue;
    }
    const { cut, between, isHyphen } = seam(before, text, words);
    const last = open.at(-1);
    if (last && cut > 0) open.splice(-1, 1, { ...last, text: last.text.slice(0, -cut) });
    if (last && between !== "") open.splice(-1, 1, { ...last, text: `${last.text}${between}` });
    open.push(...line);
    joined += 1;
    if (isHyphen) hyphens += 1;
  }
  return { paragraphs: paragraphs.map(canonicalRuns), joined, hyphens };
}

const BULLET = /^[•◦▪‣●○■]\s+|^·\s{2,}/;

/** A line without the bullet before it; null where it has none. */
export function withoutBullet(runs: readonly Run[]): readonly Run[] | null {
  const found = BULLET.exec(runsText(runs));
  return found ? editRuns(runs, [{ from: 0, to: found[0].length, text: "" }]) : null;
}
