import { randomUUID } from "node:crypto";
import {
  failure,
  type Desk,
  type Failure,
  type RevisionSummary,
  type SaveReceipt,
} from "#shared/contract/index.ts";
import type { BlockId, DocumentPatch, StoryDocument } from "#shared/document/index.ts";
import { restoreBlock } from "#shared/merge/index.ts";
import { failed, ok, type Result } from "#shared/rpc/index.ts";
import { printJson, refused, type RunCommand } from "../command-session.ts";
import { findRevision, SHORT_ID } from "../find-revision.ts";
import { findStory } from "../find-story.ts";
import { EXIT } from "../terminal.ts";

interface Restored {
  readonly story: string;
  readonly revision: RevisionSummary;
  readonly receipt: SaveReceipt;
}

function blockPatch(now: StoryDocument, then: StoryDocument, block: BlockId): Result<DocumentPatch, Failure> {
  const isThere = [...now.blocks, ...then.blocks].some(({ id }) => id === block);
  if (isThere) return ok(restoreBlock(now, then, block));
  const sentence = `Neither the story nor the revision has a block "${block}": "stet show STORY --json" tells them.`;
  return failed(failure("not-found", sentence, block));
}

async function restore(
  desk: Desk,
  named: string,
  namedRevision: string,
  block: BlockId | null,
): Promise<Result<Restored, Failure>> {
  const story = await findStory(desk, named);
  if (!story.ok) return story;
  const revision = await findRevision(desk, story.value, namedRevision);
  if (!revision.ok) return revision;
  const now = await desk.stories.open({ story: story.value });
  if (!now.ok) return now;
  const asked = {
    story: story.value,
    revision: revision.value.id,
    base: now.value.summary.version,
    saveId: randomUUID(),
  };
  const restored = (receipt: SaveReceipt): Restored => ({
    story: story.value,
    revision: revision.value,
    receipt,
  });
  if (block === null) {
    const receipt = await desk.revisions.restore({ ...asked, withFacts: true });
    return receipt.ok ? ok(restored(receipt.value)) : receipt;
  }
  const then = await desk.revisions.read({ revision: revision.value.id });
  if (!then.ok) return then;
  const patch = blockPatch(now.value.document, then.value.document, block);
  if (!patch.ok) return patch;
  const receipt = await desk.revisions.restore({ ...asked, patch: patch.value });
  return receipt.ok ? ok(restored(receipt.value)) : receipt;
}

/** Puts a revision back with its facts, or one block of it. What stands now is kept as a revision first. */
export function restoreRevision(named: string, namedRevision: string, block: BlockId | null): RunCommand {
  return async ({ desk, terminal, json }) => {
    const restored = await restore(desk, named, namedRevision, block);
    if (!restored.ok) return refused(terminal, restored.error);
    const { story, revision, receipt } = restored.value;
    if (json) printJson(terminal, { story, version: receipt.version, revision });
    else {
      const what = block === null ? "" : ` block ${block}`;
      terminal.print(
        `${story}  version ${String(receipt.version)}  restored from ${revision.id.slice(0, SHORT_ID)}${what}`,
      );
    }
    return EXIT.done;
  };
}
