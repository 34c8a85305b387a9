import { copyMaxBytes, type Desk, type Failure, type Incoming } from "#shared/contract/index.ts";
import { finalView, type StoryDocument } from "#shared/document/index.ts";
import { compareStories, outsideVersion } from "#shared/merge/index.ts";
import { ok, type Result } from "#shared/rpc/index.ts";
import { printJson, refused, typedPath, type CommandSession, type RunCommand } from "../command-session.ts";
import { findRevision } from "../find-revision.ts";
import { findStory } from "../find-story.ts";
import { markedUpStory } from "../marked-up-story.ts";
import { readNamedFile } from "../read-file.ts";
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

function tellComparison(
  { terminal, json }: Pick<CommandSession, "terminal" | "json">,
  before: StoryDocument,
  after: StoryDocument,
): void {
  const comparison = compareStories(before, after);
  if (json) printJson(terminal, comparison);
  else terminal.print(markedUpStory(comparison));
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
    tellComparison({ terminal, json }, was.value, is.value);
    return EXIT.done;
  };
}

/** Prints a story with what a text or Word file has otherwise: what the window shows before it is marked. */
export function compareWithFile(named: string, file: string): RunCommand {
  return async ({ desk, terminal, json }) => {
    const story = await findStory(desk, named);
    if (!story.ok) return refused(terminal, story.error);
    const now = await textOf(desk, story.value, NOW);
    if (!now.ok) return refused(terminal, now.error);
    const read = await readNamedFile(typedPath(terminal, file), copyMaxBytes(file));
    if (!read.ok) return refused(terminal, read.error);
    const incoming: Incoming = { from: "file", ...read.value };
    const copy = await desk.intake.asStory({ incoming, kinds: {} });
    if (!copy.ok) return refused(terminal, copy.error);
    const { document, stays } = outsideVersion(now.value, copy.value.document);
    tellComparison({ terminal, json }, finalView(now.value), finalView(document));
    const kinds = new Set(stays.map(({ kind }) => kind));
    if (!json && kinds.size > 0) terminal.print(`Not in the file, so it stays: ${[...kinds].join(", ")}.`);
    return EXIT.done;
  };
}
