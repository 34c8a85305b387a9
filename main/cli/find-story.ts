import { failure, type Desk, type Failure, type StorySummary } from "#shared/contract/index.ts";
import { foldText } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/index.ts";

const STORY_ID = /^s_[0-9A-HJKMNP-TV-Z]{26}$/;
const PAGE = 500;

async function storiesWithSlug(desk: Desk, slug: string): Promise<Result<readonly StorySummary[], Failure>> {
  const wanted = foldText(slug);
  const found: StorySummary[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await desk.stories.list({ order: "slug", offset, limit: PAGE });
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
export async function findStory(desk: Desk, named: string): Promise<Result<string, Failure>> {
  if (STORY_ID.test(named)) return ok(named);
  const found = await storiesWithSlug(desk, named);
  if (!found.ok) return found;
  const [first, ...others] = found.value;
  if (first === undefined)
    return failed(failure("not-found", `There is no story "${named}": "stet list" shows them all.`, named));
  if (others.length === 0) return ok(first.id);
  const ids = found.value.map(({ id }) => id).join(", ");
  return failed(
    failure("not-found", `Several stories have the slug "${named}"; name one by its id: ${ids}.`, named),
  );
}
