import {
  hasRuns,
  runsText,
  type Block,
  type BlockId,
  type Note,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { NOT_JOINED, type JoinedBlocks } from "./joined-blocks.ts";

/** Every text of a block that can hold notes. */
export function textsOf(block: Block): readonly (readonly Run[])[] {
  if (block.kind === "unknown") return [];
  return hasRuns(block) ? [block.runs] : [block.caption, block.credit];
}

/** The notes on the text of a block, each once, in the order of their ids. */
export function noteIdsOf(block: Block): readonly string[] {
  return [...new Set(textsOf(block).flatMap((runs) => runs.flatMap(({ notes = [] }) => notes)))].toSorted();
}

interface Anchor {
  readonly quote: string;
  readonly block: BlockId;
}

function addAnchors(block: Block, anchors: Map<string, Anchor>): void {
  for (const runs of textsOf(block)) {
    for (const run of runs) {
      for (const id of run.notes ?? []) {
        const known = anchors.get(id);
        anchors.set(id, { block: known?.block ?? block.id, quote: (known?.quote ?? "") + run.text });
      }
    }
  }
}

/** The text that each note is anchored to, and the first block that it is in. */
export function noteAnchors(blocks: readonly Block[]): ReadonlyMap<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  for (const block of blocks) addAnchors(block, anchors);
  return anchors;
}

function quoteOf(block: Block): string {
  return textsOf(block)
    .map(runsText)
    .filter((text) => text !== "")
    .join(" ");
}

/**
 * The later story with its notes kept right: a note whose text or block an edit took away becomes an
 * orphan with the words that it stood on, and one whose words came back is no orphan any more. A note
 * on a block that was joined to another is on that one now. Looks at what changed only.
 */
export function keepNotes(
  before: StoryDocument,
  after: StoryDocument,
  joined: JoinedBlocks = NOT_JOINED,
): StoryDocument {
  const { notes } = after;
  if (!notes || notes.length === 0 || before.blocks === after.blocks) return after;
  const [standing, stood] = [new Set(after.blocks), new Set(before.blocks)];
  const gone = before.blocks.filter((block) => !standing.has(block));
  const came = after.blocks.filter((block) => !stood.has(block));
  const was = noteAnchors(gone);
  const is = noteAnchors(came);
  const goneIds = new Set(gone.map(({ id }) => id));
  for (const { id } of after.blocks) goneIds.delete(id);
  let elsewhere: ReadonlyMap<string, Anchor> | undefined;
  const kept = notes.map((note): Note => {
    if (note.block !== undefined) {
      if (!goneIds.has(note.block)) return note;
      const { block: id, ...rest } = note;
      const into = joined.get(id);
      if (into !== undefined) return { ...rest, block: into };
      const block = gone.find((one) => one.id === id);
      return { ...rest, orphan: { quote: block ? quoteOf(block) : "", block: id } };
    }
    if (is.has(note.id)) {
      const { orphan, ...rest } = note;
      return orphan ? rest : note;
    }
    const anchor = was.get(note.id);
    if (!anchor) return note;
    elsewhere ??= noteAnchors(after.blocks);
    return elsewhere.has(note.id) ? note : { ...note, orphan: { quote: anchor.quote, block: anchor.block } };
  });
  return kept.every((note, at) => note === notes[at]) ? after : { ...after, notes: kept };
}
