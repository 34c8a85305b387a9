/** How a character without ink is drawn. Letters stand over a bracket as wide as the space. */
export type InvisibleMark =
  | "space"
  | "doubleSpace"
  | "noBreak"
  | "narrowNoBreak"
  | "tab"
  | "lineBreak"
  | "paragraphEnd"
  | { readonly wide: string }
  | { readonly zero: string };

const MARKS: Readonly<Record<string, InvisibleMark>> = {
  "\t": "tab",
  "\u00A0": "noBreak",
  "\u202F": "narrowNoBreak",
  "\u00AD": { zero: "¬" },
  "\u2000": { wide: "n" },
  "\u2001": { wide: "m" },
  "\u2002": { wide: "n" },
  "\u2003": { wide: "m" },
  "\u2004": { wide: "3" },
  "\u2005": { wide: "4" },
  "\u2006": { wide: "6" },
  "\u2007": { wide: "f" },
  "\u2008": { wide: "p" },
  "\u2009": { wide: "t" },
  "\u200A": { wide: "h" },
  "\u205F": { wide: "x" },
  "\u3000": { wide: "□" },
  "\u200B": { zero: "zw" },
  "\u200C": { zero: "nj" },
  "\u200D": { zero: "j" },
  "\u2060": { zero: "wj" },
  "\uFEFF": { zero: "wj" },
  "\u200E": { zero: "lr" },
  "\u200F": { zero: "rl" },
  "\u061C": { zero: "al" },
};

const INVISIBLE = /[ \t\u00A0\u00AD\u061C\u2000-\u200F\u202F\u205F\u2060\u3000\uFEFF]/gu;
const PICTOGRAPH = /\p{Extended_Pictographic}/u;

/** One character without ink, and where it stands in the text. */
export interface Invisible {
  readonly at: number;
  readonly mark: InvisibleMark;
}

function markAt(text: string, at: number): InvisibleMark | null {
  const character = text.charAt(at);
  if (character === " ") {
    return text.charAt(at - 1) === " " || text.charAt(at + 1) === " " ? "doubleSpace" : "space";
  }
  // What holds a family of emoji together is part of their picture.
  const next = text.codePointAt(at + 1);
  if (character === "\u200D" && next !== undefined && PICTOGRAPH.test(String.fromCodePoint(next)))
    return null;
  return MARKS[character] ?? null;
}

/** Every character without ink in a text; a space beside another one is no single space. */
export function invisiblesIn(text: string): readonly Invisible[] {
  const found: Invisible[] = [];
  for (const { index } of text.matchAll(INVISIBLE)) {
    const mark = markAt(text, index);
    if (mark) found.push({ at: index, mark });
  }
  return found;
}
