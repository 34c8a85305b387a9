import type { Hyphenation } from "#shared/fit/kit/kit.ts";
import type { Hyphenator } from "#shared/fit/compose/compositor-types.ts";
import { divisionsOf } from "#shared/fit/hyphenate/divisions.ts";
import { extentAlone, type Extent, type ShapedCopy } from "#shared/fit/shaping/shaped-copy.ts";
import type { Shaper } from "#shared/fit/shaping/shaper.ts";
import { opportunitiesOf, visibleEnd, type Opportunity } from "./opportunities.ts";

/** What it is that a line could end with. */
export type BreakKind = "word" | "division" | "emergency" | "forced" | "last";

/**
 * A place at which a line can end and the next can begin. `ending` is everything of the paragraph
 * that stands before the end of the line, `starting` everything before the start of the next: how
 * much is in a line is the difference of two of them. Both hold what kerning, a ligature or the
 * hyphen at this edge adds or takes away.
 */
export interface Break {
  readonly kind: BreakKind;
  readonly next: number;
  readonly visible: number;
  /** Whether the line would be seen to end with a hyphen. */
  readonly hyphen: boolean;
  readonly ending: Extent;
  readonly starting: Extent;
}

/** A paragraph, or what of it stands between two typed line breaks, as what lines are made from. */
export interface Material {
  /** Where the first line begins. */
  readonly start: number;
  readonly starting: Extent;
  /** Places between words in order; the last is of the kind `forced` or `last`. */
  readonly words: readonly Break[];
  /** Places in the piece before `words[index]`, in order. */
  divisions(index: number): readonly Break[];
  /** Places between all letters of that piece, for want of better ones. */
  emergencies(index: number): readonly Break[];
}

const HYPHENS = /[-\u2010\u00AD]$/;
const NOTHING: Extent = { glyphPt: 0, spacePt: 0, emPt: 0 };

function sumsAt({ glyphPt, spacePt, emPt }: ShapedCopy, at: number): Extent {
  return { glyphPt: glyphPt[at] ?? 0, spacePt: spacePt[at] ?? 0, emPt: emPt[at] ?? 0 };
}

function plus(a: Extent, b: Extent): Extent {
  return { glyphPt: a.glyphPt + b.glyphPt, spacePt: a.spacePt + b.spacePt, emPt: a.emPt + b.emPt };
}

function minus(a: Extent, b: Extent): Extent {
  return { glyphPt: a.glyphPt - b.glyphPt, spacePt: a.spacePt - b.spacePt, emPt: a.emPt - b.emPt };
}

class CopyMaterial implements Material {
  readonly start: number;
  readonly starting: Extent;
  readonly words: readonly Break[];
  readonly #copy: ShapedCopy;
  readonly #shaper: Shaper;
  readonly #rules: Hyphenation | null;
  readonly #hyphenator: Hyphenator | null;
  readonly #divided = new Map<number, readonly Break[]>();
  readonly #forced = new Map<number, readonly Break[]>();

  constructor(
    copy: ShapedCopy,
    places: readonly Opportunity[],
    start: number,
    shaper: Shaper,
    rules: Hyphenation | null,
    hyphenator: Hyphenator | null,
  ) {
    this.#copy = copy;
    this.#shaper = shaper;
    this.#rules = rules;
    this.#hyphenator = hyphenator;
    this.start = start;
    this.starting = start === 0 ? NOTHING : this.#startingAt(start);
    this.words = places.map((place, nr) => this.#wordBreak(place, nr === places.length - 1));
  }

  /**
   * True where the glyphs on both sides are the same whether they are shaped together or apart: the
   * shaper says so. Between two such places a stretch can be shaped by itself.
   */
  #isSafe(at: number): boolean {
    const { begins, unsafe } = this.#copy;
    return begins[at] === 1 && unsafe[at] !== 1;
  }

