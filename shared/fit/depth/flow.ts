import { placeInStory, type StoryPlace } from "./copy-text.ts";
import { textDepthPt, type SetPart, type SetPicture, type SetStory, type SetText } from "./set-story.ts";

/** A stack of legs: so many columns of the body's measure, each so deep. */
export interface Legs {
  readonly count: number;
  readonly depthPt: number;
}

/** One line in its leg. Lengths in points from the top of the leg. */
export interface PlacedLine {
  readonly kind: "line";
  /** From 0. Lines that are overset stand in the leg after the last. */
  readonly leg: number;
  readonly topPt: number;
  readonly text: SetText;
  /** Which line of its paragraph, from 0. */
  readonly line: number;
}

export interface PlacedPicture {
  readonly kind: "picture";
  readonly leg: number;
  readonly topPt: number;
  readonly picture: SetPicture;
}

export type PlacedItem = PlacedLine | PlacedPicture;

/** What did not find room. */
export interface Overset {
  /** Where in the story the first of it begins. */
  readonly from: StoryPlace | null;
  readonly lines: number;
  /** How deep it runs, in points. */
  readonly depthPt: number;
}

/** The column text of a story run into legs, or down one endless column. */
export interface Flow {
  readonly legs: Legs | null;
  readonly items: readonly PlacedItem[];
  /** How deep everything runs, the overset included and the empty foot of a leg left out, in points. */
  readonly depthPt: number;
  readonly overset: Overset | null;
  /** Room that is left below the text in the legs, in points; 0 where it is overset or there are no legs. */
  readonly leftPt: number;
}

/** Rounding must not push a line out of a leg that it fills to a hair. */
const EPSILON_PT = 0.01;

function spaceBefore(part: SetPart): number {
  return part.kind === "text" ? part.look.spaceBeforePt : part.spaceBeforePt;
}

function spaceAfter(part: SetPart): number {
  return part.kind === "text" ? part.look.spaceAfterPt : part.spaceAfterPt;
}

/** Body text goes on at the next line of the grid, whatever stood before it. */
function onGrid(topPt: number, gridPt: number | null): number {
  return gridPt === null ? topPt : Math.max(0, Math.ceil((topPt - EPSILON_PT) / gridPt)) * gridPt;
}

/**
 * Whether lines stand on the grid: those with the body's leading do. A subhead does not, so that the
 * half lines above and below it make one line together; the text after it is on the grid again.
 */
function keepsToGrid({ style, look }: SetText, gridPt: number | null): boolean {
  return look.leadingPt === gridPt && style !== "subhead";
}

/** How much of a part must stay together: a picture whole, a subhead with the first line below it. */
function keptTogetherPt(part: SetPart, next: SetPart | undefined): number {
  if (part.kind === "picture") return part.depthPt;
  if (part.style !== "subhead" || next?.kind !== "text") return part.look.leadingPt;
  return textDepthPt(part) + part.look.spaceAfterPt + next.look.spaceBeforePt + next.look.leadingPt;
}

/**
 * Runs the column parts of a story into legs, line by line. Space before is left out at the top of
 * a leg, space after at its foot; a picture is never divided, and a subhead never stands last.
 * With the spec's leading grid, body text keeps to multiples of its leading from the top of the leg.
 */
export function flowStory(story: SetStory, legs: Legs | null = null): Flow {
  const flow = flowInto(story, legs?.count ?? 1, () => legs?.depthPt ?? Infinity);
  return legs ? { ...flow, legs } : flow;
}

/** The same into legs of which each has a depth of its own, in points; `count` may be `Infinity`. */
export function flowInto(story: SetStory, count: number, depthOf: (leg: number) => number): Flow {
  const { spec } = story.setting;
  const gridPt = spec.leadingGrid ? spec.styles.paragraph.leadingPt : null;
  const parts = story.parts.filter(({ place }) => place === "column");
  const items: PlacedItem[] = [];
  const legCount = count;
  let leg = 0;
  let topPt = 0;
  let pendingPt = 0;
  let filledPt = 0;
  let overset: { from: StoryPlace | null; lines: number } | null = null;

  const nextLeg = (): void => {
    if (leg < legCount) filledPt += topPt;
    leg += 1;
    topPt = 0;
    pendingPt = 0;
  };
  /** Finds room for so much; what is deeper than a whole leg is overset, and so is all after it. */
  const makeRoom = (depthPt: number, gridOf: number | null): void => {
    const atPt = onGrid(topPt === 0 ? 0 : topPt + pendingPt, gridOf);
    if (atPt + depthPt <= depthOf(leg) + EPSILON_PT || leg >= legCount) {
      topPt = atPt;
      pendingPt = 0;
    } else {
      nextLeg();
      makeRoom(depthPt, gridOf);
    }
  };
  const noteOverset = (from: () => StoryPlace | null, lines: number): void => {
    if (leg < legCount) return;
    overset ??= { from: from(), lines: 0 };
    overset.lines += lines;
  };

  for (const [index, part] of parts.entries()) {
    pendingPt += spaceBefore(part);
    const together = keptTogetherPt(part, parts[index + 1]);
    if (part.kind === "picture") {
      makeRoom(together, null);
      noteOverset(() => ({ block: part.block, field: "caption", offset: 0 }), 0);
      items.push({ kind: "picture", leg, topPt, picture: part });
      topPt += part.depthPt;
    } else {
      const grid = keepsToGrid(part, gridPt) ? gridPt : null;
      for (const [line, { start }] of part.composed.lines.entries()) {
        makeRoom(line === 0 ? together : part.look.leadingPt, grid);
        noteOverset(() => placeInStory(part.copy, start), 1);
        items.push({ kind: "line", leg, topPt, text: part, line });
        topPt += part.look.leadingPt;
      }
    }
    pendingPt += spaceAfter(part);
  }
  const oversetPt = leg >= legCount ? topPt : 0;
  if (leg < legCount) filledPt += topPt;
  let leftPt = 0;
  for (let left = leg; left < legCount && Number.isFinite(legCount); left += 1) {
    leftPt += Math.max(0, depthOf(left) - (left === leg ? topPt : 0));
  }
  // The closure above writes it, which the compiler cannot see here.
  const over = overset as { readonly from: StoryPlace | null; readonly lines: number } | null;
  return {
    legs: null,
    items,
    depthPt: filledPt + oversetPt,
    overset: over ? { ...over, depthPt: oversetPt } : null,
    leftPt: Number.isFinite(leftPt) ? leftPt : 0,
  };
}
