import type { RevisionCause } from "#shared/contract/revisions.ts";
import type { SaveReceipt } from "#shared/contract/stories.ts";
import type { StoryRow } from "../stories/story-row.ts";
import type { StoryTable } from "../stories/story-table.ts";
import { makeRevision, type RevisionTables } from "./revision-maker.ts";
import type { RevisionRow } from "./revision-row.ts";
import { currentText } from "./revision-text.ts";
import type { LineTip } from "./revision-table.ts";
import { standing } from "./standing.ts";

/** A text that goes on changing becomes a revision this often, in milliseconds. */
export const AUTO_REVISION_EVERY_MS = 3 * 60 * 1000;

/** True where the last revision is long enough ago. A clock that was set back must not stop them. */
export function isRevisionDue(lastAtMs: number, nowMs: number): boolean {
  return Math.abs(nowMs - lastAtMs) >= AUTO_REVISION_EVERY_MS;
}

/**
 * The line of revisions of a story's own text. Every method belongs inside the transaction of the
 * change that calls it: the revision and the change are committed together.
 */
export interface StoryLine {
  /** Keeps the text as it stands now. Gives its number; undefined where a block of the story is lost. */
  readonly keep: (
    story: number,
    cause: RevisionCause,
    more?: { readonly name?: string; readonly merged?: RevisionRow },
  ) => number | undefined;
  /** Before a save writes: keeps what would be gone, where somebody still needs it. Gives the newest revision. */
  readonly beforeSave: (row: StoryRow, caller: string) => LineTip | undefined;
  /** After a save has written: keeps the new text where `tip`, the newest revision, is long enough ago. */
  readonly afterSave: (row: StoryRow, receipt: SaveReceipt, caller: string, tip: LineTip | undefined) => void;
  /** A caller has read the story at this version. */
  readonly opened: (row: StoryRow, caller: string) => void;
  /** Keeps the text where it changed since the last revision. */
  readonly leave: (row: StoryRow) => void;
  /** The stories that were saved here since their last revision. */
  readonly unkept: () => readonly number[];
}

interface LineOptions {
  readonly now: () => number;
  /** The name that stands on revisions. */
  readonly author: () => string;
  /** Told of every story that got a revision. */
  readonly onMade: (story: number) => void;
}

function isKept(row: StoryRow, tip: LineTip): boolean {
  return tip.version === row.version;
}

/** Keeps the lines of a newsroom's stories. */
export function storyLine(
  table: StoryTable,
  tables: RevisionTables,
  { now, author, onMade }: LineOptions,
): StoryLine {
  const { revisions } = tables;
  const unkept = new Set<number>();
  /** What the clock said at the last revision of a story in this session: its own time may be a later one, where the clock was put back. */
  const madeAtMs = new Map<number, number>();
  const callers = standing();

  const make = (
    row: StoryRow,
    parents: readonly Pick<RevisionRow, "seq" | "id" | "text">[],
    made: Pick<RevisionRow, "cause" | "author" | "at_ms"> & { readonly name?: string | undefined },
  ): number | undefined => {
    const text = currentText(table, row.seq, row.words);
    if (!text) return undefined;
    const seq = makeRevision(tables, {
      story: row,
      text,
      facts: row.facts,
      parents,
      branch: null,
      version: row.version,
      author: made.author,
      atMs: made.at_ms,
      cause: made.cause,
      name: made.name ?? null,
    });
    unkept.delete(row.seq);
    madeAtMs.set(row.seq, now());
    onMade(row.seq);
    return seq;
  };

  /** A story from before there were revisions: its text is as old as its last change, and nobody knows whose. */
  const begin = (row: StoryRow): number | undefined =>
    make(row, [], { cause: "first", author: "", at_ms: row.updated_at_ms });

  const keep: StoryLine["keep"] = (story, cause, { name, merged } = {}) => {
    const row = table.row(story);
    if (!row) return undefined;
    const tip = revisions.tip(story);
    const parents = [tip ?? [], merged ?? []].flat();
    // A clock that was put back must not make a revision look older than what it follows.
    const atMs = Math.max(now(), row.updated_at_ms, tip?.at_ms ?? 0);
    return make(row, parents, { cause, name, author: author(), at_ms: atMs });
  };

  return {
    keep,
    beforeSave: (row, caller) => {
      const tip = revisions.tip(row.seq);
      const needed = callers.takeOthersOn(row.seq, caller, row.version);
      if (!tip) begin(row);
      else if (needed && !isKept(row, tip)) keep(row.seq, "auto");
      else return tip;
      return revisions.tip(row.seq);
    },
    afterSave: (row, { version }, caller, tip) => {
      callers.stands(row.seq, caller, version);
      unkept.add(row.seq);
      if (!tip || isRevisionDue(madeAtMs.get(row.seq) ?? tip.at_ms, now())) keep(row.seq, "auto");
    },
    opened: (row, caller) => callers.stands(row.seq, caller, row.version),
    leave: (row) => {
      const tip = revisions.tip(row.seq);
      if (!tip) begin(row);
      else if (!isKept(row, tip)) keep(row.seq, "auto");
    },
    unkept: () => [...unkept],
  };
}
