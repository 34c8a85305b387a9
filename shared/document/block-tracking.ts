import type { BlockId } from "./ids.ts";
import type { RunKind } from "./kinds.ts";
import type { AssetId, Crop, PrintSize } from "./picture.ts";
import { canonicalRuns, type Run } from "./run.ts";
import type { Stamp } from "./stamp.ts";

/**
 * What a block says beside its running text: the kind of a line with what that kind holds, or what
 * this use of a photo is. Facts that a kind does not have are empty.
 */
export interface BlockFacts {
  readonly kind: RunKind;
  readonly alternates: readonly (readonly Run[])[];
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly asset: AssetId;
  readonly alt: string;
  readonly crop: Crop | null;
  readonly size: PrintSize | null;
}

/** A tracked change of facts: what those that it changed were before it. */
export interface FactsChange extends Stamp {
  readonly was: Partial<BlockFacts>;
}

/** A tracked move: the block that stood right before this one before it, or null where it was the first. */
export interface Move extends Stamp {
  readonly after: BlockId | null;
}

/**
 * What changed about a block and nobody has decided on yet. `inserted` and `deleted` are of the
 * break that begins a block of text: one that is inserted was text of the block above (or is all
 * new), one that is deleted runs on from the block above (or is all gone). Photos and unknown
 * blocks are inserted and deleted whole. Several changes of facts, and several moves, are in the
 * order in which they were made.
 */
export interface BlockTracking {
  readonly inserted?: Stamp;
  readonly deleted?: Stamp;
  readonly facts?: readonly FactsChange[];
  readonly moves?: readonly Move[];
}

function canonicalFacts({ was, ...stamp }: FactsChange): FactsChange {
  const { alternates, ...others } = was;
  return { ...stamp, was: alternates ? { ...others, alternates: alternates.map(canonicalRuns) } : others };
}

/** The one form in which tracking is stored; undefined where there is nothing to store. */
export function canonicalTracking({
  inserted,
  deleted,
  facts,
  moves,
}: BlockTracking): BlockTracking | undefined {
  const telling = facts?.filter(({ was }) => Object.keys(was).length > 0).map(canonicalFacts) ?? [];
  const canonical: BlockTracking = {
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(telling.length > 0 ? { facts: telling } : {}),
    ...(moves && moves.length > 0 ? { moves } : {}),
  };
  return Object.keys(canonical).length > 0 ? canonical : undefined;
}
