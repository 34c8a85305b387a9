import { revisionId, type RevisionOccasion } from "./content-hash.ts";
import { countChanges, type CountedChanges } from "./counted-changes.ts";
import type { PassageTable } from "./passage-table.ts";
import type { RevisionRow } from "./revision-row.ts";
import type { RevisionTable } from "./revision-table.ts";
import type { KeptText, RevisionTexts, StoredText } from "./revision-text.ts";

/** The tables that revisions lie in. */
export interface RevisionTables {
  readonly revisions: RevisionTable;
  readonly texts: RevisionTexts;
  readonly passages: PassageTable;
}

/** A revision about to be made. */
export interface NewRevision extends RevisionOccasion {
  /** The story's number and id. */
  readonly story: { readonly seq: number; readonly id: string };
  readonly text: StoredText;
  /** `StoryFacts` as JSON. */
  readonly facts: string;
  readonly parents: readonly Pick<RevisionRow, "seq" | "id" | "text">[];
}

function changesSince(
  { texts, passages }: RevisionTables,
  before: number | undefined,
  after: KeptText,
): CountedChanges {
  const parent = before === undefined ? undefined : texts.find(before);
  if (!parent) return { wordsAdded: after.words, wordsRemoved: 0, blocksChanged: after.blocks.length };
  const was = new Set(parent.blocks);
  const is = new Set(after.blocks);
  const jsonsOf = (seqs: readonly number[]): readonly string[] =>
    seqs.flatMap((seq) => passages.json(seq) ?? []);
  return countChanges(
    { schema: parent.schema, jsons: jsonsOf(parent.blocks.filter((seq) => !is.has(seq))) },
    { schema: after.schema, jsons: jsonsOf(after.blocks.filter((seq) => !was.has(seq))) },
  );
}

/**
 * Writes one revision and gives its number. Costs its changed blocks and a short list; to be called
 * inside the transaction that it belongs to.
 */
export function makeRevision(tables: RevisionTables, made: NewRevision): number {
  const { story, parents, branch, version, atMs, cause } = made;
  const text = tables.texts.keep(story.seq, made.text);
  const facts = tables.passages.keep(story.seq, made.facts);
  const changes = changesSince(tables, parents[0]?.text, text);
  const author = made.author.toWellFormed();
  const name = made.name?.toWellFormed() ?? null;
  const bornOf = parents.map((parent) => parent.id);
  const id = revisionId({
    story: story.id,
    text: text.sha256.toString("hex"),
    facts: facts.sha256.toString("hex"),
    parents: bornOf,
    branch,
    version,
    author,
    atMs,
    cause,
    name,
  });
  return tables.revisions.insert(
    {
      id,
      story: story.seq,
      text: text.seq,
      facts: facts.seq,
      branch,
      version,
      born_of: JSON.stringify(bornOf),
      author,
      at_ms: atMs,
      cause,
      name,
      words_added: changes.wordsAdded,
      words_removed: changes.wordsRemoved,
      blocks_changed: changes.blocksChanged,
    },
    parents.map(({ seq }) => seq),
  );
}
