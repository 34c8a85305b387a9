import { trackEdit } from "#shared/changes/index.ts";
import { DOCUMENT_SCHEMA, type Block, type Stamp, type StoryDocument } from "#shared/document/index.ts";
import { duplicate } from "../blocks/block-commands.ts";

/** The change that put a block in; null where it was there before, or nothing is tracked. */
export function putInBy(block: Block): Stamp | null {
  return (block.kind === "unknown" ? undefined : block.tracked?.inserted) ?? null;
}

function storyOf(...blocks: readonly Block[]): StoryDocument {
  return { schema: DOCUMENT_SCHEMA, blocks };
}

/**
 * Blocks under new ids, as they stand when they are put in behind `above` as a part of one change: so
 * that the rest of a paste belongs to the change that its beginning made.
 */
export function asOneChange(above: Block, blocks: readonly Block[], { id, by, at }: Stamp): readonly Block[] {
  const fresh = blocks.map(duplicate);
  const tracked = trackEdit(storyOf(above), storyOf(above, ...fresh), { by, at, newChangeId: () => id });
  return tracked.blocks.slice(1);
}
