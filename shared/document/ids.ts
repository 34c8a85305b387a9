import { ulid } from "ulid";

/** Identifies one block for the whole life of a story: `b_` and a ULID. Moves, edits and turning into another kind keep it. */
export type BlockId = string;

/** Makes the id of a new block. Ids sort by the time they were made. */
export function newBlockId(): BlockId {
  return `b_${ulid()}`;
}

/** Makes the id of a new tracked change: `c_` and a ULID. */
export function newChangeId(): string {
  return `c_${ulid()}`;
}

/** Makes the id of a new note or query: `n_` and a ULID. */
export function newNoteId(): string {
  return `n_${ulid()}`;
}
