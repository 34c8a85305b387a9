import type { Compositor } from "#shared/fit/compose/index.ts";
import { placeInStory, type StoryFit, type StoryPlace } from "#shared/fit/depth/index.ts";
import { measureOf, type Face } from "#shared/fit/kit/index.ts";

/** Letters that are drawn in one go: a word, or less where the spaces between letters differ. */
export interface GalleyPiece {
  readonly text: string;
  /** From the left edge of the leg, in points. */
  readonly xPt: number;
  readonly widthPt: number;
  readonly face: Face;
  readonly sizePt: number;
  readonly risePt: number;
  /** Where in the story its text begins; null for what stands nowhere in it, as a hyphen at the end. */
  readonly place: StoryPlace | null;
}

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

const SPACE = /^\s$/u;
/** Where the baseline of a line stands in its leading, as layout programs put it for a face of ordinary shape. */
const BASELINE = 0.76;

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
    const cap = text.composed.dropCap;
    const runs = [
      ...(line === 0 ? paragraph.lead : []),
      ...(cap && line === cap.lines - 1 ? paragraph.dropCap : []),
      ...(paragraph.lines[line]?.runs ?? []),
    ];
    const pieces: GalleyPiece[] = [];
    for (const { face, sizePt, risePt, glyphScale, glyphs } of runs) {
      let open: { text: string; xPt: number; endPt: number; offset: number } | null = null;
      const close = (): void => {
        if (open && open.text.trim() !== "") {
          const { xPt, endPt, offset } = open;
          pieces.push({
            text: open.text,
            xPt,
            widthPt: endPt - xPt,
            face,
            sizePt,
            risePt,
            place: placeInStory(text.copy, offset),
          });
        }
        open = null;
      };
      for (const glyph of glyphs) {
        if (SPACE.test(glyph.text)) {
          close();
          continue;
        }
        open ??= { text: "", xPt: glyph.xPt, endPt: glyph.xPt, offset: glyph.offset };
        open.text += glyph.text;
        open.endPt = glyph.xPt + (glyph.advancePt * glyphScale) / 100;
      }
      close();
    }
    const end = text.composed.lines[line]?.end;
    lines.push({
      leg,
      baselinePt: topPt + leadingPt * BASELINE,
      leadingPt,
      pieces,
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
