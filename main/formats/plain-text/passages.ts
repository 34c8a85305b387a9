import { splitDateline } from "#shared/newsroom/index.ts";
import type { SourceLine } from "./lines.ts";
import { listMarker } from "./list-item.ts";
import { endsWithStop, startsLower } from "./shape.ts";

/** One paragraph of the source, its lines joined. */
export interface Passage {
  readonly text: string;
  /** Counts the stretches between empty lines: passages of one stretch stand directly under each other. */
  readonly stretch: number;
  /** Words that a hyphen at a line end parted and that stand whole elsewhere in the text: `exam-ple`. */
  readonly partedWords: readonly string[];
}

const NARROWEST = 40;
const WIDEST = 100;
const LEAST_WRAPPED_SHARE = 0.15;
const RAGGED = 3;
const HYPHEN_END = /\p{L}[-\u00AD‐]$/u;
const BYLINE_START = /^\^?(?:by|von|par|av)\s+\p{Lu}/iu;
/** Behind these a hyphen belongs to the word before: `two- and three-year`. */
const SUSPENDS =
  /^(?:and|or|to|und|oder|bis|och|eller|et|ou|y|o|e|en|through|versus|vs|nor|but|als|sowie)\b/iu;

function goesOn(line: SourceLine, next: SourceLine): boolean {
  const within = line.length >= NARROWEST && line.length <= WIDEST;
  const isAddress = /^(?:https?:|www\.)/iu.test(next.text.slice(0, 8));
  return within && !next.blankBefore && !isAddress && startsLower(next.text) && !endsWithStop(line.text);
}

/** The measure at which the text was wrapped, in columns; null where its lines are whole paragraphs. */
function wrapWidth(lines: readonly SourceLine[]): number | null {
  const widths: number[] = [];
  let adjacent = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next === undefined || next.blankBefore) continue;
    adjacent += 1;
    if (goesOn(line, next)) widths.push(line.length);
  }
  if (widths.length === 0 || widths.length < adjacent * LEAST_WRAPPED_SHARE) return null;
  widths.sort((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) * 0.98)] ?? null;
}

/** True where the next line belongs to the same paragraph: it follows directly, and its first word would not have fitted. */
function joins(line: SourceLine, next: SourceLine, width: number | null): boolean {
  if (next.blankBefore || listMarker(next.text) !== null || BYLINE_START.test(next.text.slice(0, 12)))
    return false;
  const hangs = listMarker(line.text) !== null && next.indent > line.indent;
  if (next.indent >= line.indent + 2 && !hangs) return false;
  if (goesOn(line, next)) return true;
  if (width === null || line.length > width + RAGGED || line.length < width * 0.6) return false;
  const firstWord = next.text.slice(0, WIDEST).split(/\s/, 1)[0] ?? "";
  if (line.length + 1 + firstWord.length <= width - RAGGED) return false;
  return splitDateline(next.text.slice(0, 200))?.certainty !== "sure";
}

function hyphenJoins(before: string, next: string): boolean {
  return HYPHEN_END.test(before.slice(-3)) && /^\p{Ll}/u.test(next) && !SUSPENDS.test(next.slice(0, 12));
}

/** Every word of the text as it stands within a line, in small letters. */
function wordsOf(lines: readonly SourceLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of line.text.toLowerCase().match(/\p{L}+(?:[-‐]\p{L}+)*/gu) ?? []) words.add(word);
  }
  return words;
}

/** The word around a hyphen at a line end, where the text proves that it is one word: it stands whole elsewhere, and never with the hyphen. */
function partedWord(before: string, next: string, words: ReadonlySet<string>): string | null {
  const first = /\p{L}+(?=[-‐]$)/u.exec(before.slice(-40))?.[0] ?? "";
  const second = /^\p{L}+/u.exec(next.slice(0, 40))?.[0] ?? "";
  if (first === "" || second === "") return null;
  const proven = words.has((first + second).toLowerCase()) && !words.has(`${first}-${second}`.toLowerCase());
  return proven ? `${first}-${second}` : null;
}

/**
 * Joins the lines of a text into its paragraphs. Lines wrapped at a measure are joined where the
 * next one goes on; in a text whose lines are whole paragraphs every line stays for itself. A word
 * parted by a hyphen at a line end is joined with its hyphen and without a space.
 */
export function readPassages(lines: readonly SourceLine[]): readonly Passage[] {
  const width = wrapWidth(lines);
  let words: ReadonlySet<string> | null = null;
  const passages: Passage[] = [];
  let stretch = -1;
  let text: string[] = [];
  let parted: string[] = [];
  const finish = () => {
    if (text.length > 0) passages.push({ text: text.join(""), stretch, partedWords: parted });
    text = [];
    parted = [];
  };
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before === undefined || !joins(before, line, width)) {
      finish();
      if (line.blankBefore) stretch += 1;
      text.push(line.text);
    } else if (hyphenJoins(before.text, line.text)) {
      words ??= wordsOf(lines);
      const word = partedWord(before.text, line.text, words);
      if (word !== null) parted.push(word);
      text.push(line.text);
    } else {
      text.push(" ", line.text);
    }
  }
  finish();
  return passages;
}
