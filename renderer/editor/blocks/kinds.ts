import type { BlockKind } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";

/** The kinds whose text is one field of running text: every kind but the photo. */
export type FieldKind = Exclude<BlockKind, "photo">;

interface KindFacts {
  /** Turns the block with the caret into this kind; null where only the palette does. */
  readonly keys: string | null;
  /** Fields that stand over the body: Enter leaves them for the next one instead of breaking them. */
  readonly isHeading: boolean;
}

function heading(keys: string): KindFacts {
  return { keys, isHeading: true };
}

function body(keys: string | null): KindFacts {
  return { keys, isHeading: false };
}

/** What the desk does with each kind, in the order in which the palette lists them. */
export const FIELD_KINDS: Readonly<Record<FieldKind, KindFacts>> = {
  headline: heading("Mod+Alt+1"),
  deck: heading("Mod+Alt+2"),
  byline: heading("Mod+Alt+3"),
  source: heading("Mod+Alt+4"),
  dateline: heading("Mod+Alt+5"),
  paragraph: body("Mod+Alt+6"),
  subhead: body("Mod+Alt+7"),
  pullQuote: body("Mod+Alt+8"),
  listItem: body("Mod+Alt+9"),
  tagline: body("Mod+Alt+0"),
  factBox: body("Mod+Alt+X"),
  endMark: body(null),
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

/** What an empty block of a kind says. */
export function placeholderOf(kind: FieldKind): string {
  const { blocks, story } = words();
  const others: Readonly<Partial<Record<FieldKind, string>>> = blocks.placeholders;
  return others[kind] ?? story.kinds[kind];
}
