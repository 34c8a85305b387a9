import type { GlyphRun, PlacedGlyph } from "#shared/fit/compose/index.ts";
import { actualText, type ProofFont, type ProofFonts } from "./proof-fonts.ts";

/** A number as PDF takes it: no exponent, no more places than a printer can tell. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 10_000) / 10_000;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}

/** Black on the K plate alone (DeviceCMYK), `share` of it. */
export function kOnly(share = 1): string {
  return `0 0 0 ${pdfNumber(share)} k 0 0 0 ${pdfNumber(share)} K`;
}

/** A filled rectangle. `yPt` is its lower edge, from the foot of the page. */
export function filledBox(xPt: number, yPt: number, widthPt: number, heightPt: number): string {
  return `${[xPt, yPt, widthPt, heightPt].map(pdfNumber).join(" ")} re f`;
}

/** Glyphs that stand for one stretch of text: a letter, a ligature, a letter with its marks. */
interface Cluster {
  readonly text: string;
  readonly glyphs: readonly PlacedGlyph[];
}

/** Characters without ink or width (Unicode: Default_Ignorable_Code_Point) and tabs: the room they take is in the positions. */
const UNDRAWN = /^[\t\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]*$/u;

function clustersOf(glyphs: readonly PlacedGlyph[]): readonly Cluster[] {
  const clusters: { text: string; glyphs: PlacedGlyph[] }[] = [];
  for (const glyph of glyphs) {
    const last = clusters.at(-1);
    if (glyph.text === "" && last) last.glyphs.push(glyph);
    else clusters.push({ text: glyph.text, glyphs: [glyph] });
  }
  return clusters.filter(({ text }) => !UNDRAWN.test(text) || text === "");
}

/** Sets glyphs at their own places, one string after the other in one text object. */
class TextWriter {
  readonly operators: string[] = [];
  readonly #run: GlyphRun;
  readonly #font: ProofFont;
  readonly #baselinePt: number;
  readonly #leftPt: number;
  readonly #scale: number;
  #pending = "";
  #penPt = 0;
  #yPt = Number.NaN;

  constructor(run: GlyphRun, font: ProofFont, leftPt: number, baselinePt: number) {
    this.#run = run;
    this.#font = font;
    this.#leftPt = leftPt;
    this.#baselinePt = baselinePt + run.risePt;
    this.#scale = run.glyphScale / 100;
  }

  place({ id, xPt, yPt }: PlacedGlyph): void {
    const { sizePt } = this.#run;
    const atPt = this.#leftPt + xPt;
    if (yPt !== this.#yPt) {
      this.flush();
      this.operators.push(`1 0 0 1 ${pdfNumber(atPt)} ${pdfNumber(this.#baselinePt + yPt)} Tm`);
      this.#penPt = atPt;
      this.#yPt = yPt;
    }
    const perMillePt = (sizePt * this.#scale) / 1000;
    const back = Math.round(((this.#penPt - atPt) / perMillePt) * 100) / 100;
    if (back !== 0) this.#pending += `${pdfNumber(back)} `;
    this.#pending += `<${id.toString(16).padStart(4, "0")}>`;
    this.#penPt = this.#penPt - back * perMillePt + this.#font.metrics.widthOf(id) * perMillePt;
  }

  flush(): void {
    if (this.#pending !== "") this.operators.push(`[${this.#pending}] TJ`);
    this.#pending = "";
  }
}

function ruleUnder({ leftPt, rightPt, sizePt }: GlyphRun, xPt: number, yPt: number): string {
  return filledBox(xPt + leftPt, yPt, rightPt - leftPt, sizePt / 18);
}

/**
 * Draws glyph runs on a baseline, exactly where the composer placed them. `xPt` is the left edge
 * of the measure, `baselinePt` counts from the foot of the page. Where a glyph stands for another
 * text than usual (a capital for a small letter, two glyphs for one), the text is written beside it.
 */
export function drawRuns(
  runs: readonly GlyphRun[],
  fonts: ProofFonts,
  xPt: number,
  baselinePt: number,
): readonly string[] {
  return runs.flatMap((run) => {
    const font = fonts.of(run.face);
    const writer = new TextWriter(run, font, xPt, baselinePt);
    for (const { text, glyphs } of clustersOf(run.glyphs)) {
      const [first, ...others] = glyphs;
      const isPlain = first !== undefined && others.length === 0 && font.use(first.id, text);
      if (!isPlain) {
        for (const { id } of glyphs) font.use(id, "");
        writer.flush();
        writer.operators.push(`/Span << /ActualText ${actualText(text)} >> BDC`);
      }
      for (const glyph of glyphs) writer.place(glyph);
      if (!isPlain) {
        writer.flush();
        writer.operators.push("EMC");
      }
    }
    writer.flush();
    if (writer.operators.length === 0) return [];
    const { sizePt, glyphScale, underline, strikethrough } = run;
    return [
      `BT /${font.name} ${pdfNumber(sizePt)} Tf ${pdfNumber(glyphScale)} Tz`,
      ...writer.operators,
      "ET",
      ...(underline ? [ruleUnder(run, xPt, baselinePt + run.risePt - sizePt * 0.14)] : []),
      ...(strikethrough ? [ruleUnder(run, xPt, baselinePt + run.risePt + sizePt * 0.24)] : []),
    ];
  });
}
