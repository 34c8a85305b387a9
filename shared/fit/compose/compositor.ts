import type { FontBook } from "#shared/fit/shaping/font-book.ts";
import { createShaper } from "#shared/fit/shaping/shaper.ts";
import { planSpans } from "#shared/fit/shaping/set-span.ts";
import { extentAlone, shapeCopy } from "#shared/fit/shaping/shaped-copy.ts";
import type { ComposedParagraph, DrawnParagraph } from "./composed-paragraph.ts";
import type { Compositor, CompositorWork, Hyphenators } from "./compositor-types.ts";
import { drawParagraph } from "./draw.ts";
import { limitsOf, lineWidths } from "./justify.ts";
import { orderKey } from "./order-key.ts";
import type { ParagraphOrder } from "./paragraph-order.ts";
import { Remembered } from "#shared/fit/remembered.ts";
import { setParagraph } from "./set-lines.ts";
import { breakLines, nearBreak, prepare, type Tools, type Typesetting } from "./typesetting.ts";

/** What a compositor works with. */
export interface CompositorParts {
  readonly fonts: FontBook;
  readonly hyphenators: Hyphenators;
}

/** Paragraphs that are remembered: those of a large edition and its other composers. */
const MOST_PARAGRAPHS = 12_000;

class Setter implements Compositor {
  readonly #tools: Tools;
  readonly #set = new Remembered<ComposedParagraph>(MOST_PARAGRAPHS);
  #asked = 0;
  #composed = 0;

  constructor({ fonts, hyphenators }: CompositorParts) {
    this.#tools = { shaper: createShaper(fonts), hyphenators };
  }

  get work(): CompositorWork {
    return { asked: this.#asked, composed: this.#composed, shaped: this.#tools.shaper.shaped };
  }

  compose(order: ParagraphOrder): ComposedParagraph {
    this.#asked += 1;
    const key = orderKey(order);
    const known = this.#set.get(key);
    if (known) return known;
    this.#composed += 1;
    const setting = prepare(order, this.#tools);
    const isOptimum = order.style.composer === "optimum-fit";
    const lines = breakLines(setting, isOptimum);
    const composed = setParagraph(order, setting, lines, nearBreak(setting, lines, isOptimum));
    this.#set.set(key, composed);
    return composed;
  }

  settingOf(order: ParagraphOrder): Typesetting {
    return prepare(order, this.#tools);
  }

  draw(order: ParagraphOrder): DrawnParagraph {
    return drawParagraph(this.compose(order), prepare(order, this.#tools), order, this.#tools.shaper);
  }

  widthOf({ runs, style }: Pick<ParagraphOrder, "runs" | "style">): number {
    const { shaper } = this.#tools;
    const text = runs.map((run) => run.text).join("");
    const copy = shapeCopy(text, planSpans(runs, style, shaper.book), shaper);
    const all = extentAlone(copy, 0, text.length, false, shaper);
    const nothing = { glyphPt: 0, spacePt: 0, emPt: 0 };
    return lineWidths(nothing, { ...all, emPt: all.emPt - all.lastEmPt }, limitsOf(style)).wished;
  }
}

/** A compositor for one kit's fonts and languages. */
export function createCompositor(parts: CompositorParts): Compositor {
  return new Setter(parts);
}
