import type { Alignment } from "#shared/fit/kit/kit.ts";
import type { ComposedParagraph, FitTrouble, LineEnd, NearBreak, SetLine } from "./composed-paragraph.ts";
import { justifyLine, lineWidths, plainLine, tightnessOf } from "./justify.ts";
import type { Room } from "./line-room.ts";
import type { ParagraphOrder } from "./paragraph-order.ts";
import { isTooWide, type BrokenLine, type Typesetting } from "./typesetting.ts";

const ENDS = {
  word: "break",
  division: "hyphen",
  emergency: "emergency",
  forced: "forced",
  last: "last",
} as const satisfies Record<BrokenLine["end"]["kind"], LineEnd>;

/** A justified line that had to go so far beyond the style's limits is reported. */
const FAR_OUTSIDE = 2;

/** Copy that runs from right to left begins at the right, and ends at the left where the style has it on the right. */
function leftOf(alignment: Alignment, { leftPt, roomPt }: Room, setPt: number, isMirrored: boolean): number {
  if (alignment !== "center" && (alignment === "right") !== isMirrored) return leftPt + roomPt - setPt;
  return alignment === "center" ? leftPt + (roomPt - setPt) / 2 : leftPt;
}

function setLine(line: BrokenLine, nr: number, setting: Typesetting, alignment: Alignment): SetLine {
  const { at, from, end } = line;
  const { limits, rooms, ragged } = setting.rules;
  const room = rooms.of(nr);
  const widths = lineWidths(from, end.ending, limits);
  const endsCopy = end.kind === "last" || end.kind === "forced";
  const asDesired = ragged || (endsCopy && widths.wished <= room.roomPt);
  const justified = asDesired
    ? plainLine(from, end.ending, limits)
    : justifyLine(from, end.ending, room.roomPt, limits);
  return {
    start: at,
    end: end.next,
    leftPt: leftOf(alignment, room, justified.setPt, setting.rules.isMirrored),
    roomPt: room.roomPt,
    naturalPt: widths.wished,
    setPt: justified.setPt,
    ratio: justified.ratio,
    tightness: tightnessOf(justified.ratio),
    spacing: justified.spacing,
    ends: ENDS[end.kind],
    sparePt: Math.max(0, room.roomPt - widths.least),
  };
}

function troubleOf({ ratio, setPt, roomPt, end, ends }: SetLine, line: number): readonly FitTrouble[] {
  const troubles: FitTrouble[] = [];
  if (ends === "emergency") troubles.push({ kind: "forced-apart", line, at: end });
  if (isTooWide(setPt, roomPt)) troubles.push({ kind: "too-wide", line, byPt: setPt - roomPt });
  else if (ratio > FAR_OUTSIDE) troubles.push({ kind: "outside-limits", line, ratio });
  return troubles;
}

/** Shorter than this, a single word on the last line is a runt. */
const RUNT_LETTERS = 5;
const LETTER = /[\p{L}\p{N}]/gu;

/**
 * True where the last of several lines is the end of a divided word, or one word of fewer than
 * five letters and digits.
 */
export function isRunt(text: string, lines: readonly SetLine[]): boolean {
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (!last || !before || before.ends === "forced") return false;
  const seen = text.slice(last.start, last.end).trim();
  if (/\s/.test(seen)) return false;
  return before.ends === "hyphen" || (seen.match(LETTER)?.length ?? 0) < RUNT_LETTERS;
}

/** The lines of a paragraph as they are set, and what is to be said about them. */
export function setParagraph(
  order: ParagraphOrder,
  setting: Typesetting,
  broken: readonly BrokenLine[],
  near: NearBreak | null,
): ComposedParagraph {
  const { text } = setting.copy;
  const lines = broken.map((line, nr) => setLine(line, nr, setting, order.style.alignment));
  const last = lines.at(-1);
  return {
    text,
    lines,
    dropCap: setting.cap?.cap ?? null,
    slack: {
      toFewerPt: last?.naturalPt ?? 0,
      toMorePt: last ? Math.max(0, last.roomPt - last.naturalPt) : 0,
      near,
    },
    runt: isRunt(text, lines),
    troubles: [...setting.troubles, ...lines.flatMap(troubleOf)],
  };
}
