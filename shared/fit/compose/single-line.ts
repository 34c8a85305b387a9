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
import { lineWidths, ratioIn, ROUNDING_PT, type LineWidths } from "./justify.ts";

/**
 * Ragged copy is divided where the line would otherwise be shorter than the measure by more than
 * this: three picas, as page layout programs have it at first.
 */
export const HYPHENATION_ZONE_PT = 36;
/** Drawing a line together is preferred to drawing it apart by so much. */
const TIGHTER_IS_BETTER = 0.8;

/** An end that a line could have, the piece in or after which it lies, and how wide the line would be. */
interface Candidate {
  readonly end: Break;
  readonly index: number;
  readonly widths: LineWidths;
}

/** How far from desired, where that is within the limits; null where it is not. */
type Strain = (widths: LineWidths, roomPt: number) => number | null;

function strainOf(ratio: number): number | null {
  if (ratio < -1 - 1e-9 || ratio > 1 + 1e-9) return null;
  return ratio < 0 ? -ratio * TIGHTER_IS_BETTER : ratio;
}

const byWordSpaces: Strain = (widths, roomPt) =>
  strainOf(ratioIn(roomPt, widths.leastByWords, widths.wished, widths.mostByWords));
const byAllSpaces: Strain = (widths, roomPt) =>
  strainOf(ratioIn(roomPt, widths.least, widths.wished, widths.most));

function leastStrained(candidates: readonly Candidate[], roomPt: number, strain: Strain): Candidate | null {
  let best: Candidate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const own = strain(candidate.widths, roomPt);
    if (own === null || own >= least) continue;
    least = own;
    best = candidate;
  }
  return best;
}

class LineByLine {
  readonly #material: Material;
  readonly #rules: BreakingRules;

  constructor(material: Material, rules: BreakingRules) {
    this.#material = material;
    this.#rules = rules;
  }

  #candidate(line: LineStart, end: Break, index: number): Candidate {
    return { end, index, widths: lineWidths(line.from, end.ending, this.#rules.limits) };
  }

  /** The ends between words that the line can have, and the piece that goes beyond its room. */
  #ends(line: LineStart, roomPt: number): readonly [fits: readonly Candidate[], beyond: number] {
    const { words } = this.#material;
    const fits: Candidate[] = [];
    for (let index = line.index; index < words.length; index += 1) {
      const end = words[index];
      if (!end) break;
      const candidate = this.#candidate(line, end, index);
      if (candidate.widths.least > roomPt + ROUNDING_PT) return [fits, index];
      fits.push(candidate);
    }
    return [fits, words.length];
  }

  #inPiece(line: LineStart, places: readonly Break[], index: number, roomPt: number): readonly Candidate[] {
    return places
      .filter((place) => place.next > line.at)
      .map((place) => this.#candidate(line, place, index))
      .filter(({ widths }) => widths.least <= roomPt + ROUNDING_PT);
  }

  /** Takes what there is where nothing fits: the first letter, if need be. */
  #byForce(line: LineStart, index: number, roomPt: number): Candidate {
    const places = this.#material.emergencies(index).filter((place) => place.next > line.at);
    const fitting = this.#inPiece(line, places, index, roomPt);
    const end = places[0] ?? this.#material.words[index];
    const last = fitting.at(-1);
    if (last) return last;
    if (!end) throw new RangeError("there is no text from here on");
    return this.#candidate(line, end, index);
  }

  /** The end of one line. */
  end(line: LineStart, roomPt: number, mayDivide: boolean): Candidate {
    const [fits, beyond] = this.#ends(line, roomPt);
    const last = fits.at(-1);
    if (beyond === this.#material.words.length && last) return last;
    const divisions = (): readonly Candidate[] =>
      mayDivide ? this.#inPiece(line, this.#material.divisions(beyond), beyond, roomPt) : [];
    if (this.#rules.ragged) {
      if (last && roomPt - last.widths.wished <= HYPHENATION_ZONE_PT) return last;
      return divisions().at(-1) ?? last ?? this.#byForce(line, beyond, roomPt);
    }
    // What Adobe writes of InDesign's single-line composer: word spaces before hyphens, hyphens before letter spaces.
    return (
      leastStrained(fits, roomPt, byWordSpaces) ??
      leastStrained(divisions(), roomPt, byWordSpaces) ??
      leastStrained(fits, roomPt, byAllSpaces) ??
      leastStrained(divisions(), roomPt, byAllSpaces) ??
      divisions().at(-1) ??
      last ??
      this.#byForce(line, beyond, roomPt)
    );
  }
}

/**
 * Breaks line by line, never looking ahead: each line ends where it looks best by itself. The
 * order of preference is the one that Adobe documents for the single-line composer (InDesign help,
 * "Text composition"): changed word spaces, then a hyphen, then changed letter spaces; rather
 * tighter than looser.
 */
export function breakSingleLine(material: Material, rules: BreakingRules, start: BreakingStart): LineEnds {
  const breaker = new LineByLine(material, rules);
  const ends: Break[] = [];
  let line = firstLine(material);
  let { hyphens } = start;
  for (;;) {
    const { roomPt } = rules.rooms.of(start.line + ends.length);
    const mayDivide = rules.ladder === 0 || hyphens < rules.ladder;
    const { end, index } = breaker.end(line, roomPt, mayDivide);
    ends.push(end);
    if (index === material.words.length - 1 && end === material.words[index]) return ends;
    hyphens = hyphensAfter(end, hyphens);
    line = lineAfter(end, index);
  }
}
