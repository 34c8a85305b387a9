import type { DeskHandlers } from "#shared/contract/index.ts";
import { ok } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";
import { exportStories } from "../exchange/export.ts";
import { storyProofSetting } from "../fit/proof-setting.ts";

/** The exporting service over the newsroom that is open. `now` gives milliseconds since 1970. */
export function exportingHandlers(newsroom: CurrentNewsroom, now: () => number): DeskHandlers["exporting"] {
  return {
    run: (request, { signal, progress }) =>
      newsroom.use(({ stories, photos, kits, settings }) => {
        const sources = {
          story: (id: string) => {
            const opened = stories.open(id);
            if (!opened.ok) return opened;
            const { summary, document } = opened.value;
            return ok({ id, facts: summary.facts, document });
          },
          photoFile: photos.file,
          proofSetting: (id: string) => {
            const summary = stories.summary(id);
            if (!summary.ok) return Promise.resolve(summary);
            const { facts, version } = summary.value;
            return storyProofSetting(kits, { id, desk: facts.desk, version }, settings.read());
          },
        };
        return exportStories(request, sources, { signal, progress, now });
      }),
    proof: (request) =>
      newsroom.use(async (room) => {
        // A core starts without what draws proofs.
        const { makeProof } = await import("../exchange/proof.ts");
        return makeProof(request, room, now());
      }),
  };
}
