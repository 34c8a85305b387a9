import type { Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { BranchHead, BranchRequest, RevisionSummary } from "#shared/contract/revisions.ts";
import type { StoryId } from "#shared/contract/stories.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { wholly } from "../db/wholly.ts";
import { idTrouble } from "../stories/block-row.ts";
import { factsOf, type StoryRow } from "../stories/story-row.ts";
import type { StoryTable } from "../stories/story-table.ts";
import { forkOf } from "./fork.ts";
import { makeRevision, type RevisionTables } from "./revision-maker.ts";
import { parentsOf, revisionSummary, type RevisionRow } from "./revision-row.ts";
import { textOf } from "./revision-text.ts";
import type { LineTip } from "./revision-table.ts";
import { isRevisionDue, type StoryLine } from "./story-line.ts";

/** Texts that were written beside a story. */
export interface Branches {
  readonly branch: (request: BranchRequest) => Result<RevisionSummary, Failure>;
  readonly heads: (story: StoryId) => Result<readonly BranchHead[], Failure>;
}

interface BranchOptions {
  readonly now: () => number;
  readonly author: () => string;
}

/** Keeps the branches of a newsroom's stories. */
export function storyBranches(
  sql: Database,
  table: StoryTable,
  tables: RevisionTables,
  line: StoryLine,
  { now, author }: BranchOptions,
): Branches {
  const { revisions } = tables;

  /** The revision that a text made from this version follows: exact where that version is still there to keep. */
  const fork = (row: StoryRow, base: number): LineTip | undefined => {
    if (base === row.version) line.leave(row);
    return revisions.atVersion(row.seq, base);
  };

  const parentsOfRow = (row: RevisionRow): readonly LineTip[] =>
    parentsOf(row).flatMap((id) => revisions.byId(id) ?? []);

  /**
   * True where the next text of a branch takes the place of its last one: a window saves several
   * times a second, and as on the story's own line, one revision every few minutes stays of that.
   */
  const isReplaceable = (story: number, last: RevisionRow): boolean =>
    last.cause === "auto" &&
    parentsOfRow(last).every((parent) => !isRevisionDue(parent.at_ms, now())) &&
    revisions.heads(story).some(({ seq }) => seq === last.seq);

  const branch = wholly(
    sql,
    ({ story, base, branch: name, document }: BranchRequest): Result<RevisionSummary, Failure> => {
      const found = table.find(story);
      if (!found.ok) return found;
      const row = found.value;
      const trouble =
        base > row.version ? `it has no version ${String(base)} yet` : idTrouble(document.blocks);
      if (trouble !== null) {
        const message = `A text of “${factsOf(row).slug}” cannot be kept beside it: ${trouble}.`;
        return failed(failure("invalid", message, row.id));
      }
      const text = textOf(document);
      const last = revisions.lastOfBranch(row.seq, name);
      if (last && tables.texts.keep(row.seq, text).seq === last.text)
        return ok(revisionSummary(last, tables.passages));
      const replaced = last && isReplaceable(row.seq, last) ? last : undefined;
      const parents = replaced ? parentsOfRow(replaced) : [last ?? fork(row, base) ?? []].flat();
      const seq = makeRevision(tables, {
        story: row,
        text,
        facts: row.facts,
        parents,
        branch: name,
        version: base,
        author: author(),
        atMs: now(),
        cause: last ? "auto" : "branch",
        name: null,
      });
      if (replaced) revisions.drop(replaced);
      const made = revisions.bySeq(seq);
      if (!made) throw new Error(`revision ${String(seq)} is not there`);
      return ok(revisionSummary(made, tables.passages));
    },
  );

  return {
    branch,
    heads: (story) => {
      const found = table.find(story);
      if (!found.ok) return found;
      const { seq } = found.value;
      const heads = revisions.heads(seq);
      const tip = revisions.tip(seq);
      if (heads.length === 0 || !tip)
        return ok(heads.map((head) => ({ head: revisionSummary(head, tables.passages), fork: null })));
      const edges = revisions.edges(seq);
      const forkId = (head: RevisionRow): string | null => {
        const at = forkOf(edges, tip.seq, head.seq);
        return at === undefined ? null : (revisions.bySeq(at)?.id ?? null);
      };
      return ok(heads.map((head) => ({ head: revisionSummary(head, tables.passages), fork: forkId(head) })));
    },
  };
}
