import type { GlyphRun, PlacedGlyph } from "./composed-paragraph.ts";

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200F]/u;
const LETTER = /[\p{L}\u200E]/u;
const DIGIT = /[0-9]/;
const ARABIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9\u066B\u066C]/u;
/** Between digits they belong to the number (Unicode: ES, CS), beside them they do (ET). */
const IN_NUMBERS = /[+\-.,:/\u00A0\u2212]/u;
const AT_NUMBERS = /[#$%\u00A2-\u00A5\u00B0\u00B1\u2030-\u2034\u20A0-\u20CF\u2212]/u;

type BidiClass = "left" | "right" | "number" | "neutral";

/** Whether a text has anything in it that runs from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Whether a paragraph runs from right to left: its first letter does (UAX #9, P2 and P3). */
export function runsRightToLeft(text: string): boolean {
  for (const character of text) {
    if (RIGHT_TO_LEFT.test(character)) return true;
    if (LETTER.test(character)) return false;
  }
  return false;
}

function classOf(text: string): BidiClass {
  if (RIGHT_TO_LEFT.test(text)) return "right";
  if (DIGIT.test(text) || ARABIC_DIGIT.test(text)) return "number";
  return LETTER.test(text) ? "left" : "neutral";
}

/** Signs in and at numbers become part of them (UAX #9, W4 and W5). */
function withNumbers(texts: readonly string[], classes: readonly BidiClass[]): readonly BidiClass[] {
  const known = [...classes];
  for (const [at, text] of texts.entries()) {
    if (known[at] !== "neutral") continue;
    const isBetween = known[at - 1] === "number" && classes[at + 1] === "number";
    if ((IN_NUMBERS.test(text) && isBetween) || (AT_NUMBERS.test(text) && known[at - 1] === "number")) {
      known[at] = "number";
    }
  }
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    if (known[at] === "neutral" && AT_NUMBERS.test(texts[at] ?? "") && known[at + 1] === "number") {
      known[at] = "number";
    }
  }
  return known;
}

/**
 * The levels of pieces of a line (UAX #9 without embeddings, isolates and paired brackets): odd ones
 * run from right to left. `base` is 1 for a paragraph that does, else 0.
 */
export function bidiLevels(texts: readonly string[], base: 0 | 1): readonly number[] {
  const classes = [...withNumbers(texts, texts.map(classOf))];
  // A number after a left-to-right letter is like one (W7).
  let strong: BidiClass = base === 1 ? "right" : "left";
  const sides = classes.map((own): BidiClass => {
    if (own === "left" || own === "right") strong = own;
    return own === "number" && strong === "left" ? "left" : own;
  });
  const sideOf = (own: BidiClass | undefined): "left" | "right" => {
    if (own === undefined) return base === 1 ? "right" : "left";
    return own === "left" ? "left" : "right";
  };
  const levels: number[] = [];
  for (let at = 0; at < sides.length; at += 1) {
    const own = sides[at];
    if (own === "neutral") {
      // What stands between two of one direction has that direction, else the paragraph's (N1, N2).
      let end = at;
      while (sides[end] === "neutral") end += 1;
      const [before, after] = [sideOf(sides[at - 1]), sideOf(sides[end])];
      const side = before === after ? before : sideOf(undefined);
      const level = side === "right" ? 1 : base === 1 ? 2 : 0;
      for (; at < end; at += 1) levels.push(level);
      at -= 1;
    } else if (own === "right") levels.push(1);
    else if (own === "number") levels.push(2);
    else levels.push(base === 1 ? 2 : 0);
  }
  return levels;
}

/** The order in which pieces stand from left to right (UAX #9, L2), as their numbers. */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, at) => at);
  const highest = Math.max(0, ...levels);
  for (let level = highest; level >= 1; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && (levels[order[to] ?? 0] ?? 0) >= level) to += 1;
      if (to > from + 1) order.splice(from, to - from, ...order.slice(from, to).toReversed());
      from = Math.max(from, to);
    }
  }
  return order;
}

/** Glyphs that stand for one piece of text, and the room they have in their line. */
interface Cell {
  readonly text: string;
  readonly fromPt: number;
  readonly toPt: number;
}

function cellsOf(runs: readonly GlyphRun[]): readonly Cell[] {
  const firsts = runs.flatMap(({ glyphs }) => glyphs).filter(({ text }) => text !== "");
  const startPt = runs[0]?.leftPt ?? 0;
  let toPt = runs.at(-1)?.rightPt ?? 0;
  const cells: Cell[] = [];
  for (let at = firsts.length - 1; at >= 0; at -= 1) {
    const { text, xPt, advancePt } = firsts[at] ?? { text: "", xPt: toPt, advancePt: 0 };
    // What has no width has no room: letter space may have drawn the next letter over it.
    const fromPt = at === 0 ? startPt : advancePt > 0 ? xPt : toPt;
    cells.push({ text, fromPt, toPt });
    toPt = fromPt;
  }
  return cells.toReversed();
}

/**
 * A line in the order in which it is read: glyphs are placed in the order of their text, and are moved
 * to where they stand. `startPt` is where the line begins on the left.
 */
export function inReadingOrder(runs: readonly GlyphRun[], base: 0 | 1, startPt: number): readonly GlyphRun[] {
  const cells = cellsOf(runs);
  const levels = bidiLevels(
    cells.map(({ text }) => text),
    base,
  );
  const shifts = new Map<number, number>();
  let atPt = startPt;
  for (const nr of visualOrder(levels)) {
    const cell = cells[nr];
    if (!cell) continue;
    shifts.set(nr, atPt - cell.fromPt);
    atPt += cell.toPt - cell.fromPt;
  }
  let nr = -1;
  return runs.map((run) => {
    const first = nr + 1;
    const glyphs = run.glyphs.map((glyph): PlacedGlyph => {
      if (glyph.text !== "") nr += 1;
      return {
        ...glyph,
        xPt: glyph.xPt + (shifts.get(nr) ?? 0),
        isRightToLeft: (levels[nr] ?? 0) % 2 === 1,
      };
    });
    const own = cells.slice(first, nr + 1).map(({ fromPt, toPt }, at) => {
      const shiftPt = shifts.get(first + at) ?? 0;
      return { fromPt: fromPt + shiftPt, toPt: toPt + shiftPt };
    });
    if (own.length === 0) return { ...run, glyphs };
    return {
      ...run,
      glyphs,
      leftPt: Math.min(...own.map(({ fromPt }) => fromPt)),
      rightPt: Math.max(...own.map(({ toPt }) => toPt)),
    };
  });
}
