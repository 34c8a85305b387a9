import { visibleEnd } from "#shared/fit/breaks/opportunities.ts";
import { isWordSpace, spansBetween, type ShapedCopy } from "#shared/fit/shaping/shaped-copy.ts";
import { isJoined, type SetSpan } from "#shared/fit/shaping/set-span.ts";
import type { Shaper, ShapedSpan } from "#shared/fit/shaping/shaper.ts";
import type {
  ComposedParagraph,
  DrawnParagraph,
  GlyphRun,
  PlacedGlyph,
  SetLine,
  Spacing,
} from "./composed-paragraph.ts";
import { inReadingOrder } from "./reading-order.ts";
import type { ParagraphOrder } from "./paragraph-order.ts";
import type { Typesetting } from "./typesetting.ts";

const AS_DESIGNED: Spacing = { wordSpace: 100, letterSpace: 0, glyphScale: 100 };

/** Moves along a line and places what is set. */
class Pen {
  readonly #text: string;
  readonly #spacing: Spacing;
  readonly #tracking: number;
  xPt: number;
  #pendingPt = 0;

  constructor(text: string, xPt: number, spacing: Spacing, tracking: number) {
    this.#text = text;
    this.xPt = xPt;
    this.#spacing = spacing;
    this.#tracking = tracking;
  }

  /** What of the text a cluster stands for, and what it is set as. */
  #textOf({ span, glyphs }: ShapedSpan, nr: number): Pick<PlacedGlyph, "text" | "shown"> {
    const { clusters } = glyphs;
    const own = clusters[nr] ?? 0;
    if (clusters[nr - 1] === own) return { text: "", shown: "" };
    let next = nr + 1;
    while (clusters[next] === own) next += 1;
    const length = span.end - span.start;
    if (own >= length) return { text: "-", shown: "-" };
    const to = Math.min(clusters[next] ?? length, length);
    return {
      text: this.#text.slice(span.start + own, span.start + to),
      shown: span.shown.slice(own, to),
    };
  }

  place(shaped: ShapedSpan): GlyphRun {
    const { span, glyphs } = shaped;
    const { sizePt, risePt, underline, strikethrough } = span;
    const perUnit = sizePt / span.face.metrics.unitsPerEm;
    const scale = this.#spacing.glyphScale / 100;
    const gapPt = isJoined(span) ? 0 : sizePt * (this.#spacing.letterSpace / 100 + this.#tracking);
    const placed: PlacedGlyph[] = [];
    let leftPt: number | null = null;
    for (const [nr, id] of glyphs.ids.entries()) {
      const { text, shown } = this.#textOf(shaped, nr);
      const advancePt = text === "\t" ? sizePt : (glyphs.advances[nr] ?? 0) * perUnit;
      // Letter space stands before the next thing that has a width, and not after the last.
      if (text !== "" && advancePt > 0) {
        this.xPt += this.#pendingPt;
        this.#pendingPt = 0;
      }
      leftPt ??= this.xPt;
      const offset = Math.min(span.start + (glyphs.clusters[nr] ?? 0), span.end);
      const xPt = this.xPt + (glyphs.xOffsets[nr] ?? 0) * perUnit * scale;
      if (text !== "\n") {
        const yPt = (glyphs.yOffsets[nr] ?? 0) * perUnit;
        placed.push({ id, xPt, yPt, advancePt, offset, text, shown, isRightToLeft: false });
        this.xPt += isWordSpace(text) ? (advancePt * this.#spacing.wordSpace) / 100 : advancePt * scale;
        if (text !== "" && advancePt > 0) this.#pendingPt = gapPt;
      }
    }
    return {
      face: span.face.face,
      sizePt,
      risePt,
      glyphScale: this.#spacing.glyphScale,
      underline,
      strikethrough,
      smallCaps: span.features.includes("smcp"),
      leftPt: leftPt ?? this.xPt,
      rightPt: this.xPt,
      glyphs: placed,
    };
  }
}

function drawSpans(spans: readonly SetSpan[], pen: Pen, shaper: Shaper): readonly GlyphRun[] {
  return spans.flatMap((span) => shaper.shape(span)).map((shaped) => pen.place(shaped));
}

/** As it is read: what runs from right to left does. A hyphen goes with the letter before it. */
function inOrder(
  runs: readonly GlyphRun[],
  { levels }: Pick<ShapedCopy, "levels">,
  end: number,
): readonly GlyphRun[] {
  return levels ? inReadingOrder(runs, (offset) => levels[Math.min(offset, end - 1)] ?? 0) : runs;
}

function drawLine(line: SetLine, from: number, setting: Typesetting, shaper: Shaper): readonly GlyphRun[] {
  const { copy, rules } = setting;
  const start = Math.max(line.start, from);
  const to = visibleEnd(copy.text, start, line.end);
  const spans = spansBetween(copy, start, to, line.ends === "hyphen");
  const pen = new Pen(copy.text, line.leftPt, line.spacing, rules.limits.tracking);
  const runs = drawSpans(spans, pen, shaper);
  return inOrder(runs, copy, to);
}

/** Every glyph of a composed paragraph, shaped as its lines stand. */
export function drawParagraph(
  { lines }: ComposedParagraph,
  setting: Typesetting,
  { style, widthPt }: ParagraphOrder,
  shaper: Shaper,
): DrawnParagraph {
  const { cap, lead, leadPt, copy } = setting;
  const leadText = lead.map(({ shown }) => shown).join("");
  const at = (indentPt: number, ownPt: number): number =>
    setting.rules.isMirrored ? widthPt - indentPt - ownPt : indentPt;
  const capPen = new Pen(copy.text, at(style.indentLeftPt, cap?.cap.widthPt ?? 0), AS_DESIGNED, 0);
  const leadPen = new Pen(leadText, at(style.indentLeftPt + style.indentFirstPt, leadPt), AS_DESIGNED, 0);
  return {
    lines: lines.map((line) => ({ runs: drawLine(line, cap?.cap.end ?? 0, setting, shaper) })),
    dropCap: cap ? inOrder(drawSpans([cap.span], capPen, shaper), copy, cap.cap.end) : [],
    lead: drawSpans(lead, leadPen, shaper),
  };
}
