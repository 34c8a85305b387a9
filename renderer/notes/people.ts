import { changesOf } from "#shared/changes/changes-of.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { NO_NAME } from "#shared/changes/index.ts";

/** Everybody who has to do with a story and can be asked, but for the person who asks. */
export function peopleOf(document: StoryDocument, assignee: string, me: string): readonly string[] {
  const notes = (document.notes ?? []).flatMap(({ by, asked, replies }) => [
    by,
    asked ?? "",
    ...replies.map((reply) => reply.by),
  ]);
  const authors = document.blocks.flatMap((block) => (block.kind === "byline" ? block.authors : []));
  const changers = changesOf(document).map(({ by }) => by);
  const all = [assignee.trim(), ...notes, ...changers, ...authors];
  return [...new Set(all)].filter((name) => name !== "" && name !== me && name !== NO_NAME);
}
