import type { DeskHandlers } from "#shared/contract/index.ts";
import type { StoryId } from "#shared/contract/stories.ts";
import { ok } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";
import type { Newsroom } from "../newsroom.ts";
import type { TellChanged } from "./stories.ts";

/** Tells everyone how many branches of a story are open. */
export type TellBranches = (branches: {
  readonly story: StoryId;
  readonly open: number;
  readonly caller: string;
}) => void;

/** The revisions service over the newsroom that is open. */
export function revisionsHandlers(
  newsroom: CurrentNewsroom,
  tell: TellChanged,
  tellBranches: TellBranches,
): DeskHandlers["revisions"] {
  const tellOf = ({ stories }: Newsroom, story: StoryId, caller: string): void => {
    const summary = stories.summary(story);
    if (summary.ok) tell(summary.value, caller);
  };
  const tellHeads = ({ revisions }: Newsroom, story: StoryId, caller: string): void => {
    const heads = revisions.heads(story);
    if (heads.ok) tellBranches({ story, open: heads.value.length, caller });
  };
  return {
    list: ({ story, before, limit }) =>
      newsroom.use(({ revisions }) => revisions.list(story, before ?? null, limit)),
    read: ({ revision }) => newsroom.use(({ revisions }) => revisions.read(revision)),
    keep: ({ story, name }) => newsroom.use(({ revisions }) => revisions.keep(story, name)),
    leave: ({ story }) => newsroom.use(({ revisions }) => revisions.leave(story)),
    branch: (request, { caller }) =>
      newsroom.use((room) => {
        const made = room.revisions.branch(request);
        if (made.ok) tellHeads(room, request.story, caller);
        return made;
      }),
    heads: ({ story }) =>
      newsroom.use(({ revisions }) => {
        const heads = revisions.heads(story);
        return heads.ok ? ok({ heads: heads.value }) : heads;
      }),
    settle: (request, { caller }) =>
      newsroom.use((room) => {
        const receipt = room.revisions.settle(request, caller);
        if (!receipt.ok) return receipt;
        if (request.how !== "mine") tellOf(room, request.story, caller);
        tellHeads(room, request.story, caller);
        return receipt;
      }),
    restoreFacts: (request, { caller }) =>
      newsroom.use(({ revisions }) => {
        const restored = revisions.restoreFacts(request);
        if (restored.ok) tell(restored.value.summary, caller);
        return restored;
      }),
    restore: (request, { caller }) =>
      newsroom.use((room) => {
        const receipt = room.revisions.restore(request, caller);
        if (receipt.ok) tellOf(room, request.story, caller);
        return receipt;
      }),
  };
}
