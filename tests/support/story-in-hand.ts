import type {
  DeskContract,
  FailureCode,
  OpenStory,
  RevisionSummary,
  SaveReceipt,
} from "#shared/contract/index.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import type { Client } from "#shared/rpc/index.ts";
import { must } from "./newsroom-desk.ts";

type Desk = Client<DeskContract, FailureCode>;

/** A story as one window has it: what it read or saved last, and the version of that. */
export interface StoryInHand {
  readonly id: string;
  readonly document: () => StoryDocument;
  readonly version: () => number;
  /** Saves this text over what the window had. */
  readonly save: (next: StoryDocument) => Promise<SaveReceipt>;
  /** The save as it would be sent. */
  readonly request: (next: StoryDocument) => Parameters<Desk["stories"]["save"]>[0];
  /** Reads the story again. */
  readonly reopen: () => Promise<void>;
  /** All its revisions, newest first. */
  readonly revisions: () => Promise<readonly RevisionSummary[]>;
}

/** Takes a story that was opened on this desk in hand. */
export function inHand(desk: Desk, opened: OpenStory): StoryInHand {
  const { id } = opened.summary;
  let { document } = opened;
  let { version } = opened.summary;
  let saves = 0;
  const request: StoryInHand["request"] = (next) => {
    saves += 1;
    const saveId = `${id}-${String(version)}-${String(saves)}-${String(Math.random())}`;
    return { story: id, base: version, saveId, patch: diffDocuments(document, next) };
  };
  return {
    id,
    document: () => document,
    version: () => version,
    request,
    save: async (next) => {
      const receipt = must(await desk.stories.save(request(next)));
      document = next;
      ({ version } = receipt);
      return receipt;
    },
    reopen: async () => {
      const again = must(await desk.stories.open({ story: id }));
      ({ document } = again);
      ({ version } = again.summary);
    },
    revisions: async () => {
      const found: RevisionSummary[] = [];
      for (;;) {
        const last = found.at(-1);
        const page = must(
          await desk.revisions.list({ story: id, limit: 500, ...(last ? { before: last.id } : {}) }),
        );
        found.push(...page.revisions);
        if (!page.more) return found;
      }
    },
  };
}
