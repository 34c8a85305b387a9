import type { TextStyle } from "#shared/fit/kit/kit.ts";
import { materialsOf, type Break, type Material } from "#shared/fit/breaks/material.ts";
import { runsRightToLeft } from "#shared/fit/shaping/direction.ts";
import { shapeCopy, type Extent, type ShapedCopy } from "#shared/fit/shaping/shaped-copy.ts";
import { planSpans, type SetSpan } from "#shared/fit/shaping/set-span.ts";
import type { Shaper } from "#shared/fit/shaping/shaper.ts";
import { hyphensAfter, type BreakingRules, type LineEnds } from "./breaking.ts";
import { HAIR_PT, type FitTrouble, type NearBreak } from "./composed-paragraph.ts";
import type { Hyphenators } from "./compositor-types.ts";
import { capFits, planDropCap, type PlannedCap } from "./drop-cap.ts";
import { limitsOf, ROUNDING_PT } from "./justify.ts";
import { mirrored, roomsOf, widened } from "./line-room.ts";
import { breakOptimumFit } from "./optimum-fit.ts";
import type { ParagraphOrder } from "./paragraph-order.ts";
import { breakSingleLine } from "./single-line.ts";

/** What a paragraph is set from: everything that does not depend on where its lines break. */
export interface Typesetting {
  readonly copy: ShapedCopy;
  readonly materials: readonly Material[];
  readonly rules: BreakingRules;
  readonly cap: PlannedCap | null;
  readonly lead: readonly SetSpan[];
  /** How wide the lead is, in points. */
  readonly leadPt: number;
  readonly troubles: readonly FitTrouble[];
}

/** The tools of a compositor. */
export interface Tools {
  readonly shaper: Shaper;
  readonly hyphenators: Hyphenators;
}

function leadSpans(lead: string | undefined, style: TextStyle, shaper: Shaper): readonly SetSpan[] {
  if (lead === undefined || lead === "") return [];
  return planSpans([{ text: lead }], style, shaper.book).spans;
}

/** How wide the lead is, so that the text beside it begins at the left indent or, where that is too near, after it. */
function leadWidth(lead: readonly SetSpan[], shaper: Shaper): number {
  if (lead.length === 0) return 0;
  const text = lead.map(({ shown }) => shown).join("");
  const { glyphPt, spacePt } = shapeCopy(text, { spans: lead, troubles: [], levels: null }, shaper);
  return (glyphPt[text.length] ?? 0) + (spacePt[text.length] ?? 0);
}

/** Gets a paragraph ready to be broken into lines. */
export function prepare(order: ParagraphOrder, { shaper, hyphenators }: Tools): Typesetting {
  const { runs, style, widthPt } = order;
  const text = runs.map((run) => run.text).join("");
  const copy = shapeCopy(text, planSpans(runs, style, shaper.book), shaper);
  const planned = order.dropCap ? planDropCap(text, order.dropCap, style, shaper) : null;
  const cap = planned && capFits(planned, widthPt) ? planned : null;
  const troubles: FitTrouble[] = [...copy.troubles];
  if (planned && !cap) {
    troubles.push({ kind: "too-wide", line: 0, byPt: planned.cap.widthPt + planned.gapPt - widthPt });
  }
  const lead = leadSpans(order.lead, style, shaper);
  const leadPt = leadWidth(lead, shaper);
  const tabbed =
    leadPt === 0
      ? style
      : { ...style, indentFirstPt: Math.max(0, style.indentFirstPt + leadPt + style.sizePt / 4) };
  const beside = cap && { lines: cap.cap.lines, widthPt: cap.cap.widthPt + cap.gapPt };
  const rooms = roomsOf(tabbed, widthPt, beside);
  const isMirrored = copy.levels !== null && runsRightToLeft(text);
  const { hyphenation } = style;
  const hyphenator = hyphenation ? (hyphenators.get(hyphenation.language) ?? null) : null;
  return {
    copy,
    materials: materialsOf(copy, cap?.cap.end ?? 0, shaper, hyphenation, hyphenator),
    rules: {
      rooms: isMirrored ? mirrored(rooms, widthPt) : rooms,
      limits: limitsOf(style),
      ragged: style.alignment !== "justify",
      ladder: hyphenation?.ladder ?? 0,
      isMirrored,
    },
    cap,
    lead,
    leadPt,
    troubles,
  };
}

/** One line: from where to where, in which material. */
export interface BrokenLine {
  readonly at: number;
  readonly from: Extent;
  readonly end: Break;
  readonly material: Material;
}

function breakMaterial(
  material: Material,
  rules: BreakingRules,
  line: number,
  hyphens: number,
  optimum: boolean,
): LineEnds {
  const start = { line, hyphens };
  return (
    (optimum ? breakOptimumFit(material, rules, start) : null) ?? breakSingleLine(material, rules, start)
  );
}

/** Breaks a paragraph into lines in the way that its style asks for. */
export function breakLines(
  { materials, rules }: Pick<Typesetting, "materials" | "rules">,
  optimum: boolean,
): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  let hyphens = 0;
  for (const material of materials) {
    let at = lines.length === 0 ? 0 : material.start;
    let from = material.starting;
    for (const end of breakMaterial(material, rules, lines.length, hyphens, optimum)) {
      lines.push({ at, from, end, material });
      hyphens = hyphensAfter(end, hyphens);
      at = end.next;
      from = end.starting;
    }
  }
  return lines;
}

/** Where the lines would break otherwise with a hair more room or less, found by breaking them so. */
export function nearBreak(
  { materials, rules }: Pick<Typesetting, "materials" | "rules">,
  lines: readonly BrokenLine[],
  optimum: boolean,
): NearBreak | null {
  const others = [HAIR_PT, -HAIR_PT].map((byPt) =>
    breakLines({ materials, rules: { ...rules, rooms: widened(rules.rooms, byPt) } }, optimum),
  );
  const firsts = others
    .map((other) => lines.findIndex(({ end }, nr) => end.next !== other[nr]?.end.next))
    .filter((line) => line >= 0);
  if (firsts.length === 0) return null;
  return {
    line: Math.min(...firsts),
    changesCount: others.some(({ length }) => length !== lines.length),
  };
}

/** True where a width is more than its room beyond rounding. */
export function isTooWide(setPt: number, roomPt: number): boolean {
  return setPt > roomPt + 10 * ROUNDING_PT;
}
