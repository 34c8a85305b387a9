import type { DeskHandlers } from "#shared/contract/index.ts";
import { ok } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";
import { exportStories } from "../exchange/export.ts";

/** The exporting service over the newsroom that is open. `now` gives milliseconds since 1970. */
export function exportingHandlers(newsroom: CurrentNewsroom, now: () => number): DeskHandlers["exporting"] {
  return {
    run: (request, { signal, progress }) =>
      newsroom.use(({ stories, photos }) => {
        const sources = {
          story: (id: string) => {
            const opened = stories.open(id);
            if (!opened.ok) return opened;
            const { summary, document } = opened.value;
            return ok({ id, facts: summary.facts, document });
          },
          photoFile: photos.file,
        };
        return exportStories(request, sources, { signal, progress, now });
      }),
  };
}
