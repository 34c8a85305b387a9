import { ulid } from "ulid";
import type { MutableObservable } from "#renderer/app/observable.ts";
import type {
  Desk,
  Failure,
  RevisionId,
  SaveReceipt,
  SaveRequest,
  StorySummary,
} from "#shared/contract/index.ts";
import { ok, type Result } from "#shared/rpc/result.ts";
import type { LiveStory } from "../live/live-story.ts";
import type { NoticeBoard } from "../notices/notices.ts";
import type { SaveState } from "../story-session.ts";
import { copyNotice, keepCopy } from "./keep-copy.ts";
import { createSaver, type Saver } from "./saver.ts";

interface SaveStoryOptions {
  readonly desk: Desk;
  readonly summary: MutableObservable<StorySummary>;
  readonly live: LiveStory;
  readonly board: NoticeBoard;
  readonly onState: (state: SaveState) => void;
}

/** Saves what puts a revision back. Where that was thinned out meanwhile, its text is here all the same. */
async function restore(
  desk: Desk,
  request: SaveRequest,
  revision: RevisionId,
): Promise<Result<SaveReceipt, Failure>> {
  const answer = await desk.revisions.restore({ ...request, revision });
  const isGone = !answer.ok && answer.error.code === "not-found" && answer.error.about === revision;
  return isGone ? desk.stories.save(request) : answer;
}

/** Saves an open story to the desk; where the desk cannot take it any more, to a copy, which is then the open story. */
export function saveStory({ desk, summary, live, board, onState }: SaveStoryOptions): Saver {
  const { id, version, updatedAtMs } = summary.get();
  return createSaver(
    { story: id, version, savedAtMs: updatedAtMs },
    {
      takePatch: live.takePatch,
      forgetTaken: live.forgetTaken,
      send: (request, restores) =>
        restores === null ? desk.stories.save(request) : restore(desk, request, restores),
      keepCopy: async (why) => {
        const { facts } = summary.get();
        const document = live.document();
        const kept = await keepCopy(desk, facts, document);
        if (!kept.ok) return kept;
        live.stored(document);
        summary.set(kept.value.summary);
        board.put("note", copyNotice(why, facts.slug));
        const copy = kept.value.summary;
        return ok({ story: copy.id, version: copy.version, savedAtMs: copy.updatedAtMs });
      },
      onState,
      newSaveId: ulid,
      nowMs: Date.now,
    },
  );
}
