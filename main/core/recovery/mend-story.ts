import type { RecoveredStory } from "#shared/contract/safety.ts";
import type { BlockId } from "#shared/document/index.ts";
import type { StoryBack } from "#shared/language/english/told/recovery.ts";
import { isAsSealed, sealOf } from "../db/seal.ts";
import type { StoryNamedRow, StoryPieces } from "./salvage-source.ts";

/** A story as it goes into the new database. */
export interface MendedStory {
  readonly seq: number;
  /** The story's row; null where nobody has it. */
  readonly row: StoryNamedRow | null;
  readonly documentSchema: number;
  readonly order: readonly BlockId[];
  /** As stored; undefined for none. */
  readonly notes: unknown;
  readonly blocks: ReadonlyMap<BlockId, string>;
  /** The pieces that it was made from as they are; null where it was put together. */
  readonly from: StoryPieces | null;
  readonly outcome: RecoveredStory["outcome"];
  /** What came back and what did not. */
  readonly tells: Omit<StoryBack, "slug">;
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
  return [...pieces.blocks.keys(), ...pieces.spoilt.keys()].filter((id) => !placed.has(id)).sort();
}

interface FoundBlock {
  readonly json: string | undefined;
  readonly state: "saved" | "older" | "spoilt" | "missing";
}

/**
 * A block as it was saved last, where anybody has it. One in which a bit has flipped is still nearer
 * to that than an older one; its seal tells which of the others is the very text.
 */
function bestBlock(id: BlockId, newest: StoryPieces, others: readonly StoryPieces[]): FoundBlock {
  const own = newest.blocks.get(id);
  if (own !== undefined) return { json: own, state: "saved" };
  const elsewhere = others.flatMap((pieces) => pieces.blocks.get(id) ?? []);
  const spoilt = newest.spoilt.get(id);
  if (spoilt) {
    const saved = elsewhere.find((json) => json === spoilt.json || sealOf(json) === spoilt.seal);
    return saved === undefined ? { json: spoilt.json, state: "spoilt" } : { json: saved, state: "saved" };
  }
  const [older] = elsewhere;
  if (older !== undefined) return { json: older, state: "older" };
  const [last] = others.flatMap((pieces) => pieces.spoilt.get(id) ?? []);
  return last ? { json: last.json, state: "spoilt" } : { json: undefined, state: "missing" };
}

const WHOLE: MendedStory["tells"] = {
  how: "whole",
  backupOf: null,
  madeGood: 0,
  missing: 0,
  older: 0,
  spoilt: 0,
  isOrderLost: false,
  areFactsLost: false,
  areFactsSpoilt: false,
};

function outcomeOf(found: MendedStory["tells"]): Pick<MendedStory, "outcome" | "tells"> {
  const { missing, older, spoilt, isOrderLost, areFactsLost, madeGood } = found;
  if (missing + older + spoilt > 0 || isOrderLost || areFactsLost) {
    return { outcome: "partly", tells: { ...found, how: "inPart" } };
  }
  return madeGood > 0
    ? { outcome: "whole", tells: { ...found, how: "madeGood" } }
    : { outcome: "partly", tells: { ...found, how: "otherLength" } };
}

/** Puts a story together from the newest pieces, and fills what they lack from the others. */
function putTogether(newest: StoryPieces, others: readonly StoryPieces[]): Omit<MendedStory, "version"> {
  const known = newest.order ?? others.find((pieces) => pieces.order !== null)?.order ?? [];
  const loose = newest.order === null ? looseBlocks(newest, known) : [];
  const blocks = new Map<BlockId, string>();
  const count = { saved: 0, older: 0, spoilt: 0, missing: 0 };
  for (const id of [...known, ...loose]) {
    const { json, state } = bestBlock(id, newest, others);
    if (json !== undefined) blocks.set(id, json);
    count[state] += 1;
  }
  const { older, spoilt, missing } = count;
  const filledFrom = others.find((pieces) => pieces.blocks.size > 0)?.source;
  return {
    seq: newest.seq,
    row: newest.row ?? others.find((pieces) => pieces.row !== null)?.row ?? null,
    documentSchema: newest.documentSchema,
    order: [...known, ...loose].filter((id) => blocks.has(id)),
    notes: newest.notes,
    blocks,
    from: null,
    ...outcomeOf({
      ...WHOLE,
      backupOf: filledFrom?.backupOf ?? null,
      madeGood: newest.spoilt.size,
      missing,
      older,
      spoilt,
      isOrderLost: newest.order === null,
      areFactsLost: newest.row === null,
    }),
  };
}

function asItIs(
  pieces: StoryPieces,
  outcome: RecoveredStory["outcome"],
  tells: MendedStory["tells"],
): Omit<MendedStory, "version"> {
  const { seq, row, documentSchema, notes, blocks } = pieces;
  const order = pieces.order ?? [];
  return { seq, row, documentSchema, order, notes, blocks, from: pieces, outcome, tells };
}

/** The facts as they were saved last, where anybody has them; else those in which a bit has flipped, and a word about it. */
function withFacts(mended: MendedStory, found: readonly StoryPieces[]): MendedStory {
  const { row } = mended;
  if (row === null || isAsSealed(row.facts, row["facts_seal"])) return mended;
  const saved = found
    .map((pieces) => pieces.row?.facts)
    .find((facts) => facts !== undefined && sealOf(facts) === row["facts_seal"]);
  if (saved !== undefined) return { ...mended, row: { ...row, facts: saved } };
  const tells = { ...mended.tells, areFactsSpoilt: true };
  return { ...mended, outcome: mended.outcome === "older" ? "older" : "partly", tells };
}

/**
 * Chooses the newest state of a story that can be had. `found` is what each source has of it, the
 * damaged file's first and the backup's last; at least one of them. `mayBeBehind` says that saves
 * may be lost of which nothing is left.
 */
export function mendStory(found: readonly StoryPieces[], mayBeBehind: boolean): MendedStory {
  return withFacts(mendText(found, mayBeBehind), found);
}

function mendText(found: readonly StoryPieces[], mayBeBehind: boolean): MendedStory {
  // Of one version, the backup's is believed: it is sound from end to end.
  const newestFirst = found.toSorted(
    (a, b) => versionOf(b) - versionOf(a) || Number(a.source.isLifted) - Number(b.source.isLifted),
  );
  const damaged = newestFirst.filter(({ source }) => source.isLifted);
  const lastSaved = Math.max(-1, ...damaged.map(versionOf));
  const moved = Math.max(0, ...found.map(versionOf)) + VERSION_JUMP;
  const whole = newestFirst.find(({ document }) => document !== null);

  if (whole && lastSaved >= 0 && versionOf(whole) >= lastSaved) {
    return { ...asItIs(whole, "whole", WHOLE), version: mayBeBehind ? moved : versionOf(whole) };
  }
  const readable = damaged.find(({ blocks, spoilt }) => blocks.size + spoilt.size > 0);
  if (whole && !readable) {
    const tells = { ...WHOLE, backupOf: whole.source.backupOf };
    return { ...asItIs(whole, "older", { ...tells, how: "asSource" }), version: moved };
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
