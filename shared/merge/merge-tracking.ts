import type { BlockTracking, Stamp } from "#shared/document/index.ts";
import { sameValue } from "./same-content.ts";
import { agree } from "./three-way.ts";

type Tracking = BlockTracking | undefined;

function mergeStamp(base?: Stamp, ours?: Stamp, theirs?: Stamp): Stamp | undefined {
  const agreed = agree(base, ours, theirs);
  return agreed ? agreed.value : (ours ?? theirs);
}

function mergeList<T>(
  base: readonly T[] = [],
  ours: readonly T[] = [],
  theirs: readonly T[] = [],
): readonly T[] {
  const has = (list: readonly T[], one: T): boolean => list.some((other) => sameValue(one, other));
  const both = [...ours, ...theirs.filter((one) => !has(ours, one))];
  return both.filter((one) => !has(base, one) || (has(ours, one) && has(theirs, one)));
}

/**
 * What both sides made of the open changes of one block. What either decided on is decided; what
 * either made stands beside the other's. Nothing here is text, so nothing here is a conflict.
 */
export function mergeTracking(base: Tracking, ours: Tracking, theirs: Tracking): Tracking {
  const agreed = agree(base, ours, theirs);
  if (agreed) return agreed.value;
  const inserted = mergeStamp(base?.inserted, ours?.inserted, theirs?.inserted);
  const deleted = mergeStamp(base?.deleted, ours?.deleted, theirs?.deleted);
  const facts = mergeList(base?.facts, ours?.facts, theirs?.facts);
  const moves = mergeList(base?.moves, ours?.moves, theirs?.moves);
  return {
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(facts.length > 0 ? { facts } : {}),
    ...(moves.length > 0 ? { moves } : {}),
  };
}
