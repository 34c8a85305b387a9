import type { Compositor } from "#shared/fit/compose/compositor-types.ts";
import type { NamedParagraph } from "./cheapest-cuts.ts";

/** A paragraph that a few more characters make a line longer. */
export interface Fill {
  readonly id: string;
  /** Where its text ends. */
  readonly at: number;
  /** About how many characters more it takes: what the last line still holds, and a letter. */
  readonly characters: number;
  readonly addsPt: number;
  /** Lines of all the paragraphs once they are added. */
  readonly linesAfter: number;
}

/** Where adding few characters makes a line more, the fewest first. */
export function cheapestFills(
  compositor: Compositor,
  paragraphs: readonly NamedParagraph[],
  most: number,
): readonly Fill[] {
  const set = paragraphs.map(({ id, order }) => ({ id, order, composed: compositor.compose(order) }));
  const total = set.reduce((sum, { composed }) => sum + composed.lines.length, 0);
  return set
    .filter(({ composed }) => composed.text !== "")
    .map(({ id, order, composed }): Fill => {
      const widthPt = composed.lines.reduce((sum, line) => sum + line.naturalPt, 0);
      const perCharacter = widthPt / composed.text.length;
      const room = composed.lines.at(-1)?.sparePt ?? 0;
      return {
        id,
        at: composed.text.length,
        characters: Math.floor(room / Math.max(0.1, perCharacter)) + 1,
        addsPt: order.style.leadingPt,
        linesAfter: total + 1,
      };
    })
    .toSorted((a, b) => a.characters - b.characters)
    .slice(0, most);
}
