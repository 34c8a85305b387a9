import type { Block, BlockId } from "#shared/document/index.ts";

function weightedStay(
  blocks: readonly { readonly wasAt: number; readonly weight: number }[],
): ReadonlySet<number> {
  const best: { readonly weight: number; readonly before: number }[] = [];
  let last = -1;
  for (const [at, { wasAt, weight }] of blocks.entries()) {
    let before = -1;
    for (let other = 0; other < at; other += 1) {
      if ((blocks[other]?.wasAt ?? 0) > wasAt) continue;
      if (before < 0 || (best[other]?.weight ?? 0) > (best[before]?.weight ?? 0)) before = other;
    }
    best.push({ weight: weight + (best[before]?.weight ?? 0), before });
    if (last < 0 || (best[at]?.weight ?? 0) > (best[last]?.weight ?? 0)) last = at;
  }
  const stay = new Set<number>();
  for (let at = last; at >= 0; at = best[at]?.before ?? -1) stay.add(at);
  return stay;
}

/**
 * Which of the blocks that both orders have were moved: as few as explain the new order, and of two
 * ways the one that moves again what is moved already. Costs the square of the stretch that changed.
 */
export function movedBlocks(before: readonly Block[], after: readonly Block[]): ReadonlySet<BlockId> {
  const places = new Map(before.map(({ id }, at) => [id, at]));
  const shared = after.flatMap(({ id }) => {
    const wasAt = places.get(id);
    const block = wasAt === undefined ? undefined : before[wasAt];
    return block && wasAt !== undefined ? [{ id, wasAt, weight: block.tracked?.moves ? 1000 : 1001 }] : [];
  });
  const ordered = shared.map(({ wasAt }) => wasAt).toSorted((a, b) => a - b);
  let from = 0;
  while (from < shared.length && shared[from]?.wasAt === ordered[from]) from += 1;
  let to = shared.length;
  while (to > from && shared[to - 1]?.wasAt === ordered[to - 1]) to -= 1;
  if (from >= to) return new Set();
  const stretch = shared.slice(from, to);
  const stay = weightedStay(stretch);
  return new Set(stretch.filter((_, at) => !stay.has(at)).map(({ id }) => id));
}
