import type { Compositor } from "#shared/fit/compose/index.ts";
import { placeInStory, type StoryFit, type StoryPlace } from "#shared/fit/depth/index.ts";
import { measureOf } from "#shared/fit/kit/index.ts";
import { BASELINE, galleyPieces, type GalleyPiece } from "./galley-pieces.ts";

/** A line where it stands. */
export interface GalleyLine {
  readonly leg: number;
  /** Of the baseline, from the top of the leg, in points. */
  readonly baselinePt: number;
  readonly leadingPt: number;
  readonly pieces: readonly GalleyPiece[];
  /** Where the line ends in the story. */
  readonly end: StoryPlace | null;
}

/** The box of a picture where it stands. */
export interface GalleyBox {
  readonly leg: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** The column text of a story as it is set: the very lines that are counted. */
export interface Galley {
  readonly measurePt: number;
  readonly gutterPt: number;
  readonly legs: number;
  /** How deep the deepest leg is, in points. */
  readonly depthPt: number;
  /** The first leg that is not on the page; null where all are. */
  readonly oversetLeg: number | null;
  readonly lines: readonly GalleyLine[];
  readonly boxes: readonly GalleyBox[];
}

/** Draws the lines of a fitted story as pieces of text at their places. */
export function galleyOf({ set, flow }: StoryFit, compositor: Compositor): Galley {
  const { kit, spec } = set.setting;
  const drawn = new Map<unknown, ReturnType<Compositor["draw"]>>();
  const lines: GalleyLine[] = [];
  const boxes: GalleyBox[] = [];
  let depthPt = flow.legs?.depthPt ?? 0;
  let legs = flow.legs?.count ?? 1;
  for (const item of flow.items) {
    legs = Math.max(legs, item.leg + 1);
    if (item.kind === "picture") {
      const { widthPt, heightPt } = item.picture.box;
      boxes.push({ leg: item.leg, topPt: item.topPt, widthPt, heightPt });
      depthPt = Math.max(depthPt, item.topPt + item.picture.depthPt);
      continue;
    }
    const { text, line, leg, topPt } = item;
    const paragraph = drawn.get(text) ?? compositor.draw(text.order);
    drawn.set(text, paragraph);
    const { leadingPt } = text.look;
    depthPt = Math.max(depthPt, topPt + leadingPt);
    const end = text.composed.lines[line]?.end;
    lines.push({
      leg,
      baselinePt: topPt + leadingPt * BASELINE,
      leadingPt,
      pieces: galleyPieces(text, paragraph, line),
      end: end === undefined ? null : placeInStory(text.copy, end),
    });
  }
  return {
    measurePt: measureOf(kit, spec.styles.paragraph.columns),
    gutterPt: kit.page.gutterPt,
    legs,
    depthPt,
    oversetLeg: flow.overset && flow.legs ? flow.legs.count : null,
    lines,
    boxes,
  };
}
