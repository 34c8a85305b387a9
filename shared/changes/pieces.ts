import { withText, type Block, type Run, type RunBlock } from "#shared/document/index.ts";

/**
 * A piece of the line that a story is (see docs/changes.md): characters that share a run, the break
 * that begins a block of text, a photo or unknown block whole, or a block that was moved here, which
 * is looked at by itself and stands for one sign of the line. What its own author took out again is
 * `vanished`: no part of the line any more, but the place where it was.
 */
export type Piece =
  | { readonly kind: "text"; readonly run: Run; readonly inNewBlock?: boolean }
  | { readonly kind: "break"; readonly block: RunBlock }
  | { readonly kind: "atom"; readonly block: Block }
  | { readonly kind: "moved"; readonly block: Block }
  | { readonly kind: "vanished"; readonly block: Block };

/** How many units of the line a piece is: UTF-16 units of text, one for anything else. */
export function pieceLength(piece: Piece): number {
  return piece.kind === "text" ? piece.run.text.length : 1;
}

/** Takes pieces off the front of a line, some units at a time; text is cut where need be. */
export interface PieceReader {
  readonly take: (length: number) => readonly Piece[];
  /** The piece that would be taken next; undefined at the end. */
  readonly next: () => Piece | undefined;
}

/** Starts reading a line at its first unit. */
export function readPieces(pieces: readonly Piece[]): PieceReader {
  let nth = 0;
  let at = 0;
  return {
    next: () => pieces[nth],
    take: (length) => {
      const taken: Piece[] = [];
      let missing = length;
      for (let piece = pieces[nth]; piece && missing > 0; piece = pieces[nth]) {
        const left = pieceLength(piece) - at;
        const some = Math.min(left, missing);
        if (piece.kind === "text" && some < piece.run.text.length) {
          taken.push({ ...piece, run: withText(piece.run, piece.run.text.slice(at, at + some)) });
        } else {
          taken.push(piece);
        }
        missing -= some;
        at += some;
        if (some === left) {
          nth += 1;
          at = 0;
        }
      }
      return taken;
    },
  };
}
