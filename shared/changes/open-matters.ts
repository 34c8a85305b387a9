import type { BlockId, Note, StoryDocument } from "#shared/document/index.ts";
import { changesOf, type ChangeKind, type OpenChange } from "./changes-of.ts";
import { noteAnchors } from "./keep-notes.ts";

/** A query that nobody has answered or resolved, and where it is. */
export interface OpenQuery {
  readonly note: Note;
  /** The block that it is on; null for an orphan. */
  readonly block: BlockId | null;
  /** The words that it is on, or was on; empty for one on a whole block. */
  readonly quote: string;
}

/** What has to be decided on before a story is ready. */
export interface OpenMatters {
  readonly changes: readonly OpenChange[];
  /** How many changes do each kind of thing; one that does two counts for both. */
  readonly byKind: Readonly<Record<ChangeKind, number>>;
  readonly queries: readonly OpenQuery[];
}

function isOpenQuery({ kind, state }: Note): boolean {
  return kind === "query" && state === "open";
}

/** How many queries are neither answered nor resolved. */
export function countOpenQueries(notes: readonly Note[]): number {
  return notes.filter(isOpenQuery).length;
}

/** The queries of a story that nobody has answered or resolved, in the order of its notes. Asks nothing of notes that are no queries. */
export function openQueries({ blocks, notes = [] }: StoryDocument): readonly OpenQuery[] {
  const open = notes.filter(isOpenQuery);
  if (open.length === 0) return [];
  const anchors = noteAnchors(blocks);
  return open.map((note): OpenQuery => {
    if (note.orphan) return { note, block: null, quote: note.orphan.quote };
    if (note.block !== undefined) return { note, block: note.block, quote: "" };
    const anchor = anchors.get(note.id);
    return { note, block: anchor?.block ?? null, quote: anchor?.quote ?? "" };
  });
}

/** Everything in a story that is open: changes that nobody decided on, queries that nobody answered. */
export function openMatters(document: StoryDocument): OpenMatters {
  const changes = changesOf(document);
  const count = (kind: ChangeKind): number => changes.filter(({ kinds }) => kinds.includes(kind)).length;
  return {
    changes,
    byKind: {
      insert: count("insert"),
      delete: count("delete"),
      format: count("format"),
      link: count("link"),
      split: count("split"),
      join: count("join"),
      insertBlock: count("insertBlock"),
      deleteBlock: count("deleteBlock"),
      kind: count("kind"),
      byline: count("byline"),
      wordings: count("wordings"),
      photo: count("photo"),
      move: count("move"),
    },
    queries: openQueries(document),
  };
}
