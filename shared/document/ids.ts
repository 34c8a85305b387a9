import { ulid } from "ulid";

/** Random bytes in stock: asking for them one by one is what making thousands of ids would take longest for. */
const stock = new Uint8Array(4_096);
let used = stock.length;

function randomShare(): number {
  if (used >= stock.length) {
    crypto.getRandomValues(stock);
    used = 0;
  }
  const byte = stock[used] ?? 0;
  used += 1;
  return byte / 256;
}

function newUlid(): string {
  return ulid(undefined, randomShare);
}

/** Identifies one block for the whole life of a story: `b_` and a ULID. Moves, edits and turning into another kind keep it. */
export type BlockId = string;

/** Makes the id of a new block. Ids sort by the time they were made. */
export function newBlockId(): BlockId {
  return `b_${newUlid()}`;
}

/** Makes the id of a new tracked change: `c_` and a ULID. */
export function newChangeId(): string {
  return `c_${newUlid()}`;
}

/** Makes the id of a new note or query: `n_` and a ULID. */
export function newNoteId(): string {
  return `n_${newUlid()}`;
}
