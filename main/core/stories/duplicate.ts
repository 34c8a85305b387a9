import { newBlockId, type Block, type StoryDocument } from "#shared/document/index.ts";
import { NEW_STORY_FACTS, SLUG_MAX, type StoryFacts } from "#shared/newsroom/index.ts";

function underNewId(block: Block): Block {
  const id = newBlockId();
  return block.kind === "unknown" ? { ...block, id, raw: { ...block.raw, id } } : { ...block, id };
}

/** The same text with block ids of its own: no block belongs to two stories. */
export function duplicateDocument(document: StoryDocument): StoryDocument {
  return { ...document, blocks: document.blocks.map(underNewId) };
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
