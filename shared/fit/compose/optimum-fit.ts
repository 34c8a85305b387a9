import type { Break, Material } from "#shared/fit/breaks/material.ts";
import {
  firstLine,
  hyphensAfter,
  lineAfter,
  type BreakingRules,
  type BreakingStart,
  type LineEnds,
  type LineStart,
} from "./breaking.ts";
import { lineWidths, LOOSEST, ratioIn, ROUNDING_PT, strainIn, type LineWidths } from "./justify.ts";
import { HYPHENATION_ZONE_PT } from "./single-line.ts";

/** The weights of TeX's plain format (The TeXbook, chapter 14). */
const LINE_PENALTY = 10;
const HYPHEN_PENALTY = 50;
const EMERGENCY_PENALTY = 3000;
const DOUBLE_HYPHEN_DEMERITS = 10_000;
const FINAL_HYPHEN_DEMERITS = 5000;
const CONTRAST_DEMERITS = 10_000;
/** Words are divided only where the line would be at least so full with all of the word. */
const FULL_ENOUGH = 0.7;

/** A way of setting the paragraph up to a break, the best that ends there in this class. */
interface Way {
  readonly end: Break | null;
  readonly start: LineStart;
  readonly line: number;
  readonly fitness: number;
  readonly hyphens: number;
  readonly demerits: number;
  readonly before: Way | null;
}

/** 0 tight, 1 decent, 2 loose, 3 very loose: lines beside each other should not differ by more than one class. */
function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

function penaltyOf({ kind, hyphen }: Break): number {
  if (kind === "emergency") return EMERGENCY_PENALTY;
  return hyphen && kind !== "last" && kind !== "forced" ? HYPHEN_PENALTY : 0;
}

function endsMaterial({ kind }: Break): boolean {
  return kind === "last" || kind === "forced";
}

class Weighing {
  readonly #material: Material;
  readonly #rules: BreakingRules;
  readonly #ladder: number;
  #active: Way[];

