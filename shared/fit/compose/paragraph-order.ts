import type { Mark } from "#shared/document/index.ts";
import type { DropCap, Face, TextStyle } from "#shared/fit/kit/kit.ts";

/**
 * A stretch of copy as it is to be set: the text, the marks of its run in the story, and where the
 * column spec asks for it (a dateline) a face or capitals of its own.
 */
export interface CopyRun {
  readonly text: string;
  readonly marks?: readonly Mark[];
  /** In place of the style's face. Marks move it within its own family. */
  readonly face?: Face;
  /** In place of the style's size. */
  readonly sizePt?: number;
  /** `all` sets capitals, `small` sets small capitals throughout. The text and its offsets stay as they are. */
  readonly capitals?: "all" | "small";
}

/** What a compositor needs to set one paragraph. Hand in the final text: see `finalView`. */
export interface ParagraphOrder {
  readonly runs: readonly CopyRun[];
  readonly style: TextStyle;
  /** The measure, from the left edge of the column to the right one. Indents of the style are taken from it. */
  readonly widthPt: number;
  readonly dropCap?: DropCap | null;
  /** Set at the first line's indent before the text, with a tab to the left indent: a bullet. Part of no offset. */
  readonly lead?: string;
}
