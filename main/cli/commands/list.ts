import type { Desk, Failure, FoundStory, StoryQuery } from "#shared/contract/index.ts";
import { ok, type Result } from "#shared/rpc/index.ts";
import { columns } from "../columns.ts";
import { oneLine, printJson, refused, type RunCommand } from "../command-session.ts";
import { EXIT } from "../terminal.ts";

const PAGE = 500;

async function everyStory(desk: Desk, query: StoryQuery): Promise<Result<readonly FoundStory[], Failure>> {
  const stories: FoundStory[] = [];
  for (;;) {
    const page = await desk.stories.list({ ...query, offset: stories.length, limit: PAGE });
    if (!page.ok) return page;
    stories.push(...page.value.stories);
    if (page.value.stories.length === 0 || stories.length >= page.value.total) return ok(stories);
  }
}

/** Prints the stories of the newsroom that the query asks for. */
export function listStories(query: StoryQuery): RunCommand {
  return async ({ desk, terminal, json }) => {
    const found = await everyStory(desk, query);
    if (!found.ok) return refused(terminal, found.error);
    if (json) printJson(terminal, { stories: found.value, total: found.value.length });
    else if (found.value.length === 0) terminal.print("No stories.");
    else {
      terminal.print(
        columns(
          found.value.map(({ id, facts, words, headline, binned }) => [
            id,
            ...(binned ? [`since ${new Date(binned.atMs).toISOString()}`] : []),
            facts.status,
            facts.slug,
            `${String(words)} words`,
            headline,
            ...(binned ? [oneLine(binned.why)] : []),
          ]),
        ),
      );
    }
    return EXIT.done;
  };
}
