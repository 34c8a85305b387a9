import type { Workbench } from "#renderer/app/workbench.ts";
import type { Revision } from "#shared/contract/index.ts";
import { applyPatch, diffDocuments, EMPTY_STORY, type StoryDocument } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { mergeStories, restoreBlock, restoreStory, type ComparedBlock } from "#shared/merge/index.ts";
import { blockIdOf } from "./marked-blocks.ts";
import { factsWords } from "./restored-facts-words.ts";
import { versionWords } from "./revision-words.ts";

type Bench = Pick<Workbench, "page" | "notices" | "now" | "bridge">;

function doneWords(block: ComparedBlock | null, version: string, slug: string, facts: string): string {
  const said = words().history.putBack;
  if (block === null) return [said.version({ slug, version }), facts].filter((part) => part !== "").join(" ");
  const { kind: blockKind } = block.state === "removed" ? block.before : block.after;
  return block.state === "added" ? said.takenOut({ blockKind }) : said.block({ blockKind });
}

/**
 * Puts a version of the open story back, or one block of it, as one edit of the page: the editor's
 * own undo takes its text back, and what stood before is kept as a version too. A whole version brings
 * its facts; the Undo of the notice takes those back as well. False where the text on
 * the page could not be saved first; nothing has changed then, and the person has been told.
 */
export async function putBack(
  { page, notices, now, bridge }: Bench,
  revision: Revision,
  block: ComparedBlock | null,
): Promise<boolean> {
  const session = page.session.get();
  if (session === null) return false;
  const { slug } = session.summary.get().facts;
  let stood: StoryDocument = EMPTY_STORY;
  let stands: StoryDocument = EMPTY_STORY;
  const edit = await session.edit((text) => {
    const patch =
      block === null
        ? restoreStory(text, revision.document)
        : restoreBlock(text, revision.document, blockIdOf(block));
    const applied = applyPatch(text, patch);
    stood = text;
    stands = applied.ok ? applied.value : text;
    return patch;
  }, revision.summary.id);
  if (edit === null) {
    notices.warn(words().history.putBack.notSaved({ slug }));
    return false;
  }
  const { desk } = bridge;
  const { summary } = session;
  const restored =
    block === null
      ? await desk.revisions.restoreFacts({ story: summary.get().id, revision: revision.summary.id })
      : null;
  const was = restored?.ok === true ? restored.value.was : {};
  const undo = (): void => {
    if (Object.keys(was).length > 0) void desk.stories.setFacts({ story: summary.get().id, change: was });
    if (edit.undo()) return;
    // Something was written since: that stays, and the rest goes back to what it was.
    void session.edit((text) => diffDocuments(text, mergeStories(stands, text, stood).document));
  };
  notices.tell(doneWords(block, versionWords(revision.summary, now.get()), slug, factsWords(restored)), {
    label: words().history.putBack.undo,
    run: undo,
  });
  return true;
}
