import type { Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type {
  RestoredFacts,
  RestoreFactsRequest,
  RestoreRequest,
  RevisionCause,
  RevisionId,
  SettleRequest,
} from "#shared/contract/revisions.ts";
import type { SaveReceipt, SaveRequest } from "#shared/contract/stories.ts";
import type { DocumentPatch } from "#shared/document/index.ts";
import { restoreStory } from "#shared/merge/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { refuseBinned } from "../bin/refuse-binned.ts";
import { wholly } from "../db/wholly.ts";
import { staleBase } from "../stories/stale-base.ts";
import { storedDocument } from "../stories/stored-document.ts";
import { factsOf, type StoryRow } from "../stories/story-row.ts";
import type { StoryTable } from "../stories/story-table.ts";
import { factsRestorer, type SetFacts } from "./restore-facts.ts";
import type { RevisionReader } from "./revision-reader.ts";
import type { RevisionRow } from "./revision-row.ts";
import type { RevisionTable } from "./revision-table.ts";
import type { StoryLine } from "./story-line.ts";
import { told } from "#shared/language/told.ts";

/** Revisions and branches made the story's text again. `caller` names the connection that asks. */
export interface PutBack {
  readonly restore: (request: RestoreRequest, caller: string) => Result<SaveReceipt, Failure>;
  readonly restoreFacts: (request: RestoreFactsRequest) => Result<RestoredFacts, Failure>;
  readonly settle: (request: SettleRequest, caller: string) => Result<SaveReceipt, Failure>;
}

interface PutBackParts {
  readonly table: StoryTable;
  readonly revisions: RevisionTable;
  readonly line: StoryLine;
  readonly reader: RevisionReader;
  readonly save: (request: SaveRequest, caller: string) => Result<SaveReceipt, Failure>;
  readonly setFacts: SetFacts;
}

/** What every request to change a story says. */
type Change = Pick<SaveRequest, "story" | "base" | "saveId">;

/** Writes by the ordinary save only, each change in one transaction with the revisions around it. */
export function putBack(sql: Database, parts: PutBackParts): PutBack {
  const { table, revisions, line, reader, save } = parts;
  const restoreFacts = factsRestorer(sql, parts);
  /** Does some work on a story that still is as the person saw it; asked again for the same, gives the same receipt. */
  const change = (
    { story, base, saveId }: Change,
    work: (row: StoryRow) => Result<SaveReceipt, Failure>,
  ): Result<SaveReceipt, Failure> => {
    const found = table.find(story);
    if (!found.ok) return found;
    const row = found.value;
    const receipt = table.receipt(row.seq, saveId);
    if (receipt) return ok(receipt);
    const allowed = refuseBinned(row);
    if (!allowed.ok) return allowed;
    return row.version === base ? work(row) : failed(staleBase(row, base));
  };

  const revisionOf = (row: StoryRow, id: RevisionId): Result<RevisionRow, Failure> => {
    const found = revisions.byId(id);
    if (found?.story === row.seq) return ok(found);
    return failed(failure("not-found", told("noRevisionOf", { slug: factsOf(row).slug }), id));
  };

  /** Keeps what stands now; a text that lost a block cannot be kept, and then is not written over either. */
  const keep = (row: StoryRow, cause: RevisionCause, merged?: RevisionRow): Result<null, Failure> => {
    if (line.keep(row.seq, cause, merged ? { merged } : {}) !== undefined) return ok(null);
    const stored = storedDocument(table, row, table.frame(row.seq));
    return stored.ok ? ok(null) : stored;
  };

  /** The edit that makes the whole story what a revision holds. */
  const wholePatch = (row: StoryRow, id: RevisionId): Result<DocumentPatch, Failure> => {
    const now = storedDocument(table, row, table.frame(row.seq));
    if (!now.ok) return now;
    const then = reader.read(id);
    return then.ok ? ok(restoreStory(now.value, then.value.document)) : then;
  };

  const openHead = (row: StoryRow, id: RevisionId): Result<RevisionRow, Failure> => {
    const found = revisionOf(row, id);
    if (!found.ok || revisions.heads(row.seq).some((head) => head.seq === found.value.seq)) return found;
    return failed(failure("conflict", told("branchSettled", { slug: factsOf(row).slug }), row.id));
  };

  const restore = wholly(
    sql,
    (
      { patch, revision, withFacts = false, ...request }: RestoreRequest,
      caller: string,
    ): Result<SaveReceipt, Failure> =>
      change(request, (row) => {
        const found = revisionOf(row, revision);
        if (!found.ok) return found;
        const edit = patch ? ok(patch) : wholePatch(row, revision);
        if (!edit.ok) return edit;
        const kept = keep(row, "before-restore");
        if (!kept.ok) return kept;
        const receipt = save({ ...request, patch: edit.value }, caller);
        if (!receipt.ok || !withFacts) return receipt;
        const facts = restoreFacts({ story: request.story, revision });
        return facts.ok ? receipt : facts;
      }),
  );

  /** A branch that is not taken over changes no text: the receipt tells the version that stands. */
  const leaveText = (row: StoryRow, { saveId }: Change): Result<SaveReceipt, Failure> => {
    const receipt = { version: row.version, savedAtMs: row.updated_at_ms };
    table.putReceipt(row.seq, saveId, receipt);
    return ok(receipt);
  };

  const settle = wholly(
    sql,
    ({ patch, head: id, how, ...request }: SettleRequest, caller: string): Result<SaveReceipt, Failure> =>
      change(request, (row) => {
        const head = openHead(row, id);
        if (!head.ok) return head;
        const edit = how === "merged" && patch ? ok(patch) : wholePatch(row, id);
        if (!edit.ok) return edit;
        const stood = keep(row, "before-merge");
        if (!stood.ok) return stood;
        const receipt =
          how === "mine" ? leaveText(row, request) : save({ ...request, patch: edit.value }, caller);
        if (!receipt.ok) return receipt;
        const joined = keep(row, "merge", head.value);
        return joined.ok ? receipt : joined;
      }),
  );

  return { restore, restoreFacts, settle };
}
