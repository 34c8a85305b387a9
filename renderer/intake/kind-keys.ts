import type { ReadKind } from "#shared/contract/index.ts";

/** A kind that a part of the source can be taken for, and the one key that says so. */
export interface KindKey {
  readonly kind: ReadKind;
  readonly letter: string;
  readonly name: string;
}

/** In the order in which they stand in a story. */
export const KIND_KEYS: readonly KindKey[] = [
  { kind: "headline", letter: "h", name: "Headline" },
  { kind: "deck", letter: "d", name: "Deck" },
  { kind: "byline", letter: "b", name: "Byline" },
  { kind: "source", letter: "s", name: "Source line" },
  { kind: "caption", letter: "c", name: "Caption" },
  { kind: "dateline", letter: "l", name: "Dateline" },
  { kind: "paragraph", letter: "p", name: "Paragraph" },
  { kind: "subhead", letter: "u", name: "Subhead" },
  { kind: "pullQuote", letter: "q", name: "Pull quote" },
  { kind: "listItem", letter: "i", name: "List item" },
  { kind: "factBox", letter: "f", name: "Fact box" },
  { kind: "tagline", letter: "t", name: "Tagline" },
  { kind: "endMark", letter: "e", name: "End mark" },
  { kind: "skip", letter: "x", name: "Leave out" },
];

const BY_KIND: ReadonlyMap<ReadKind, KindKey> = new Map(KIND_KEYS.map((key) => [key.kind, key]));

export function kindName(kind: ReadKind): string {
  return BY_KIND.get(kind)?.name ?? kind;
}

export function kindLetter(kind: ReadKind): string {
  return BY_KIND.get(kind)?.letter ?? "";
}

/** The kind that a key press chooses; null where the key chooses none. */
export function kindOfLetter(letter: string): ReadKind | null {
  return KIND_KEYS.find((key) => key.letter === letter.toLowerCase())?.kind ?? null;
}
