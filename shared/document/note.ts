import type { BlockId } from "./ids.ts";

/** An answer under a note. `at` and `editedAt` are ISO 8601 UTC times. */
export interface NoteReply {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
  readonly editedAt?: string;
}

export const NOTE_STATES = ["open", "answered", "resolved"] as const;

/** Where a note has got to. A query is `answered` by whoever replies to the one who asked, and holds nothing up from then on; a note is open or resolved. */
export type NoteState = (typeof NOTE_STATES)[number];

/** What a note was on before that went: the words, and the block that they stood in. */
export interface OrphanedAnchor {
  readonly quote: string;
  readonly block?: BlockId;
}

/**
 * A note or a query. It never prints. It is anchored to the runs that hold its id; to a block or
 * picture where `block` names one; and to nothing any more where it has an `orphan`.
 */
export interface Note {
  readonly id: string;
  readonly kind: "note" | "query";
  readonly by: string;
  readonly at: string;
  readonly text: string;
  readonly state: NoteState;
  readonly replies: readonly NoteReply[];
  /** The id of the person who is asked. */
  readonly asked?: string;
  readonly editedAt?: string;
  readonly block?: BlockId;
  readonly orphan?: OrphanedAnchor;
}
