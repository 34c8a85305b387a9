import type { DrawnParagraph } from "#shared/fit/compose/index.ts";
import { placeInStory, type SetText, type StoryPlace } from "#shared/fit/depth/index.ts";
import type { Face } from "#shared/fit/kit/index.ts";

/** Letters that are drawn in one go: a word, or less where the spaces between letters differ. */
export interface GalleyPiece {
  /** As it is set: in capitals where small or dateline capitals are made of large ones. */
  readonly text: string;
  /** From the left edge of the leg, in points. */
  readonly xPt: number;
  readonly widthPt: number;
  readonly face: Face;
  readonly sizePt: number;
  readonly risePt: number;
  /** Whether the face's own small capitals stand for its small letters. */
  readonly smallCaps: boolean;
  /** Whether its letters run from right to left. */
  readonly isRightToLeft: boolean;
  /** Where in the story its text begins; null for what stands nowhere in it, as a hyphen at the end. */
  readonly place: StoryPlace | null;
}

/** Letters on their way into one piece. */
interface OpenPiece {
  text: string;
  xPt: number;
  endPt: number;
  readonly offset: number;
  readonly isRightToLeft: boolean;
}

const SPACE = /^\s$/u;
/** Where the baseline of a line stands in its leading, as layout programs put it for a face of ordinary shape. */
export const BASELINE = 0.76;

/** One line of a paragraph that has been set, as pieces of text at their places. */
export function galleyPieces(
  { composed, copy }: SetText,
  paragraph: DrawnParagraph,
  line: number,
): readonly GalleyPiece[] {
  const cap = composed.dropCap;
  const runs = [
    ...(line === 0 ? paragraph.lead : []),
    ...(cap && line === cap.lines - 1 ? paragraph.dropCap : []),
    ...(paragraph.lines[line]?.runs ?? []),
  ];
  const pieces: GalleyPiece[] = [];
  for (const { face, sizePt, risePt, glyphScale, smallCaps, glyphs } of runs) {
    let open: OpenPiece | null = null;
    const close = (): void => {
      if (open && open.text.trim() !== "") {
        const { xPt, endPt, offset, isRightToLeft } = open;
        pieces.push({
          text: open.text,
          xPt,
          widthPt: endPt - xPt,
          face,
          sizePt,
          risePt,
          smallCaps,
          isRightToLeft,
          place: placeInStory(copy, offset),
        });
      }
      open = null;
    };
    for (const glyph of glyphs) {
      if (SPACE.test(glyph.text)) {
        close();
        continue;
      }
      const { xPt, offset, isRightToLeft } = glyph;
      if (open && open.isRightToLeft !== isRightToLeft) close();
      open ??= { text: "", xPt, endPt: xPt, offset, isRightToLeft };
      open.text += glyph.shown;
      open.xPt = Math.min(open.xPt, xPt);
      open.endPt = Math.max(open.endPt, xPt + (glyph.advancePt * glyphScale) / 100);
    }
    close();
  }
  return pieces;
}
