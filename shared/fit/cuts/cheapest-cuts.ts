import type { Material } from "#shared/fit/breaks/material.ts";
import type { Compositor } from "#shared/fit/compose/compositor-types.ts";
import type { ComposedParagraph } from "#shared/fit/compose/composed-paragraph.ts";
import { copyWithout } from "#shared/fit/compose/copy-range.ts";
import type { ParagraphOrder } from "#shared/fit/compose/paragraph-order.ts";
import { breakLines, type Typesetting } from "#shared/fit/compose/typesetting.ts";
import { cutPlaces, type CutPlace } from "./cut-places.ts";
import { ShorterMaterial } from "./shorter-material.ts";

/** A paragraph of a story, by a name of the caller's: its block's id. */
export interface NamedParagraph {
  readonly id: string;
  readonly order: ParagraphOrder;
}

/** A way to save a line: take these words out, or others in this paragraph of about as many characters. */
export interface Cut {
  readonly id: string;
  /** Offsets in the text of the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** How many characters go. */
  readonly characters: number;
  /** Whether a whole sentence goes. */
  readonly sentence: boolean;
  readonly savesLines: number;
  readonly savesPt: number;
  /** Lines of all the paragraphs once it is made. */
  readonly linesAfter: number;
}

/** How thoroughly to look. */
export interface CutSearch {
  /** How many cuts to give at most. */
  readonly most: number;
  /** How many breakings may be tried for the whole story. */
  readonly trials: number;
}

export const USUAL_SEARCH: CutSearch = { most: 24, trials: 1600 };

/** A cut far smaller than the last line seldom saves it: not tried. Far larger ones are no bargain. */
const LEAST_OF_LAST_LINE = 0.3;
const MOST_OF_LAST_LINE = 1.8;

interface Searched {
  readonly paragraph: NamedParagraph;
  readonly composed: ComposedParagraph;
}

function linesWithout(setting: Typesetting, nr: number, place: CutPlace, optimum: boolean): number {
  const materials = setting.materials.map((material, at): Material =>
    at === nr ? new ShorterMaterial(material, place.first, place.last) : material,
  );
  return breakLines({ materials, rules: setting.rules }, optimum).length;
}

/** The cuts of a paragraph that are worth trying, those of the fewest characters first. */
function placesToTry(text: string, material: Material, { slack }: ComposedParagraph): readonly CutPlace[] {
  const words = material.words;
  const from = material.starting.glyphPt + material.starting.spacePt;
  const end = words.at(-1)?.ending;
  const widthPt = end ? end.glyphPt + end.spacePt - from : 0;
  const perCharacter = widthPt / Math.max(1, text.length);
  const lastLine = slack.toFewerPt / Math.max(0.1, perCharacter);
  return cutPlaces(text, material)
    .filter(({ start, end }) => {
      const characters = end - start;
      return (
        characters >= lastLine * LEAST_OF_LAST_LINE &&
        characters <= Math.max(20, lastLine * MOST_OF_LAST_LINE)
      );
    })
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
}

class Search {
  readonly #compositor: Compositor;
  readonly #total: number;
  #trials: number;

  constructor(compositor: Compositor, total: number, trials: number) {
    this.#compositor = compositor;
    this.#total = total;
    this.#trials = trials;
  }

  /** The cheapest cut of one paragraph; null where none is found or the search has gone on for long enough. */
  cheapest({ paragraph, composed }: Searched): Cut | null {
    const { order } = paragraph;
    const setting = this.#compositor.settingOf(order);
    const optimum = order.style.composer === "optimum-fit";
    const nr = setting.materials.length - 1;
    const material = setting.materials[nr];
    if (!material) return null;
    for (const place of placesToTry(composed.text, material, composed)) {
      if (this.#trials <= 0) return null;
      this.#trials -= 1;
      if (linesWithout(setting, nr, place, optimum) >= composed.lines.length) continue;
      const cut = this.#made(paragraph, composed, place);
      if (cut) return cut;
    }
    return null;
  }

  /** The cut as it comes out when the paragraph is really set without the words. */
  #made({ id, order }: NamedParagraph, composed: ComposedParagraph, place: CutPlace): Cut | null {
    const { start, end, sentence } = place;
    const shorter = this.#compositor.compose({ ...order, runs: copyWithout(order.runs, start, end) });
    const savesLines = composed.lines.length - shorter.lines.length;
    if (savesLines <= 0) return null;
    const words = composed.text.slice(start, end).trim();
    return {
      id,
      start,
      end,
      words,
      characters: end - start,
      sentence,
      savesLines,
      savesPt: savesLines * order.style.leadingPt,
      linesAfter: this.#total - savesLines,
    };
  }
}

/**
 * Where removing few characters saves a line, the fewest first: at most one cut for each paragraph.
 * Paragraphs with short last lines are looked at first, and the search ends after so many trials,
 * so that the answer for a long story comes as quickly as that for a short one.
 */
export function cheapestCuts(
  compositor: Compositor,
  paragraphs: readonly NamedParagraph[],
  { most, trials }: CutSearch = USUAL_SEARCH,
): readonly Cut[] {
  const searched = paragraphs.map((paragraph): Searched => ({
    paragraph,
    composed: compositor.compose(paragraph.order),
  }));
  const total = searched.reduce((sum, { composed }) => sum + composed.lines.length, 0);
  const search = new Search(compositor, total, trials);
  return searched
    .filter(({ composed }) => composed.lines.length > 1)
    .toSorted((a, b) => a.composed.slack.toFewerPt - b.composed.slack.toFewerPt)
    .flatMap((one) => search.cheapest(one) ?? [])
    .toSorted((a, b) => a.characters / a.savesLines - b.characters / b.savesLines)
    .slice(0, most);
}