  /** What stands before the end of a line whose last letter is before `at`. */
  #endingAt(at: number, hyphen: boolean): Extent {
    const { text, emPt, unsafe } = this.#copy;
    if (at > 0 && (hyphen || (unsafe[at] === 1 && at < text.length))) {
      let from = at;
      // A hyphen is kerned to the last letter that is seen, even with a soft hyphen between them.
      do from -= 1;
      while (from > 0 && (!this.#isSafe(from) || emPt[from] === emPt[at]));
      const alone = extentAlone(this.#copy, from, at, hyphen, this.#shaper);
      const sums = plus(sumsAt(this.#copy, from), alone);
      // Letter space stands between letters: none follows the last.
      return { ...sums, emPt: sums.emPt - alone.lastEmPt };
    }
    return { ...sumsAt(this.#copy, at), emPt: (emPt[at] ?? 0) - this.#lastEm(at) };
  }

  #lastEm(at: number): number {
    const { emPt, glyphPt } = this.#copy;
    for (let before = at - 1; before >= 0; before -= 1) {
      const em = (emPt[at] ?? 0) - (emPt[before] ?? 0);
      // A letter that is joined to the next has a width and no letter space.
      if (em > 0 || (glyphPt[at] ?? 0) > (glyphPt[before] ?? 0)) return em;
    }
    return 0;
  }

  /** What stands before the start of a line that begins at `at`. */
  #startingAt(at: number): Extent {
    const { text } = this.#copy;
    if (at >= text.length || this.#isSafe(at)) return sumsAt(this.#copy, at);
    let to = at + 1;
    while (to < text.length && !this.#isSafe(to)) to += 1;
    return minus(sumsAt(this.#copy, to), extentAlone(this.#copy, at, to, false, this.#shaper));
  }

  #wordBreak({ next, visible, forced }: Opportunity, isEnd: boolean): Break {
    return {
      kind: isEnd ? (forced ? "forced" : "last") : "word",
      next,
      visible,
      hyphen: HYPHENS.test(this.#copy.text.slice(Math.max(0, visible - 1), visible)),
      ending: this.#endingAt(visible, false),
      starting: this.#startingAt(next),
    };
  }

  #pieceBefore(index: number): readonly [from: number, to: number] {
    return [this.words[index - 1]?.next ?? this.start, this.words[index]?.visible ?? this.start];
  }

  divisions(index: number): readonly Break[] {
    const known = this.#divided.get(index);
    if (known) return known;
    const [from, to] = this.#pieceBefore(index);
    const isLastWord = this.words[index]?.kind === "last";
    const rules = isLastWord && this.#rules?.lastWord === false ? null : this.#rules;
    const places = divisionsOf(this.#copy.text, from, to, rules, this.#hyphenator);
    const breaks = places.map(({ at }): Break => {
      const hyphen = true;
      return {
        kind: "division",
        next: at,
        visible: at,
        hyphen,
        ending: this.#endingAt(at, hyphen),
        starting: this.#startingAt(at),
      };
    });
    this.#divided.set(index, breaks);
    return breaks;
  }

  emergencies(index: number): readonly Break[] {
    const known = this.#forced.get(index);
    if (known) return known;
    const [from, to] = this.#pieceBefore(index);
    const breaks: Break[] = [];
    for (let at = from + 1; at < to; at += 1) {
      if (this.#copy.begins[at] !== 1) continue;
      const visible = visibleEnd(this.#copy.text, from, at);
      const ending = this.#endingAt(visible, false);
      breaks.push({
        kind: "emergency",
        next: at,
        visible,
        hyphen: false,
        ending,
        starting: this.#startingAt(at),
      });
    }
    this.#forced.set(index, breaks);
    return breaks;
  }
}

/** What lines of a paragraph from `start` on are made from: one material for each stretch up to a typed line break. */
export function materialsOf(
  copy: ShapedCopy,
  start: number,
  shaper: Shaper,
  rules: Hyphenation | null,
  hyphenator: Hyphenator | null,
): readonly Material[] {
  const materials: Material[] = [];
  let places: Opportunity[] = [];
  let from = start;
  for (const place of opportunitiesOf(copy.text)) {
    if (place.next <= start && place.next < copy.text.length) continue;
    places.push(place);
    if (!place.forced) continue;
    materials.push(new CopyMaterial(copy, places, from, shaper, rules, hyphenator));
    places = [];
    from = place.next;
  }
  if (places.length > 0) materials.push(new CopyMaterial(copy, places, from, shaper, rules, hyphenator));
  return materials;
}
