import type { ReactNode } from "react";
import type { GalleyPiece } from "./galley-pieces.ts";
import { kitFamily, kitLook } from "./kit-faces.ts";

interface DrawnPiecesProps {
  readonly pieces: readonly GalleyPiece[];
  readonly xPt?: number;
  readonly baselinePt: number;
}

/** The pieces of a set line as SVG text, each as wide as it was set. */
export function DrawnPieces({ pieces, xPt = 0, baselinePt }: DrawnPiecesProps): ReactNode {
  return pieces.map(({ text, xPt: atPt, widthPt, face, sizePt, risePt, smallCaps, isRightToLeft }, nr) => {
    const { weight, style } = kitLook(face);
    // Text from right to left begins at its right edge: its place is told by its end, the left one.
    const order = isRightToLeft ? ({ direction: "rtl", textAnchor: "end" } as const) : {};
    return (
      <text
        key={atPt}
        x={xPt + atPt}
        y={baselinePt - risePt}
        textLength={Math.max(0.1, widthPt)}
        lengthAdjust="spacingAndGlyphs"
        fontFamily={`"${kitFamily(face)}"`}
        fontSize={sizePt}
        fontWeight={weight}
        fontStyle={style}
        fontVariant={smallCaps ? "small-caps" : undefined}
        data-piece={nr}
        {...order}
      >
        {text}
      </text>
    );
  });
}
