import { failure, type Failure } from "#shared/contract/failures.ts";
import type { Revision, RevisionId } from "#shared/contract/revisions.ts";
import { storyFactsSchema, type StoryFacts } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { factsOf } from "../stories/story-row.ts";
import type { StoryTable } from "../stories/story-table.ts";
import type { RevisionTables } from "./revision-maker.ts";
import { revisionSummary, type RevisionRow } from "./revision-row.ts";
import { told } from "#shared/language/told.ts";

/** Reads what revisions keep. */
export interface RevisionReader {
  /** Gives `not-found`, or `newer-version` and `damaged` naming the story. */
  readonly read: (id: RevisionId) => Result<Revision, Failure>;
}

function factsIn(json: string | undefined): StoryFacts | undefined {
  const facts = json === undefined ? undefined : storyFactsSchema.safeParse(JSON.parse(json));
  return facts?.success ? facts.data : undefined;
}

/** Reads the revisions of a newsroom. */
export function revisionReader(
  table: StoryTable,
  { revisions, texts, passages }: RevisionTables,
): RevisionReader {
  const unreadable = (
    row: RevisionRow,
    code: "damaged" | "newer-version",
    why: string,
  ): Result<never, Failure> => {
    const story = table.row(row.story);
    const slug = story ? `“${factsOf(story).slug}”` : "the story";
    const at = new Date(row.at_ms).toISOString().slice(0, 16).replace("T", " ");
    return failed(failure(code, `The revision of ${slug} from ${at} UTC ${why}.`, row.id));
  };
  return {
    read: (id) => {
      const row = revisions.byId(id);
      if (!row) return failed(failure("not-found", told("noRevision"), id));
      const document = texts.document(row.text);
      const facts = factsIn(passages.json(row.facts));
      if (!document || !facts) return unreadable(row, "damaged", "has lost a part");
      if (document.ok)
        return ok({ summary: revisionSummary(row, passages), document: document.value, facts });
      const code = document.error.code === "newer-version" ? "newer-version" : "damaged";
      return unreadable(row, code, document.error.message);
    },
  };
}
