import type { AssetId, Crop } from "#shared/document/index.ts";
import type { Compositor } from "#shared/fit/compose/index.ts";
import {
  placeInStory,
  storyRunsRightToLeft,
  textDepthPt,
  type PictureSizes,
  type PixelSize,
  type SetPicture,
  type SetText,
  type StoryFit,
  type StoryPlace,
} from "#shared/fit/depth/index.ts";
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
  /** Null where it has not come in. */
  readonly picture: (PixelSize & { readonly asset: AssetId; readonly crop: Crop | null }) | null;
}

/** A picture that stands beside the columns, with its caption and credit. */
export interface GalleyAside {
  readonly widthPt: number;
  readonly depthPt: number;
}

/** The column text of a story as it is set: the very lines that are counted. */
export interface Galley {
  readonly measurePt: number;
  readonly gutterPt: number;
  readonly legs: number;
  /** Whether the first leg is the rightmost. */
  readonly isRightToLeft: boolean;
  /** Pictures beside the columns: the leg of the first is {@link legs}, and so on. */
  readonly asides: readonly GalleyAside[];
  /** How deep the deepest leg is, in points. */
  readonly depthPt: number;
  /** The first leg that is not on the page; null where all are. */
  readonly oversetLeg: number | null;
  readonly lines: readonly GalleyLine[];
  readonly boxes: readonly GalleyBox[];
}

/** Draws the lines and pictures of a fitted story at their places. `sizes` tells how large the pictures are. */
export function galleyOf(
  { set, flow }: StoryFit,
  compositor: Compositor,
  sizes: PictureSizes = () => null,
): Galley {
  const { kit, spec } = set.setting;
  const drawn = new Map<unknown, ReturnType<Compositor["draw"]>>();
  const lines: GalleyLine[] = [];
  const boxes: GalleyBox[] = [];
  let depthPt = flow.legs?.depthPt ?? 0;
  let legs = flow.legs?.count ?? 1;
  const putLine = (text: SetText, line: number, leg: number, topPt: number): void => {
    const paragraph = drawn.get(text) ?? compositor.draw(text.order);
    drawn.set(text, paragraph);
    const { leadingPt } = text.look;
    const end = text.composed.lines[line]?.end;
    lines.push({
      leg,
      baselinePt: topPt + leadingPt * BASELINE,
      leadingPt,
      pieces: galleyPieces(text, paragraph, line),
      end: end === undefined ? null : placeInStory(text.copy, end),
    });
  };
  const putPicture = (
    { photo, box, gapPt, caption, credit }: SetPicture,
    leg: number,
    topPt: number,
  ): void => {
    const { widthPt, heightPt } = box;
    const pixels = sizes(photo);
    const picture = pixels && { ...pixels, asset: photo.asset, crop: photo.crop };
    boxes.push({ leg, topPt, widthPt, heightPt, picture });
    let belowPt = topPt + heightPt + gapPt;
    for (const text of [caption, credit]) {
      if (!text) continue;
      belowPt += text.look.spaceBeforePt;
      for (const line of text.composed.lines.keys())
        putLine(text, line, leg, belowPt + line * text.look.leadingPt);
      belowPt += textDepthPt(text) + text.look.spaceAfterPt;
    }
  };
  for (const item of flow.items) {
    legs = Math.max(legs, item.leg + 1);
    if (item.kind === "picture") {
      putPicture(item.picture, item.leg, item.topPt);
      depthPt = Math.max(depthPt, item.topPt + item.picture.depthPt);
    } else {
      putLine(item.text, item.line, item.leg, item.topPt);
      depthPt = Math.max(depthPt, item.topPt + item.text.look.leadingPt);
    }
  }
  const asides = set.parts
    .filter((part) => part.kind === "picture")
    .filter(({ place }) => place !== "column");
  for (const [nth, picture] of asides.entries()) putPicture(picture, legs + nth, 0);
  return {
    measurePt: measureOf(kit, spec.styles.paragraph.columns),
    gutterPt: kit.page.gutterPt,
    legs,
    isRightToLeft: storyRunsRightToLeft(set),
    asides: asides.map(({ box, depthPt: ownPt }) => ({ widthPt: box.widthPt, depthPt: ownPt })),
    depthPt,
    oversetLeg: flow.overset && flow.legs ? flow.legs.count : null,
    lines,
    boxes,
  };
}
