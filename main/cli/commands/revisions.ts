import type { RevisionCause, RevisionSummary } from "#shared/contract/index.ts";
import { columns } from "../columns.ts";
import { oneLine, printJson, refused, type RunCommand } from "../command-session.ts";
import { everyRevision, SHORT_ID } from "../find-revision.ts";
import { findStory } from "../find-story.ts";
import { EXIT } from "../terminal.ts";

const CAUSES: Readonly<Record<RevisionCause, string>> = {
  first: "made",
  import: "brought in",
  auto: "changed",
  status: "status",
  named: "kept",
  "before-restore": "before restoring",
  "before-merge": "before merging",
  merge: "merged",
  branch: "branched off",
};

function why({ cause, name, branch, status }: RevisionSummary): string {
  if (status !== null) return `status ${status}`;
  const beside = branch !== null && cause !== "branch" ? " on a branch" : "";
  return name === null ? `${CAUSES[cause]}${beside}` : `${CAUSES[cause]} as “${oneLine(name)}”`;
}

/** Prints what was kept of a story, newest first. */
export function listRevisions(named: string): RunCommand {
  return async ({ desk, terminal, json }) => {
    const story = await findStory(desk, named);
    const found = story.ok ? await everyRevision(desk, story.value) : story;
    if (!found.ok) return refused(terminal, found.error);
    if (json) printJson(terminal, { revisions: found.value });
    else if (found.value.length === 0) terminal.print("No revisions.");
    else {
      terminal.print(
        columns(
          found.value.map((revision) => [
            revision.id.slice(0, SHORT_ID),
            new Date(revision.atMs).toISOString(),
            `${String(revision.words)} words`,
            `+${String(revision.wordsAdded)} −${String(revision.wordsRemoved)}`,
            oneLine(revision.author),
            why(revision),
          ]),
        ),
      );
    }
    return EXIT.done;
  };
}
