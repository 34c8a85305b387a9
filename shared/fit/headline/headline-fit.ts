import type { Compositor } from "#shared/fit/compose/compositor-types.ts";
import { copyBetween, copyText } from "#shared/fit/compose/copy-range.ts";
import type { CopyRun } from "#shared/fit/compose/paragraph-order.ts";
import type { TextStyle } from "#shared/fit/kit/kit.ts";
import { breakFault, FAULT_WEIGHTS, tellsNames, type BreakFaultKind } from "./break-faults.ts";

/** A headline, or a deck, and the hole that it is to fill. The style carries the size. */
export interface HeadlineOrder {
  readonly runs: readonly CopyRun[];
  readonly style: TextStyle;
  readonly widthPt: number;
  /** How many lines are ordered. */
  readonly lines: number;
}

/** `short` by the two-count rule: a line should reach within two counts of the measure. */
export type LineFit = "fits" | "short" | "over";

/** One line as it is, or as it is proposed. */
export interface HeadlineLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly widthPt: number;
  readonly fit: LineFit;
  /** How far it goes beyond the measure, negative where it does not reach it: in points and in counts. */
  readonly overPt: number;
  readonly overCounts: number;
  /** What is wrong with where it ends; null for nothing. */
  readonly fault: BreakFaultKind | null;
}

/** One way of breaking a headline. */
export interface BrokenHeadline {
  readonly lines: readonly HeadlineLine[];
  /** Whether no line is over and there are no more lines than ordered. */
  readonly fits: boolean;
}

export interface HeadlineFit {
  /** As its typed line breaks have it; where none is typed, each line filled as far as it goes. */
  readonly asTyped: BrokenHeadline;
  /** The best way to break it into as many lines as are ordered; null where it has too few words. */
  readonly best: BrokenHeadline | null;
  /** The width of one count in this face and size: the average small letter. */
  readonly countPt: number;
}

/** A line that stops more than this many counts short is too short. */
const SHORT_BY_COUNTS = 2;
/** Lines and words beyond which the best breaks are not searched for: no headline is longer. */
const MOST_WORDS = 40;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz";
const OVER_WEIGHT = 40;
const SHORT_WEIGHT = 1.5;
const UNEVEN_WEIGHT = 30;
const ROUNDING_PT = 0.01;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

class HeadlineDesk {
  readonly #compositor: Compositor;
  readonly #order: HeadlineOrder;
  readonly #words: readonly Word[];
  readonly #typed: readonly string[];
  readonly #names: boolean;
  readonly #roomPt: number;
  readonly countPt: number;

  constructor(compositor: Compositor, order: HeadlineOrder) {
    this.#compositor = compositor;
    this.#order = order;
    const { runs, style, widthPt } = order;
    const found = copyText(runs).matchAll(/[^\s\u200B]+(?:\u00A0[^\s\u200B]+)*/gu);
    this.#words = Array.from(found, ({ 0: text, index }) => ({
      start: index,
      end: index + text.length,
      text,
    }));
    this.#typed = this.#words.map(({ text }) => text);
    this.#names = tellsNames(this.#typed);
    this.#roomPt = widthPt - style.indentLeftPt - style.indentRightPt;
    this.countPt = compositor.widthOf({ runs: [{ text: ALPHABET }], style }) / ALPHABET.length;
  }

  /** The line that holds the words from one to another. */
  #line(first: number, last: number): HeadlineLine {
    const { runs, style } = this.#order;
    const start = this.#words[first]?.start ?? 0;
    const end = this.#words[last]?.end ?? start;
    const own = copyBetween(runs, start, end);
    const widthPt = this.#compositor.widthOf({ runs: own, style });
    const overPt = widthPt - this.#roomPt;
    const overCounts = this.countPt > 0 ? overPt / this.countPt : 0;
    const short = overCounts < -SHORT_BY_COUNTS;
    return {
      start,
      end,
      text: copyText(own),
      widthPt,
      fit: overPt > ROUNDING_PT ? "over" : short ? "short" : "fits",
      overPt,
      overCounts,
      fault: breakFault(this.#typed, last, this.#names),
    };
  }

  #broken(lines: readonly HeadlineLine[]): BrokenHeadline {
    const fits = lines.length <= this.#order.lines && lines.every(({ fit }) => fit !== "over");
    return { lines, fits };
  }

  #lineFromTo(first: number, next: number): readonly HeadlineLine[] {
    const lines: HeadlineLine[] = [];
    let from = first;
    while (from < next) {
      let last = from;
      while (last + 1 < next && this.#line(from, last + 1).overPt <= ROUNDING_PT) last += 1;
      lines.push(this.#line(from, last));
      from = last + 1;
    }
    return lines;
  }

  asTyped(): BrokenHeadline {
    const text = copyText(this.#order.runs);
    if (!text.trim().includes("\n")) return this.#broken(this.#lineFromTo(0, this.#words.length));
    const lines: HeadlineLine[] = [];
    let first = 0;
    for (const [nr, word] of this.#words.entries()) {
      const following = this.#words[nr + 1];
      if (following && !text.slice(word.end, following.start).includes("\n")) continue;
      lines.push(this.#line(first, nr));
      first = nr + 1;
    }
    return this.#broken(lines);
  }

  #score(line: HeadlineLine, idealPt: number, isLast: boolean): number {
    const uneven = ((line.widthPt - idealPt) / this.#roomPt) ** 2 * UNEVEN_WEIGHT;
    const over = line.fit === "over" ? OVER_WEIGHT + line.overCounts * OVER_WEIGHT : 0;
    const short = line.fit === "short" ? -(line.overCounts + SHORT_BY_COUNTS) * SHORT_WEIGHT : 0;
    return uneven + over + short + (isLast || !line.fault ? 0 : FAULT_WEIGHTS[line.fault]);
  }

  /** The best lines by dynamic programming over the words. */
  best(): BrokenHeadline | null {
    const count = this.#words.length;
    const { lines } = this.#order;
    if (count < lines || count > MOST_WORDS || lines < 1) return null;
    const idealPt = this.#line(0, count - 1).widthPt / lines;
    interface Way {
      readonly score: number;
      readonly lines: readonly HeadlineLine[];
    }
    let ways: readonly (Way | null)[] = [{ score: 0, lines: [] }];
    for (let nr = 1; nr <= lines; nr += 1) {
      const next = Array.from({ length: count + 1 }, (): Way | null => null);
      for (const [from, way] of ways.entries()) {
        if (!way) continue;
        for (let to = from + 1; to <= count - (lines - nr); to += 1) {
          const line = this.#line(from, to - 1);
          const score = way.score + this.#score(line, idealPt, to === count);
          const rival = next[to];
          if (!rival || score < rival.score) next[to] = { score, lines: [...way.lines, line] };
          if (line.overPt > this.#roomPt) break;
        }
      }
      ways = next;
    }
    const found = ways[count];
    return found ? this.#broken(found.lines) : null;
  }
}

/** Measures a headline in its real face, and proposes how to break it. */
export function fitHeadline(compositor: Compositor, order: HeadlineOrder): HeadlineFit {
  const desk = new HeadlineDesk(compositor, order);
  return { asTyped: desk.asTyped(), best: desk.best(), countPt: desk.countPt };
}
