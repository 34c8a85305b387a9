import type { GlyphRun, PlacedGlyph } from "./composed-paragraph.ts";

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
  readonly offset: number;
  readonly fromPt: number;
  readonly toPt: number;
}

function cellsOf(runs: readonly GlyphRun[]): readonly Cell[] {
  const firsts = runs.flatMap(({ glyphs }) => glyphs).filter(({ text }) => text !== "");
  const startPt = runs[0]?.leftPt ?? 0;
  let toPt = runs.at(-1)?.rightPt ?? 0;
  const cells: Cell[] = [];
  for (let at = firsts.length - 1; at >= 0; at -= 1) {
    const { offset, xPt, advancePt } = firsts[at] ?? { offset: 0, xPt: toPt, advancePt: 0 };
    // What has no width has no room: letter space may have drawn the next letter over it.
    const fromPt = at === 0 ? startPt : advancePt > 0 ? xPt : toPt;
    cells.push({ offset, fromPt, toPt });
    toPt = fromPt;
  }
  return cells.toReversed();
}

/**
 * A line in the order in which it is read: glyphs are placed in the order of their text, and are moved
 * to where they stand. `levelAt` gives the level of the text at an offset (`copyLevels`).
 */
export function inReadingOrder(
  runs: readonly GlyphRun[],
  levelAt: (offset: number) => number,
): readonly GlyphRun[] {
  const cells = cellsOf(runs);
  const levels = cells.map(({ offset }) => levelAt(offset));
  const shifts = new Map<number, number>();
  let atPt = cells[0]?.fromPt ?? 0;
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
