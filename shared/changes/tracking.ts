import type { BlockId, Stamp } from "#shared/document/index.ts";

/** The texts of a block in which a place can be: a line's own, or one of a photo's. */
export type RunField = "runs" | "caption" | "credit";

/**
 * A place between two characters of a story. `offset` is in UTF-16 units of the text as it stands,
 * struck text counted. Offset 0 is behind the break that begins the block.
 */
export interface TextPlace {
  readonly block: BlockId;
  readonly field: RunField;
  readonly offset: number;
}

/** Whoever has written no name in the settings signs changes and notes with this. */
export const NO_NAME = "?";

/** Who edits, and when. */
export interface Tracking {
  /** The id of the person whose edit this is. */
  readonly by: string;
  /** ISO 8601 UTC time. */
  readonly at: string;
  /** Makes ids for new changes: `newChangeId` of the document, but in tests. */
  readonly newChangeId: () => string;
  /**
   * Where the caret stands after the edit. It tells what the texts alone do not: which “l” was
   * typed into “hello”. The edit is taken to end there.
   */
  readonly hint?: TextPlace;
  /**
   * What is told as changed: single letters, as somebody types (the default), or whole words, as
   * two versions of a text are read side by side.
   */
  readonly grain?: "letters" | "words";
}

/** Makes the stamp of a new change. */
export function newStamp({ by, at, newChangeId }: Tracking): Stamp {
  return { id: newChangeId(), by, at };
}
