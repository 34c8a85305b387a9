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
import type { StoryDocument } from "#shared/document/index.ts";
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
  readonly onCommitted: () => void;
  readonly onBranch: () => void;
}

/** A saver on the desk, and what its branch holds. */
export interface StorySaver {
  readonly saver: Saver;
  /** The text that the newsroom acknowledged on this window's branch; null where there is none. */
  readonly branchText: () => StoryDocument | null;
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

/** Saves an open story to the desk; where the story is gone, to a copy, which is then the open story. */
export function saveStory(options: SaveStoryOptions): StorySaver {
  const { desk, summary, live, board, onState, onCommitted, onBranch } = options;
  const { id, version, updatedAtMs } = summary.get();
  let acknowledged: { readonly branch: string; readonly text: StoryDocument } | null = null;
  const saver = createSaver(
    { story: id, version, savedAtMs: updatedAtMs, branch: null },
    {
      takePatch: live.takePatch,
      forgetTaken: live.forgetTaken,
      document: live.document,
      save: (request, restores) =>
        restores === null ? desk.stories.save(request) : restore(desk, request, restores),
      branch: async (request) => {
        const made = await desk.revisions.branch(request);
        if (made.ok) acknowledged = { branch: request.branch, text: request.document };
        return made;
      },
      keepCopy: async () => {
        const { facts } = summary.get();
        const document = live.document();
        const kept = await keepCopy(desk, facts, document);
        if (!kept.ok) return kept;
        live.stored(document);
        summary.set(kept.value.summary);
        board.put("note", copyNotice(facts.slug));
        const copy = kept.value.summary;
        return ok({ story: copy.id, version: copy.version, savedAtMs: copy.updatedAtMs, branch: null });
      },
      onState,
      onCommitted,
      onBranch,
      newId: ulid,
      nowMs: Date.now,
    },
  );
  return {
    saver,
    branchText: () => (acknowledged?.branch === saver.target().branch ? acknowledged.text : null),
  };
}
