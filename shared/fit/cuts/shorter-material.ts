import type { Break, Material } from "#shared/fit/breaks/material.ts";
import type { Extent } from "#shared/fit/shaping/shaped-copy.ts";

function less(a: Extent, b: Extent): Extent {
  return { glyphPt: a.glyphPt - b.glyphPt, spacePt: a.spacePt - b.spacePt, emPt: a.emPt - b.emPt };
}

/**
 * A material without the pieces from `first` up to and with `last` (neither may be its last): what
 * the paragraph would be made from if those words were cut. Nothing is shaped again, so that
 * hundreds of cuts can be tried; the kerning at the seam is left out of the reckoning.
 */
export class ShorterMaterial implements Material {
  readonly start: number;
  readonly starting: Extent;
  readonly words: readonly Break[];
  readonly #whole: Material;
  readonly #first: number;
  readonly #gone: number;
  readonly #cut: Extent;

  constructor(whole: Material, first: number, last: number) {
    this.#whole = whole;
    this.#first = first;
    this.#gone = last - first + 1;
    const from = whole.words[first - 1];
    const to = whole.words[last];
    this.#cut = less(to?.starting ?? whole.starting, from?.starting ?? whole.starting);
    this.start = whole.start;
    this.starting = whole.starting;
    this.words = [
      ...whole.words.slice(0, first),
      ...whole.words.slice(last + 1).map((end) => this.#moved(end)),
    ];
  }

  #moved(end: Break): Break {
    return { ...end, ending: less(end.ending, this.#cut), starting: less(end.starting, this.#cut) };
  }

  divisions(index: number): readonly Break[] {
    if (index < this.#first) return this.#whole.divisions(index);
    return this.#whole.divisions(index + this.#gone).map((place) => this.#moved(place));
  }

  emergencies(index: number): readonly Break[] {
    if (index < this.#first) return this.#whole.emergencies(index);
    return this.#whole.emergencies(index + this.#gone).map((place) => this.#moved(place));
  }
}
