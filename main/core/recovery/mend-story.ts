import type { RecoveredStory } from "#shared/contract/safety.ts";
import type { BlockId } from "#shared/document/index.ts";
import { amount } from "#shared/newsroom/index.ts";
import type { NamedRow, StoryPieces } from "./salvage-source.ts";

/** A story as it goes into the new database. */
export interface MendedStory {
  readonly seq: number;
  /** The story's row; null where nobody has it. */
  readonly row: (NamedRow & { readonly id: string; readonly version: number }) | null;
  readonly documentSchema: number;
  readonly order: readonly BlockId[];
  /** As stored; undefined for none. */
  readonly notes: unknown;
  readonly blocks: ReadonlyMap<BlockId, string>;
  /** The pieces that it was made from as they are; null where it was put together. */
  readonly from: StoryPieces | null;
  readonly outcome: RecoveredStory["outcome"];
  /** What came back and what did not, as the end of a sentence that starts with the slug. */
  readonly tells: string;
  readonly version: number;
}

/**
 * So far is the version of a story moved on that did not come back as it was: whatever a window
 * still holds of it was made from a version that is not there, and must not be taken for it.
 */
const VERSION_JUMP = 1000;

function versionOf(pieces: StoryPieces): number {
  return pieces.row?.version ?? -1;
}

/** Blocks that stand in no order any more, in the order in which they were made: their ids tell it. */
function looseBlocks(pieces: StoryPieces, order: readonly BlockId[]): readonly BlockId[] {
  const placed = new Set(order);
  return [...pieces.blocks.keys()].filter((id) => !placed.has(id)).sort();
}

/** Puts a story together from the newest pieces, and fills what they lack from the others. */
function putTogether(newest: StoryPieces, others: readonly StoryPieces[]): Omit<MendedStory, "version"> {
  const known = newest.order ?? others.find((pieces) => pieces.order !== null)?.order ?? [];
  const loose = newest.order === null ? looseBlocks(newest, known) : [];
  const blocks = new Map<BlockId, string>();
  let older = 0;
  let missing = 0;
  for (const id of [...known, ...loose]) {
    const own = newest.blocks.get(id);
    const json = own ?? others.map((pieces) => pieces.blocks.get(id)).find((found) => found !== undefined);
    if (json === undefined) missing += 1;
    else blocks.set(id, json);
    if (own === undefined && json !== undefined) older += 1;
  }
  const from = others.find((pieces) => pieces.blocks.size > 0)?.source.name ?? "";
  const parts = [
    ...(missing > 0 ? [`${amount(missing, "paragraph")} could not be read anywhere`] : []),
    ...(older > 0
      ? [
          `${amount(older, "paragraph")} ${older === 1 ? "is" : "are"} as ${from} has ${older === 1 ? "it" : "them"}`,
        ]
      : []),
    ...(newest.order === null ? ["the order of its paragraphs was lost"] : []),
    ...(newest.row === null ? ["its facts were lost"] : []),
  ];
  return {
    seq: newest.seq,
    row: newest.row ?? others.find((pieces) => pieces.row !== null)?.row ?? null,
    documentSchema: newest.documentSchema,
    order: [...known, ...loose].filter((id) => blocks.has(id)),
    notes: newest.notes,
    blocks,
    from: null,
    outcome: "partly",
    tells:
      parts.length === 0
        ? "came back, but its length is not what was counted when it was saved: read it through"
        : `came back in part: ${parts.join(", ")}`,
  };
}

function asItIs(
  pieces: StoryPieces,
  outcome: RecoveredStory["outcome"],
  tells: string,
): Omit<MendedStory, "version"> {
  const { seq, row, documentSchema, notes, blocks } = pieces;
  const order = pieces.order ?? [];
  return { seq, row, documentSchema, order, notes, blocks, from: pieces, outcome, tells };
}

/**
 * Chooses the newest state of a story that can be had. `found` is what each source has of it, the
 * damaged file's first and the backup's last; at least one of them. `mayBeBehind` says that saves
 * may be lost of which nothing is left.
 */
export function mendStory(found: readonly StoryPieces[], mayBeBehind: boolean): MendedStory {
  // Of one version, the backup's is believed: it is sound from end to end.
  const newestFirst = found.toSorted(
    (a, b) => versionOf(b) - versionOf(a) || Number(a.source.isLifted) - Number(b.source.isLifted),
  );
  const damaged = newestFirst.filter(({ source }) => source.isLifted);
  const lastSaved = Math.max(-1, ...damaged.map(versionOf));
  const moved = Math.max(0, ...found.map(versionOf)) + VERSION_JUMP;
  const whole = newestFirst.find(({ document }) => document !== null);

  if (whole && lastSaved >= 0 && versionOf(whole) >= lastSaved) {
    return { ...asItIs(whole, "whole", "came back whole"), version: mayBeBehind ? moved : versionOf(whole) };
  }
  const readable = damaged.find(({ blocks }) => blocks.size > 0);
  if (whole && !readable) {
    const tells = `is as ${whole.source.name} has it; newer text, if there was any, is lost`;
    return { ...asItIs(whole, "older", tells), version: moved };
  }
  const base = readable ?? newestFirst.find(({ blocks }) => blocks.size > 0) ?? newestFirst[0];
  if (!base) throw new Error("a story that nobody has cannot be mended");
  return {
    ...putTogether(
      base,
      newestFirst.filter((pieces) => pieces !== base),
    ),
    version: moved,
  };
}
