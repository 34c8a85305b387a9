import type { StoryDocument } from "#shared/document/index.ts";
import type { Compositor } from "#shared/fit/compose/index.ts";
import {
  depthInUnits,
  flowInto,
  flowStory,
  storySetter,
  type Depth,
  type PictureSizes,
  type SetPart,
  type SetPicture,
  type SetText,
  type StorySetting,
} from "#shared/fit/depth/index.ts";
import { measureOf, type StyleName } from "#shared/fit/kit/index.ts";
import { BASELINE, galleyPieces, type GalleyPiece } from "#renderer/fit/galley-pieces.ts";

/** A line of the sample where it stands. All lengths in points, from the top and left of the sample. */
export interface SampleLine {
  readonly style: StyleName;
  readonly xPt: number;
  readonly topPt: number;
  readonly leadingPt: number;
  readonly baselinePt: number;
  readonly pieces: readonly GalleyPiece[];
}

export interface SampleBox {
  readonly xPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Copy set in a column spec as on its page: what stands across the top, the column in legs, and the boxes below. */
export interface KitSample {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly lines: readonly SampleLine[];
  readonly boxes: readonly SampleBox[];
  /** Of the column text as composed. */
  readonly depth: Depth;
  /** The same of the story on the page; null where there is none. */
  readonly story: Depth | null;
}

/** Between what stands across the top, the legs and the boxes. */
const GAP_PT = 12;

/** Puts parts and lines on the sample one after the other. */
class Sheet {
  readonly lines: SampleLine[] = [];
  readonly boxes: SampleBox[] = [];
  widthPt = 0;
  heightPt = 0;
  readonly #compositor: Compositor;
  readonly #drawn = new Map<SetText, ReturnType<Compositor["draw"]>>();

  constructor(compositor: Compositor) {
    this.#compositor = compositor;
  }

  #reach(xPt: number, topPt: number): void {
    this.widthPt = Math.max(this.widthPt, xPt);
    this.heightPt = Math.max(this.heightPt, topPt);
  }

  line(text: SetText, line: number, xPt: number, topPt: number): void {
    const paragraph = this.#drawn.get(text) ?? this.#compositor.draw(text.order);
    this.#drawn.set(text, paragraph);
    const { leadingPt } = text.look;
    this.lines.push({
      style: text.style,
      xPt,
      topPt,
      leadingPt,
      baselinePt: topPt + leadingPt * BASELINE,
      pieces: galleyPieces(text, paragraph, line),
    });
    this.#reach(xPt + text.order.widthPt, topPt + leadingPt);
  }

  /** Gives where it ends. */
  text(text: SetText, xPt: number, topPt: number): number {
    const { lines } = text.composed;
    for (const line of lines.keys()) this.line(text, line, xPt, topPt + line * text.look.leadingPt);
    return topPt + lines.length * text.look.leadingPt;
  }

  /** A picture with its caption and credit; gives where it ends. */
  picture({ box, caption, credit, gapPt }: SetPicture, xPt: number, topPt: number): number {
    const { widthPt, heightPt } = box;
    this.boxes.push({ xPt, topPt, widthPt, heightPt });
    this.#reach(xPt + widthPt, topPt + heightPt);
    let atPt = topPt + heightPt + (caption || credit ? gapPt : 0);
    for (const words of [caption, credit]) {
      if (!words) continue;
      atPt = this.text(words, xPt, atPt + words.look.spaceBeforePt) + words.look.spaceAfterPt;
    }
    return atPt;
  }

  /** Parts one below the other; gives where they end. */
  stack(parts: readonly SetPart[], topPt: number): number {
    let atPt = topPt;
    for (const part of parts) {
      if (part.kind === "picture") {
        atPt = this.picture(part, 0, atPt + part.spaceBeforePt) + part.spaceAfterPt;
      } else {
        atPt = this.text(part, 0, atPt + part.look.spaceBeforePt) + part.look.spaceAfterPt;
      }
    }
    return atPt;
  }
}

/** How deep the column of a story runs as composed. */
function depthOf(
  document: StoryDocument,
  setting: StorySetting,
  compositor: Compositor,
  sizes: PictureSizes,
): Depth {
  const { depthPt } = flowStory(storySetter(setting, compositor, sizes).set(document));
  return depthInUnits(depthPt, setting.spec.styles.paragraph.leadingPt);
}

/** Sets the sample's copy, and how deep the story on the page would run. */
export function kitSample(
  copy: StoryDocument,
  story: StoryDocument | null,
  setting: StorySetting,
  compositor: Compositor,
  sizes: PictureSizes,
): KitSample {
  const { kit, spec } = setting;
  const { paragraph, headline } = spec.styles;
  const set = storySetter(setting, compositor).set(copy);
  const sheet = new Sheet(compositor);
  const headPt = sheet.stack(
    set.parts.filter(({ place }) => place === "head"),
    0,
  );

  const measurePt = measureOf(kit, paragraph.columns);
  const legs = Math.max(1, Math.floor(headline.columns / paragraph.columns));
  const { depthPt } = flowStory(set);
  // Legs of about one depth: what is left over by a subhead that may not stand last runs on below.
  const legPt = depthPt / legs + 2 * paragraph.leadingPt;
  const topPt = headPt === 0 ? 0 : headPt + GAP_PT / 2;
  const flow = flowInto(set, legs, (leg) => (leg < legs - 1 ? legPt : Infinity));
  for (const item of flow.items) {
    const xPt = item.leg * (measurePt + kit.page.gutterPt);
    if (item.kind === "picture") sheet.picture(item.picture, xPt, topPt + item.topPt);
    else sheet.line(item.text, item.line, xPt, topPt + item.topPt);
  }
  for (const part of set.parts.filter(({ place }) => place === "box")) {
    sheet.stack([part], sheet.heightPt + GAP_PT);
  }

  const { lines, boxes, widthPt, heightPt } = sheet;
  return {
    widthPt,
    heightPt,
    lines,
    boxes,
    depth: depthInUnits(depthPt, paragraph.leadingPt),
    story: story ? depthOf(story, setting, compositor, sizes) : null,
  };
}
