const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200F]/u;
const LETTER = /[\p{L}\u200E]/u;
const MARK = /^\p{Mn}$/u;
const DIGIT = /[0-9]/;
const ARABIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9\u066B\u066C]/u;
/** Between digits they belong to the number (Unicode: ES, CS), beside them they do (ET). */
const IN_NUMBERS = /[+\-.,:/\u00A0\u2212]/u;
const AT_NUMBERS = /[#$%\u00A2-\u00A5\u00B0\u00B1\u2030-\u2034\u20A0-\u20CF\u2212]/u;

type BidiClass = "left" | "right" | "number" | "neutral";

/** Whether a text has anything in it that runs from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Whether a paragraph runs from right to left: its first letter does (UAX #9, P2 and P3). */
export function runsRightToLeft(text: string): boolean {
  for (const character of text) {
    if (RIGHT_TO_LEFT.test(character)) return true;
    if (LETTER.test(character)) return false;
  }
  return false;
}

function classOf(text: string): BidiClass {
  if (RIGHT_TO_LEFT.test(text)) return "right";
  if (DIGIT.test(text) || ARABIC_DIGIT.test(text)) return "number";
  return LETTER.test(text) ? "left" : "neutral";
}

/** Signs in and at numbers become part of them (UAX #9, W4 and W5). */
function withNumbers(texts: readonly string[], classes: readonly BidiClass[]): readonly BidiClass[] {
  const known = [...classes];
  for (const [at, text] of texts.entries()) {
    if (known[at] !== "neutral") continue;
    const isBetween = known[at - 1] === "number" && classes[at + 1] === "number";
    if ((IN_NUMBERS.test(text) && isBetween) || (AT_NUMBERS.test(text) && known[at - 1] === "number")) {
      known[at] = "number";
    }
  }
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    if (known[at] === "neutral" && AT_NUMBERS.test(texts[at] ?? "") && known[at + 1] === "number") {
      known[at] = "number";
    }
  }
  return known;
}

/** Marks over a letter go where it goes (W1). */
function withMarks(texts: readonly string[], classes: readonly BidiClass[]): readonly BidiClass[] {
  const known = [...classes];
  for (const [at, text] of texts.entries()) {
    if (MARK.test(text)) known[at] = known[at - 1] ?? "neutral";
  }
  return known;
}

const OPENING = "([{\u2045\u207D\u208D\u2329\u3008\u300A\u300C\u300E\u3010";
const CLOSING = ")]}\u2046\u207E\u208E\u232A\u3009\u300B\u300D\u300F\u3011";

/** Which pieces open and close a pair of brackets (BD16), by the place of the opening one. */
function bracketPairs(texts: readonly string[]): readonly (readonly [from: number, to: number])[] {
  const open: { readonly closing: string; readonly at: number }[] = [];
  const pairs: (readonly [number, number])[] = [];
  for (const [at, text] of texts.entries()) {
    const opens = text.length === 1 ? OPENING.indexOf(text) : -1;
    if (opens >= 0) open.push({ closing: CLOSING.charAt(opens), at });
    const mate = open.findLastIndex(({ closing }) => closing === text);
    const from = open[mate]?.at;
    if (from === undefined) continue;
    pairs.push([from, at]);
    open.length = mate;
  }
  return pairs.toSorted(([a], [b]) => a - b);
}

/** Both brackets of a pair have one direction: that of what they hold, where it is the paragraph's or stands before them too, else the paragraph's (N0). */
function withBrackets(
  texts: readonly string[],
  classes: readonly BidiClass[],
  base: 0 | 1,
): readonly BidiClass[] {
  const known = [...classes];
  const own: BidiClass = base === 1 ? "right" : "left";
  const strongOf = (found: BidiClass | undefined): BidiClass | null =>
    found === undefined || found === "neutral" ? null : found === "left" ? "left" : "right";
  for (const [from, to] of bracketPairs(texts)) {
    const held = new Set(known.slice(from + 1, to).map(strongOf));
    held.delete(null);
    if (held.size === 0) continue;
    const before = strongOf(known.slice(0, from).findLast((found) => found !== "neutral")) ?? own;
    const side = held.has(own) || before === own ? own : before;
    known[from] = side;
    known[to] = side;
  }
  return known;
}

/**
 * The levels of pieces of a paragraph (UAX #9 without embeddings and isolates): odd ones run from
 * right to left. `base` is 1 for a paragraph that does, else 0.
 */
export function bidiLevels(texts: readonly string[], base: 0 | 1): readonly number[] {
  const numbered = withNumbers(texts, withMarks(texts, texts.map(classOf)));
  // A number after a left-to-right letter is like one (W7).
  let strong: BidiClass = base === 1 ? "right" : "left";
  const spoken = numbered.map((own): BidiClass => {
    if (own === "left" || own === "right") strong = own;
    return own === "number" && strong === "left" ? "left" : own;
  });
  const sides = withBrackets(texts, spoken, base);
  const sideOf = (own: BidiClass | undefined): "left" | "right" => {
    if (own === undefined) return base === 1 ? "right" : "left";
    return own === "left" ? "left" : "right";
  };
  const levels: number[] = [];
  for (let at = 0; at < sides.length; at += 1) {
    const own = sides[at];
    if (own === "neutral") {
      // What stands between two of one direction has that direction, else the paragraph's (N1, N2).
      let end = at;
      while (sides[end] === "neutral") end += 1;
      const [before, after] = [sideOf(sides[at - 1]), sideOf(sides[end])];
      const side = before === after ? before : sideOf(undefined);
      const level = side === "right" ? 1 : base === 1 ? 2 : 0;
      for (; at < end; at += 1) levels.push(level);
      at -= 1;
    } else if (own === "right") levels.push(1);
    else if (own === "number") levels.push(2);
    else levels.push(base === 1 ? 2 : 0);
  }
  return levels;
}

/** The level of every UTF-16 unit of a paragraph; null where nothing in it runs from right to left. */
export function copyLevels(text: string): Uint8Array | null {
  if (!hasRightToLeft(text)) return null;
  const characters = Array.from(text);
  const levels = new Uint8Array(text.length);
  let at = 0;
  for (const [nr, level] of bidiLevels(characters, runsRightToLeft(text) ? 1 : 0).entries()) {
    const { length } = characters[nr] ?? "";
    levels.fill(level, at, at + length);
    at += length;
  }
  return levels;
}
