import type { ReadKind } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

/** A kind that a part of the source can be taken for, and the one key that says so. */
export interface KindKey {
  readonly kind: ReadKind;
  readonly letter: string;
}

/** In the order in which they stand in a story. */
export const KIND_KEYS: readonly KindKey[] = [
  { kind: "headline", letter: "h" },
  { kind: "deck", letter: "d" },
  { kind: "byline", letter: "b" },
  { kind: "source", letter: "s" },
  { kind: "caption", letter: "c" },
  { kind: "dateline", letter: "l" },
  { kind: "paragraph", letter: "p" },
  { kind: "subhead", letter: "u" },
  { kind: "pullQuote", letter: "q" },
  { kind: "listItem", letter: "i" },
  { kind: "factBox", letter: "f" },
  { kind: "tagline", letter: "t" },
  { kind: "endMark", letter: "e" },
  { kind: "skip", letter: "x" },
];

const BY_KIND: ReadonlyMap<ReadKind, KindKey> = new Map(KIND_KEYS.map((key) => [key.kind, key]));

/** What the desk calls a kind. */
export function kindName(kind: ReadKind): string {
  return words().intake.kinds[kind];
}

export function kindLetter(kind: ReadKind): string {
  return BY_KIND.get(kind)?.letter ?? "";
}

/** The kind that a key press chooses; null where the key chooses none. */
export function kindOfLetter(letter: string): ReadKind | null {
  return KIND_KEYS.find((key) => key.letter === letter.toLowerCase())?.kind ?? null;
}
