import type { FitTrouble } from "#shared/fit/compose/index.ts";
import type { Face, StyleName } from "#shared/fit/kit/kit.ts";
import { placeInStory, type StoryPlace } from "./copy-text.ts";
import type { Flow, PlacedLine } from "./flow.ts";
import { everyText, type SetStory, type SetText } from "./set-story.ts";

/**
 * What a copy editor looks for in set copy: `tight` and `loose` lines, a `runt` (a paragraph that
 * ends in next to nothing), a `widow` (its last line alone at the top of a leg), an `orphan` (its
 * first line alone at the foot of one), a line that is `near` breaking otherwise, and what the
 * composer could not do as the style wants.
 */
export type FlagKind =
  | "tight"
  | "loose"
  | "runt"
  | "widow"
  | "orphan"
  | "near"
  | "outside-limits"
  | "forced-apart"
  | "too-wide"
  | "missing-glyph"
  | "missing-face";

/** A line to look at: where it begins and ends in the story, and why. */
export interface FlaggedLine {
  readonly kind: FlagKind;
  readonly style: StyleName;
  /** Which line of its paragraph, from 0. */
  readonly line: number;
  /** Which line of the column, from 1, pictures not counted; null outside of it. */
  readonly columnLine: number | null;
  readonly from: StoryPlace | null;
  readonly to: StoryPlace | null;
  /** What the line says. */
  readonly text: string;
  readonly sentence: string;
}

function faceName({ family, style }: Face): string {
  return style === "regular" ? family : `${family} ${style === "boldItalic" ? "bold italic" : style}`;
}

function troubleWords(trouble: FitTrouble): string {
  switch (trouble.kind) {
    case "missing-glyph": {
      const code = trouble.character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0") ?? "";
      const instead = trouble.instead
        ? `set in ${faceName(trouble.instead)} instead`
        : "an empty box stands there";
      return `${faceName(trouble.face)} has no “${trouble.character}” (U+${code}): ${instead}.`;
    }
    case "missing-face":
      return `The kit has no ${faceName(trouble.face)}: ${faceName(trouble.instead)} stands in.`;
    case "forced-apart":
      return "Something in it is longer than the measure and was broken by force.";
    case "outside-limits":
      return trouble.ratio > 0 ? "Looser than the style allows." : "Tighter than the style allows.";
    default:
      return `Wider than the measure by ${trouble.byPt.toFixed(1)} pt.`;
  }
}

/** Display lines: a single word in the last is a matter of the headline desk, not of the column. */
const ONE_LINERS: ReadonlySet<StyleName> = new Set([
  "headline",
  "deck",
  "byline",
  "source",
  "subhead",
  "endMark",
]);

function lineOf({ composed }: SetText, at: number): number {
  return Math.max(
    0,
    composed.lines.findLastIndex(({ start }) => start <= at),
  );
}

interface Flag {
  readonly kind: FlagKind;
  readonly line: number;
  readonly sentence: string;
}

function flagsOf(text: SetText): readonly Flag[] {
  const { lines, troubles, runt, slack } = text.composed;
  const last = lines.length - 1;
  const outside = new Set(
    troubles.flatMap((trouble) => (trouble.kind === "outside-limits" ? [trouble.line] : [])),
  );
  const flags: Flag[] = lines.flatMap(({ tightness }, line) =>
    tightness === "even" || outside.has(line)
      ? []
      : [{ kind: tightness, line, sentence: tightness === "tight" ? "Set tight." : "Set loose." }],
  );
  for (const trouble of troubles) {
    const line = "line" in trouble ? trouble.line : lineOf(text, trouble.at);
    flags.push({ kind: trouble.kind, line, sentence: troubleWords(trouble) });
  }
  if (runt && !ONE_LINERS.has(text.style))
    flags.push({ kind: "runt", line: last, sentence: "The paragraph ends in next to nothing." });
  if (slack.near) {
    const { line, changesCount } = slack.near;
    const sentence = changesCount
      ? "Within a hair of breaking otherwise: elsewhere the paragraph may take a line more or less."
      : "Within a hair of breaking otherwise; the paragraph has as many lines all the same.";
    flags.push({ kind: "near", line, sentence });
  }
  return flags;
}

function legFlags(flow: Flow): readonly (Flag & { readonly text: SetText })[] {
  const lines = flow.items.filter((item): item is PlacedLine => item.kind === "line");
  return lines.flatMap((placed, index) => {
    const { text, line, leg } = placed;
    const count = text.composed.lines.length;
    const before = lines[index - 1];
    const after = lines[index + 1];
    if (count < 2) return [];
    const flags: (Flag & { readonly text: SetText })[] = [];
    if (line === count - 1 && before && before.leg < leg) {
      flags.push({
        kind: "widow",
        line,
        text,
        sentence: "The paragraph’s last line stands alone at the top of a leg.",
      });
    }
    if (line === 0 && after && after.leg > leg) {
      flags.push({
        kind: "orphan",
        line,
        text,
        sentence: "The paragraph’s first line stands alone at the foot of a leg.",
      });
    }
    return flags;
  });
}

/** Every line to look at, in the order of the story. */
export function flaggedLines(story: SetStory, flow: Flow): readonly FlaggedLine[] {
  const numbers = new Map<SetText, number>();
  let lines = 0;
  for (const item of flow.items) {
    if (item.kind !== "line") continue;
    if (item.line === 0) numbers.set(item.text, lines + 1);
    lines += 1;
  }
  const inLegs = Map.groupBy(legFlags(flow), ({ text }) => text);
  return everyText(story).flatMap((text) =>
    [...flagsOf(text), ...(inLegs.get(text) ?? [])]
      .toSorted((a, b) => a.line - b.line)
      .map(({ kind, line, sentence }) => {
        const { start, end } = text.composed.lines[line] ?? { start: 0, end: 0 };
        const first = numbers.get(text);
        return {
          kind,
          style: text.style,
          line,
          columnLine: first === undefined ? null : first + line,
          from: placeInStory(text.copy, start),
          to: placeInStory(text.copy, end),
          text: text.copy.text.slice(start, end).trim(),
          sentence,
        };
      }),
  );
}
