/** Signs that a plain text file spells otherwise, and what it has in their place. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ["‘", "'"],
  ["’", "'"],
  ["‛", "'"],
  ["“", '"'],
  ["”", '"'],
  ["‟", '"'],
  ["‐", "-"],
  ["‑", "-"],
  ["–", "-"],
  ["—", "--"],
  ["…", "..."],
  ["\u00A0", " "],
  ["\u2009", " "],
  ["\u202F", " "],
  ["\u00AD", ""],
]);

/** A text without what only a typesetter tells apart, and where each of its UTF-16 units stands in the text itself. */
export interface FoldedText {
  readonly text: string;
  /** One more than there are units: the last is where the text ends. */
  readonly places: readonly number[];
}

/** Folds curly quotation marks, dashes, ellipses and special spaces to what a typewriter has. */
export function foldedText(text: string): FoldedText {
  const places: number[] = [];
  const folded: string[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charAt(place);
    const plain = PLAIN.get(sign) ?? sign;
    folded.push(plain);
    for (let unit = 0; unit < plain.length; unit += 1) places.push(place);
  }
  places.push(text.length);
  return { text: folded.join(""), places };
}