  constructor(material: Material, rules: BreakingRules, start: BreakingStart, ladder: number) {
    this.#material = material;
    this.#rules = rules;
    this.#ladder = ladder;
    this.#active = [
      {
        end: null,
        start: firstLine(material),
        line: start.line,
        fitness: 1,
        hyphens: start.hyphens,
        demerits: 0,
        before: null,
      },
    ];
  }

  #ratio(end: Break, widths: LineWidths, roomPt: number): number | null {
    const { least, wished, most } = widths;
    if (least > roomPt + ROUNDING_PT) return null;
    if (endsMaterial(end)) return wished <= roomPt ? 0 : ratioIn(roomPt, least, wished, most);
    if (this.#rules.ragged) return Math.min(LOOSEST, Math.max(0, roomPt - wished) / HYPHENATION_ZONE_PT);
    return strainIn(roomPt, widths);
  }

  #demerits(way: Way, end: Break, ratio: number, fitness: number): number {
    const badness = 100 * Math.abs(ratio) ** 3;
    const penalty = penaltyOf(end);
    let demerits = (LINE_PENALTY + badness) ** 2 + penalty ** 2;
    const afterHyphen = way.end?.hyphen === true;
    if (afterHyphen && end.hyphen) demerits += DOUBLE_HYPHEN_DEMERITS;
    if (afterHyphen && endsMaterial(end)) demerits += FINAL_HYPHEN_DEMERITS;
    if (Math.abs(fitness - way.fitness) > 1) demerits += CONTRAST_DEMERITS;
    return way.demerits + demerits;
  }

  /** Tries a break as the end of every line that could still reach it. */
  #weigh(end: Break, index: number): void {
    const best = new Map<number, Way>();
    const { rooms, limits } = this.#rules;
    const between = end.kind !== "division" && end.kind !== "emergency";
    const still: Way[] = [];
    for (const way of this.#active) {
      if (way.start.at >= end.next && end.kind !== "last") {
        still.push(way);
        continue;
      }
      const { roomPt } = rooms.of(way.line);
      const widths = lineWidths(way.start.from, end.ending, limits);
      const ratio = this.#ratio(end, widths, roomPt);
      // A line that is too full at a break between words will be too full at all that follow.
      if (ratio !== null || !between) still.push(way);
      if (ratio === null) continue;
      const hyphens = hyphensAfter(end, way.hyphens);
      if (end.kind === "division" && this.#ladder > 0 && hyphens > this.#ladder) continue;
      const fitness = fitnessOf(ratio);
      const demerits = this.#demerits(way, end, ratio, fitness);
      const line = way.line + 1;
      const key = (Math.min(line, rooms.usual) * 64 + Math.min(hyphens, 15)) * 4 + fitness;
      const rival = best.get(key);
      if (rival && rival.demerits <= demerits) continue;
      best.set(key, { end, start: lineAfter(end, index), line, fitness, hyphens, demerits, before: way });
    }
    this.#active = endsMaterial(end) ? [...best.values()] : [...still, ...best.values()];
  }

  /** Whether a line could end inside this piece and not be far too short. */
  #isReached(index: number): boolean {
    const whole = this.#material.words[index];
    if (!whole) return false;
    return this.#active.some((way) => {
      const { wished } = lineWidths(way.start.from, whole.ending, this.#rules.limits);
      return wished >= this.#rules.rooms.of(way.line).roomPt * FULL_ENOUGH;
    });
  }

  /** The places inside a piece: those of hyphenation, or all where a part of it is wider than the narrowest line. */
  #inside(index: number): readonly Break[] {
    const { words, start, starting } = this.#material;
    const whole = words[index];
    if (!whole || !this.#isReached(index)) return [];
    const divisions = this.#material.divisions(index);
    const narrowest = this.#narrowest();
    let from = words[index - 1]?.starting ?? starting;
    const tooWide = [...divisions, whole].some((end) => {
      const { least } = lineWidths(from, end.ending, this.#rules.limits);
      from = end.starting;
      return least > narrowest;
    });
    if (!tooWide) return divisions;
    const taken = new Set(divisions.map(({ next }) => next));
    const others = this.#material.emergencies(index).filter(({ next }) => next > start && !taken.has(next));
    return [...divisions, ...others].sort((a, b) => a.next - b.next);
  }

  #narrowest(): number {
    const { rooms } = this.#rules;
    let narrowest = Number.POSITIVE_INFINITY;
    for (let line = 0; line <= rooms.usual; line += 1) {
      narrowest = Math.min(narrowest, rooms.of(line).roomPt);
    }
    return narrowest;
  }

  /** The way with the fewest demerits; null where no way leads to the end. */
  best(): Way | null {
    for (const [index, whole] of this.#material.words.entries()) {
      for (const inside of this.#inside(index)) this.#weigh(inside, index);
      this.#weigh(whole, index);
      if (this.#active.length === 0) return null;
    }
    return this.#active.reduce<Way | null>(
      (best, way) => (best && best.demerits <= way.demerits ? best : way),
      null,
    );
  }
}

function endsOf(last: Way): LineEnds {
  const ends: Break[] = [];
  for (let way: Way | null = last; way?.end; way = way.before) ends.push(way.end);
  return ends.toReversed();
}

/**
 * Breaks all lines of a paragraph together so that the sum of their demerits is least (Donald E.
 * Knuth and Michael F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience
 * 11, 1981). The limits of the style stand for TeX's stretch and shrink; a line may be looser than
 * them at a price that grows with the sixth power, and never tighter. Null where there is no way
 * to keep all lines within their rooms.
 */
export function breakOptimumFit(
  material: Material,
  rules: BreakingRules,
  start: BreakingStart,
): LineEnds | null {
  const strict = new Weighing(material, rules, start, rules.ladder).best();
  const best = strict ?? (rules.ladder > 0 ? new Weighing(material, rules, start, 0).best() : null);
  return best && endsOf(best);
}
