import LineBreaker from "linebreak";

/** A place at which Unicode lets a line end. */
export interface Opportunity {
  /** Where the next line begins. */
  readonly next: number;
  /** Where what is seen of this line ends: before its last spaces. */
  readonly visible: number;
  /** Whether somebody typed a line break here. */
  readonly forced: boolean;
}

/** Spaces that stand in the margin when a line ends with them, and marks that are not seen anyway. */
const NOT_SEEN = /[ \t\n\u1680\u2000-\u2006\u2008-\u200B\u205F\u3000]/;
const EM_DASH = "\u2014";
const SOFT_HYPHEN = "\u00AD";

/** Where what is seen of a line ends: before the spaces that stand in the margin. */
export function visibleEnd(text: string, from: number, next: number): number {
  let end = next;
  while (end > from && NOT_SEEN.test(text.charAt(end - 1))) end -= 1;
  return end;
}

/**
 * Where lines may end, by the Unicode line breaking algorithm (UAX #14), in order, the end of the
 * text last. Two rules of the desk are added: a line does not begin with an em dash that follows a
 * word, and soft hyphens are left to hyphenation, which sets the hyphen.
 */
export function opportunitiesOf(text: string): readonly Opportunity[] {
  const places: Opportunity[] = [];
  const breaker = new LineBreaker(text);
  let from = 0;
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    const { position } = found;
    const before = text.charAt(position - 1);
    const forced = before === "\n";
    if (!forced && position < text.length) {
      if (before === SOFT_HYPHEN) continue;
      if (text.charAt(position) === EM_DASH && !NOT_SEEN.test(before)) continue;
    }
    places.push({ next: position, visible: visibleEnd(text, from, position), forced });
    from = position;
  }
  const last = places.at(-1);
  // A text that ends with a typed line break has an empty line after it.
  if (!last || last.forced || last.next < text.length) {
    places.push({ next: text.length, visible: visibleEnd(text, from, text.length), forced: false });
  }
  return places;
}
