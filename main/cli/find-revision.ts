import { failure, type Desk, type Failure, type RevisionSummary } from "#shared/contract/index.ts";
import { failed, ok, type Result } from "#shared/rpc/index.ts";

const PAGE = 500;
/** The start of an id: shorter ones would too often name several. */
const ID_START = /^[0-9a-f]{4,64}$/;

/** So many digits of an id are printed: enough for any one story. */
export const SHORT_ID = 10;

/** All revisions of a story, newest first. */
export async function everyRevision(
  desk: Desk,
  story: string,
): Promise<Result<readonly RevisionSummary[], Failure>> {
  const found: RevisionSummary[] = [];
  for (;;) {
    const last = found.at(-1);
    const page = await desk.revisions.list({ story, limit: PAGE, ...(last ? { before: last.id } : {}) });
    if (!page.ok) return page;
    found.push(...page.value.revisions);
    if (!page.value.more) return ok(found);
  }
}

/**
 * The revision that a person named by the start of its id or the name it was kept under; of several
 * with one name, the newest. Gives `not-found`, also where an id's start is that of several.
 */
export async function findRevision(
  desk: Desk,
  story: string,
  named: string,
): Promise<Result<RevisionSummary, Failure>> {
  const all = await everyRevision(desk, story);
  if (!all.ok) return all;
  const byName = all.value.find(({ name }) => name === named);
  if (byName) return ok(byName);
  const byId = ID_START.test(named) ? all.value.filter(({ id }) => id.startsWith(named)) : [];
  const [first, ...others] = byId;
  if (first && others.length === 0) return ok(first);
  const sentence = first
    ? `Several revisions begin with "${named}": ${byId.map(({ id }) => id.slice(0, SHORT_ID)).join(", ")}.`
    : `There is no revision "${named}" of that story: "stet revisions" shows them all.`;
  return failed(failure("not-found", sentence, named));
}
