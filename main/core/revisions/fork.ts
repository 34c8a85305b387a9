import type { Edge } from "./revision-table.ts";

/** A revision with all its ancestors. */
function withAncestors(seq: number, parents: ReadonlyMap<number, readonly Edge[]>): ReadonlySet<number> {
  const found = new Set([seq]);
  for (const at of found) for (const { parent } of parents.get(at) ?? []) found.add(parent);
  return found;
}

/**
 * Where a branch left a line: the newest revision that is `head` or an ancestor of it, and `tip` or
 * an ancestor of that. Undefined where they have none in common.
 */
export function forkOf(edges: readonly Edge[], tip: number, head: number): number | undefined {
  const parents = Map.groupBy(edges, ({ revision }) => revision);
  const ofTip = withAncestors(tip, parents);
  const common = [...withAncestors(head, parents)].filter((seq) => ofTip.has(seq));
  return common.length > 0 ? common.reduce((newest, seq) => Math.max(newest, seq)) : undefined;
}
