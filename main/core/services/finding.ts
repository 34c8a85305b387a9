import type { DeskHandlers } from "#shared/contract/index.ts";
import { ok } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";
import { replaceInStories } from "../finding/replace-in-stories.ts";
import { searchStories } from "../finding/search-stories.ts";
import type { TellChanged } from "./stories.ts";

/** Finding and replacing over the stories of the newsroom that is open. */
export function findingHandlers(newsroom: CurrentNewsroom, tell: TellChanged): DeskHandlers["finding"] {
  return {
    search: (request, context) => newsroom.use(({ stories }) => searchStories(request, stories, context)),
    replace: (request, { signal, progress, caller }) =>
      newsroom.use(async ({ stories, revisions }) => {
        const room = {
          open: stories.open,
          keep: revisions.keep,
          save: (save: Parameters<typeof stories.save>[0]) => stories.save(save, caller),
        };
        const outcomes = await replaceInStories(request, room, { signal, progress });
        for (const { story } of outcomes) {
          const summary = stories.summary(story);
          if (summary.ok) tell(summary.value, caller);
        }
        return ok({ outcomes });
      }),
  };
}
