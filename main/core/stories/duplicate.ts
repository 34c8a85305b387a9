import {
  newBlockId,
  withTracking,
  type Block,
  type BlockId,
  type StoryDocument,
} from "#shared/document/index.ts";
import { NEW_STORY_FACTS, SLUG_MAX, type StoryFacts } from "#shared/newsroom/index.ts";

function underId(block: Block, id: BlockId, idOf: (id: BlockId) => BlockId): Block {
  const { moves, ...rest } = block.tracked ?? {};
  const moved = moves?.map((move) => ({ ...move, after: move.after === null ? null : idOf(move.after) }));
  const copy = withTracking(block, { ...rest, ...(moved ? { moves: moved } : {}) });
  return copy.kind === "unknown" ? { ...copy, id, raw: { ...copy.raw, id } } : { ...copy, id };
}

/** The same text with block ids of its own, what is open in it and its notes too: no block belongs to two stories. */
export function duplicateDocument(document: StoryDocument): StoryDocument {
  const ids = new Map(document.blocks.map(({ id }) => [id, newBlockId()]));
  const idOf = (id: BlockId): BlockId => ids.get(id) ?? id;
  const blocks = document.blocks.map((block) => underId(block, idOf(block.id), idOf));
  const { notes, ...rest } = document;
  if (!notes) return { ...rest, blocks };
  const own = notes.map((note) => (note.block === undefined ? note : { ...note, block: idOf(note.block) }));
  return { ...rest, blocks, notes: own };
}

/** `harbor` becomes `harbor-copy`, then `harbor-copy-2` and so on where that is taken. */
export function copySlug(slug: string, isTaken: (slug: string) => boolean): string {
  for (let nr = 1; ; nr += 1) {
    const ending = nr === 1 ? "-copy" : `-copy-${String(nr)}`;
    const candidate = `${slug.slice(0, SLUG_MAX - ending.length)}${ending}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** The facts of a duplicate: what the story is stays; when and where it runs, and how far it is, begins anew. */
export function duplicateFacts(facts: StoryFacts, slug: string): StoryFacts {
  const { edition, publicationDate, page, deadline, status, printStatus } = NEW_STORY_FACTS;
  return { ...facts, slug, edition, publicationDate, page, deadline, status, printStatus };
}
