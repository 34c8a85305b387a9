import type { Desk, Failure } from "#shared/contract/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { compareStories } from "#shared/merge/index.ts";
import { ok, type Result } from "#shared/rpc/index.ts";
import { printJson, refused, type RunCommand } from "../command-session.ts";
import { findRevision } from "../find-revision.ts";
import { findStory } from "../find-story.ts";
import { markedUpStory } from "../marked-up-story.ts";
import { EXIT } from "../terminal.ts";

/** Stands for the text as it is. */
const NOW = "now";

async function textOf(desk: Desk, story: string, named: string): Promise<Result<StoryDocument, Failure>> {
  if (named === NOW) {
    const open = await desk.stories.open({ story });
    return open.ok ? ok(open.value.document) : open;
  }
  const found = await findRevision(desk, story, named);
  if (!found.ok) return found;
  const read = await desk.revisions.read({ revision: found.value.id });
  return read.ok ? ok(read.value.document) : read;
}

/** Prints a story with what changed between two of its revisions. */
export function compareRevisions(named: string, before: string, after: string): RunCommand {
  return async ({ desk, terminal, json }) => {
    const story = await findStory(desk, named);
    if (!story.ok) return refused(terminal, story.error);
    const was = await textOf(desk, story.value, before);
    if (!was.ok) return refused(terminal, was.error);
    const is = await textOf(desk, story.value, after);
    if (!is.ok) return refused(terminal, is.error);
    const comparison = compareStories(was.value, is.value);
    if (json) printJson(terminal, comparison);
    else terminal.print(markedUpStory(comparison));
    return EXIT.done;
  };
}
