import { changeIdsOf } from "#shared/changes/index.ts";
import { blockTks } from "#shared/style/placeholders/index.ts";
import { blockToStore, countBlock, type Block } from "#shared/document/index.ts";

/** A block as a row: what it counts is kept beside it, so that a save counts changed blocks only. */
export interface BlockRow {
  readonly id: string;
  readonly kind: Block["kind"];
  readonly json: string;
  readonly words: number;
  readonly characters: number;
  /** Its placeholders that are left. */
  readonly tks: number;
  /** The ids of its open changes as JSON; null for none. A change can be of several blocks. */
  readonly changes: string | null;
}

/** The row for a block; one that this Stet does not know goes in exactly as it came. */
export function blockRow(block: Block): BlockRow {
  const { words, characters } = countBlock(block);
  const changes = changeIdsOf(block);
  return {
    id: block.id,
    kind: block.kind,
    json: JSON.stringify(blockToStore(block)),
    words,
    characters,
    tks: blockTks(block).length,
    changes: changes.length > 0 ? JSON.stringify(changes) : null,
  };
}

/** Why a block cannot be stored under its own id, as the end of a sentence; null where it can. */
export function idTrouble(blocks: readonly Block[]): string | null {
  const wrong = blocks.find((block) => block.kind === "unknown" && block.raw.id !== block.id);
  return wrong ? `block ${wrong.id} goes under another id in what it keeps` : null;
}
