import type { Desk, Failure, OpenStory } from "#shared/contract/index.ts";
import { type StoryDocument } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { SLUG_MAX, type StoryFacts } from "#shared/newsroom/index.ts";
import type { Result } from "#shared/rpc/result.ts";

const COPY = "-copy";

/** The slug of the story that keeps what the first one could not take. */
export function copySlug(slug: string): string {
  return `${slug.slice(0, SLUG_MAX - COPY.length)}${COPY}`;
}

/** Stores a window's text as a new story with the same facts, where the one it was typed in is gone. */
export function keepCopy(
  desk: Desk,
  facts: StoryFacts,
  document: StoryDocument,
): Promise<Result<OpenStory, Failure>> {
  return desk.stories.create({ facts: { ...facts, slug: copySlug(facts.slug) }, document });
}

/** What the person is told when their text became a story of its own. */
export function copyNotice(slug: string): string {
  return words().editor.saving.keptAsCopy({ slug, copy: copySlug(slug) });
}
