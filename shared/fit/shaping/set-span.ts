import type { Mark } from "#shared/document/index.ts";
import type { Face, FaceStyle, TextStyle } from "#shared/fit/kit/kit.ts";
import type { CopyRun } from "#shared/fit/compose/paragraph-order.ts";
import type { FitTrouble } from "#shared/fit/compose/composed-paragraph.ts";
import { copyLevels } from "./direction.ts";
import type { BookFace, FontBook } from "./font-book.ts";

/**
 * Text that is set in one face and size. `shown` is what the shaper gets: as long as the text from
 * `start` to `end`, unit by unit, but with capitals and blanks put in their places.
 */
export interface SetSpan {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  /** The ISO 15924 name of its script: of Latin letters where it holds marks and digits only. */
  readonly script: string;
  readonly isRightToLeft: boolean;
  readonly face: BookFace;
  readonly sizePt: number;
  readonly risePt: number;
  readonly features: readonly string[];
  readonly underline: boolean;
  readonly strikethrough: boolean;
}

/** Size of super- and subscript, their distance from the baseline, and small capitals made from large ones, as page layout programs have them at first. */
const SCRIPT_SIZE = 0.583;
const SCRIPT_RISE = 0.333;
const SMALL_CAPITALS_SIZE = 0.7;

const NO_BREAK_HYPHEN = "\u2011";

const WITH_BOLD: Readonly<Record<FaceStyle, FaceStyle>> = {
  regular: "bold",
  italic: "boldItalic",
  bold: "bold",
  boldItalic: "boldItalic",
};
const WITH_ITALIC: Readonly<Record<FaceStyle, FaceStyle>> = {
  regular: "italic",
  italic: "italic",
  bold: "boldItalic",
  boldItalic: "boldItalic",
};

/** The face that a run's marks ask for, in the family of its own face. */
export function markedFace(face: Face, marks: readonly Mark[]): Face {
  const bold = marks.includes("bold") ? WITH_BOLD[face.style] : face.style;
  return { family: face.family, style: marks.includes("italic") ? WITH_ITALIC[bold] : bold };
}

/** Capitals unit by unit: a letter whose capital is longer (ß) stays as it is. */
function capitals(text: string): string {
  const all = text.toUpperCase();
  if (all.length === text.length) return all;
  return Array.from(text, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  }).join("");
}

const LOWER_CASE = /(?:\p{Ll}\p{M}*)+/gu;

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly small: boolean;
}

/** Cuts text into small letters and the rest. */
function piecesByCase(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(LOWER_CASE)) {
    if (found.index > done) pieces.push({ from: done, to: found.index, small: false });
    done = found.index + found[0].length;
    pieces.push({ from: found.index, to: done, small: true });
  }
  if (done < text.length) pieces.push({ from: done, to: text.length, small: false });
  return pieces;
}

/** What the shaper sees of a text: no controls, and no no-break hyphen where the face has none. */
function shownText(text: string, face: BookFace, book: FontBook): string {
  const blanks = text.includes("\n") || text.includes("\t") ? text.replace(/[\n\t]/g, " ") : text;
  if (!blanks.includes(NO_BREAK_HYPHEN) || book.has(face, NO_BREAK_HYPHEN.charCodeAt(0))) return blanks;
  return blanks.replaceAll(NO_BREAK_HYPHEN, "-");
}

const ONE_SCRIPT = /^[\p{scx=Latin}\p{scx=Common}\p{scx=Inherited}]*$/u;
const LATIN = "Latn";
const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  [LATIN, /\p{Script=Latin}/u],
  ["Grek", /\p{Script=Greek}/u],
  ["Cyrl", /\p{Script=Cyrillic}/u],
  ["Hebr", /\p{Script=Hebrew}/u],
  ["Arab", /\p{Script=Arabic}/u],
  ["Deva", /\p{Script=Devanagari}/u],
  ["Thai", /\p{Script=Thai}/u],
  ["Hang", /\p{Script=Hangul}/u],
  ["Hani", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
];

const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set(["Hebr", "Arab"]);

