import type { BlockKind } from "#shared/document/index.ts";

/** The kinds whose text is one field of running text: every kind but the photo. */
export type FieldKind = Exclude<BlockKind, "photo">;

interface KindWords {
  /** As the margin, the palette and a screen reader name it. */
  readonly name: string;
  /** What an empty one says. */
  readonly placeholder: string;
  /** Turns the block with the caret into this kind; null where only the palette does. */
  readonly keys: string | null;
  /** Fields that stand over the body: Enter leaves them for the next one instead of breaking them. */
  readonly isHeading: boolean;
}

function kindWords(
  name: string,
  keys: string | null,
  { placeholder = name, isHeading = false }: { placeholder?: string; isHeading?: boolean } = {},
): KindWords {
  return { name, placeholder, keys, isHeading };
}

/** How the desk speaks of each kind, in the order in which the palette lists them. */
export const FIELD_KINDS: Readonly<Record<FieldKind, KindWords>> = {
  headline: kindWords("Headline", "Mod+Alt+1", { isHeading: true }),
  deck: kindWords("Deck", "Mod+Alt+2", { isHeading: true }),
  byline: kindWords("Byline", "Mod+Alt+3", { placeholder: "By …", isHeading: true }),
  source: kindWords("Source line", "Mod+Alt+4", { isHeading: true }),
  dateline: kindWords("Dateline", "Mod+Alt+5", { isHeading: true }),
  paragraph: kindWords("Paragraph", "Mod+Alt+6", { placeholder: "Start writing" }),
  subhead: kindWords("Subhead", "Mod+Alt+7"),
  pullQuote: kindWords("Pull quote", "Mod+Alt+8"),
  listItem: kindWords("List item", "Mod+Alt+9"),
  tagline: kindWords("Tagline", "Mod+Alt+0"),
  factBox: kindWords("Fact box", "Mod+Alt+X"),
  endMark: kindWords("End mark", null),
};

const KINDS: readonly string[] = Object.keys(FIELD_KINDS);

function isFieldKind(kind: string): kind is FieldKind {
  return KINDS.includes(kind);
}

/** Every kind that a block of text can be turned into, in the palette's order. */
export const FIELD_KIND_LIST: readonly FieldKind[] = KINDS.filter(isFieldKind);

/** The fields of a photo, in the order in which they are filled in. */
export const PHOTO_FIELDS = ["caption", "credit", "alt"] as const;
export type PhotoFieldName = (typeof PHOTO_FIELDS)[number];

export const PHOTO_FIELD_NAMES: Readonly<Record<PhotoFieldName, string>> = {
  caption: "Caption",
  credit: "Credit",
  alt: "Alt text",
};
