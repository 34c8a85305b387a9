import { failure, type Desk, type Failure, type StorySummary } from "#shared/contract/index.ts";
import { foldText } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/index.ts";

const STORY_ID = /^s_[0-9A-HJKMNP-TV-Z]{26}$/;
const PAGE = 500;

/** Where a story is looked for by its slug: on the desk, or in the bin. */
export type Where = "desk" | "bin";

async function storiesWithSlug(
  desk: Desk,
  slug: string,
  where: Where,
): Promise<Result<readonly StorySummary[], Failure>> {
  const wanted = foldText(slug);
  const found: StorySummary[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await desk.stories.list({ order: "slug", binned: where === "bin", offset, limit: PAGE });
    if (!page.ok) return page;
    found.push(...page.value.stories.filter(({ facts }) => foldText(facts.slug) === wanted));
    if (offset + PAGE >= page.value.total) break;
  }
  const exact = found.filter(({ facts }) => facts.slug === slug);
  return ok(exact.length > 0 ? exact : found);
}

/**
 * The id of the story that a person named by its id or its slug. A slug that several stories have
 * is refused (`not-found`) with their ids, because the wrong one would be as good as lost.
 */
export async function findStory(
  desk: Desk,
  named: string,
  where: Where = "desk",
): Promise<Result<string, Failure>> {
  if (STORY_ID.test(named)) return ok(named);
  const found = await storiesWithSlug(desk, named, where);
  if (!found.ok) return found;
  const [first, ...others] = found.value;
  if (first === undefined) {
    const sentence =
      where === "bin"
        ? `There is no story "${named}" in the bin: "stet list --binned" shows what is.`
        : `There is no story "${named}": "stet list" shows them all.`;
    return failed(failure("not-found", sentence, named));
  }
  if (others.length === 0) return ok(first.id);
  const ids = found.value.map(({ id }) => id).join(", ");
  return failed(
    failure("not-found", `Several stories have the slug "${named}"; name one by its id: ${ids}.`, named),
  );
}