/** A span for each stretch of one script, as the shaper wants them; nearly always the span itself. */
function byScript(span: SetSpan): readonly SetSpan[] {
  if (ONE_SCRIPT.test(span.shown)) return [span];
  const spans: SetSpan[] = [];
  let from = 0;
  let script: string | null = null;
  let at = 0;
  const close = (to: number): void => {
    spans.push({ ...partOfSpan(span, span.start + from, span.start + to), script: script ?? LATIN });
    from = to;
  };
  for (const letter of span.shown) {
    const own = SCRIPTS.find(([, letters]) => letters.test(letter))?.[0];
    if (own !== undefined && script !== null && own !== script) close(at);
    script = own ?? script;
    at += letter.length;
  }
  close(span.end - span.start);
  return spans;
}

/** Scripts whose letters are joined: no letter space stands between them. */
export function isJoined({ script }: SetSpan): boolean {
  return script === "Arab";
}

/** A span for each stretch that runs in one direction. Numbers run from left to right wherever they stand. */
function byDirection(span: SetSpan, levels: Uint8Array): readonly SetSpan[] {
  const spans: SetSpan[] = [];
  let from = span.start;
  for (let at = span.start + 1; at <= span.end; at += 1) {
    const isRightToLeft = (levels[from] ?? 0) % 2 === 1;
    if (at < span.end && ((levels[at] ?? 0) % 2 === 1) === isRightToLeft) continue;
    const part = partOfSpan(span, from, at);
    const script = isRightToLeft || !RIGHT_TO_LEFT_SCRIPTS.has(part.script) ? part.script : LATIN;
    spans.push({ ...part, script, isRightToLeft });
    from = at;
  }
  return spans;
}

/** The part of a span between two offsets of the paragraph. */
export function partOfSpan(span: SetSpan, start: number, end: number): SetSpan {
  if (start === span.start && end === span.end) return span;
  return { ...span, start, end, shown: span.shown.slice(start - span.start, end - span.start) };
}

/** The runs of a paragraph as spans, and what was not to be had for them. */
export interface PlannedSpans {
  readonly spans: readonly SetSpan[];
  readonly troubles: readonly FitTrouble[];
}

/** The same for all of a paragraph, with the direction of every unit (`copyLevels`). */
export interface PlannedCopy extends PlannedSpans {
  readonly levels: Uint8Array | null;
}

function spansOfRun(run: CopyRun, style: TextStyle, start: number, book: FontBook): PlannedSpans {
  const marks = run.marks ?? [];
  const wanted = markedFace(run.face ?? style.face, marks);
  const { found: face, missing } = book.find(wanted);
  const troubles: readonly FitTrouble[] = missing
    ? [{ kind: "missing-face", at: start, face: wanted, instead: face.face }]
    : [];
  const full = run.sizePt ?? style.sizePt;
  const script = marks.includes("superscript") ? 1 : marks.includes("subscript") ? -1 : 0;
  const sizePt = script === 0 ? full : full * SCRIPT_SIZE;
  const shown = shownText(run.text, face, book);
  const plain: SetSpan = {
    start,
    end: start + run.text.length,
    shown: run.capitals === "all" ? capitals(shown) : shown,
    script: LATIN,
    isRightToLeft: false,
    face,
    sizePt,
    risePt: script * full * SCRIPT_RISE,
    features: style.trackingPerMille === 0 ? [] : ["-liga", "-clig"],
    underline: marks.includes("underline"),
    strikethrough: marks.includes("strikethrough"),
  };
  if (!marks.includes("smallCaps") && run.capitals !== "small") return { spans: byScript(plain), troubles };
  if (face.substitutions.has("smcp")) {
    return { spans: byScript({ ...plain, features: [...plain.features, "smcp"] }), troubles };
  }
  const scaled = piecesByCase(shown).map(({ from, to, small }): SetSpan => {
    const part = partOfSpan(plain, start + from, start + to);
    return small ? { ...part, shown: capitals(part.shown), sizePt: sizePt * SMALL_CAPITALS_SIZE } : part;
  });
  return { spans: scaled.flatMap(byScript), troubles };
}

/** Plans faces, sizes and features of a paragraph's runs. */
export function planSpans(runs: readonly CopyRun[], style: TextStyle, book: FontBook): PlannedCopy {
  const spans: SetSpan[] = [];
  const troubles: FitTrouble[] = [];
  let start = 0;
  for (const run of runs) {
    if (run.text === "") continue;
    const planned = spansOfRun(run, style, start, book);
    spans.push(...planned.spans);
    troubles.push(...planned.troubles);
    start += run.text.length;
  }
  const levels = copyLevels(runs.map(({ text }) => text).join(""));
  return { spans: levels ? spans.flatMap((span) => byDirection(span, levels)) : spans, troubles, levels };
}
