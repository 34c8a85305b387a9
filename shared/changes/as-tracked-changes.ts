import { newBlockId, type Block, type StoryDocument } from "#shared/document/index.ts";
import { newEffort } from "#shared/merge/effort.ts";
import { withId } from "#shared/merge/same-content.ts";
import { outsideVersion } from "#shared/merge/outside-version.ts";
import { sameParagraphs } from "#shared/merge/same-paragraph.ts";
import { trackEdit } from "./track-edit.ts";
import type { Tracking } from "./tracking.ts";

/**
 * The later of two states of a story as tracked changes of the earlier one, word by word: of two
 * revisions, or of a version that came in from elsewhere. A paragraph that has another id in the
 * later one is known again by its words (see docs/compare.md) and keeps the id that it has in the
 * earlier. What is open in the later state is taken as done; what is open in the earlier stays open.
 */
export function asTrackedChanges(
  older: StoryDocument,
  newer: StoryDocument,
  tracking: Omit<Tracking, "hint" | "grain">,
): StoryDocument {
  const partners = sameParagraphs(older.blocks, newer.blocks, newEffort());
  const taken = new Set(older.blocks.map(({ id }) => id));
  const blocks = newer.blocks.map((block): Block => {
    const was = partners.get(block);
    if (was) return withId(block, was.id);
    // A block that took over the id of one that it has nothing to do with gets one of its own.
    return taken.has(block.id) ? withId(block, newBlockId()) : block;
  });
  return trackEdit(older, { ...newer, blocks }, { ...tracking, grain: "words" });
}

/**
 * A version of a story that came in from outside as tracked changes of the one on the desk, word by
 * word; see {@link outsideVersion} for what is taken as changed. What is open in the story stays open.
 */
export function outsideAsTrackedChanges(
  now: StoryDocument,
  copy: StoryDocument,
  tracking: Omit<Tracking, "hint" | "grain">,
): StoryDocument {
  return trackEdit(now, outsideVersion(now, copy).document, { ...tracking, grain: "words" });
}
