import type { Block } from "./block.ts";
import type { BlockId } from "./ids.ts";
import { withTracking } from "./with-tracking.ts";

/**
 * The blocks in the order in which they stood before any open move: each moved block right after
 * the one that it stood after then. One whose place is gone stays where it is.
 */
export function unmovedOrder(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => block.tracked?.moves)) return blocks;
  const ids = new Set(blocks.map(({ id }) => id));
  const followers = new Map<BlockId | null, Block[]>();
  const standing: Block[] = [];
  for (const block of blocks) {
    const move = block.tracked?.moves?.[0];
    if (!move || (move.after !== null && !ids.has(move.after))) standing.push(block);
    else followers.set(move.after, [...(followers.get(move.after) ?? []), block]);
  }
  const ordered: Block[] = [];
  const placed = new Set<Block>();
  const place = (first: Block | null): void => {
    const waiting: (Block | null)[] = [first];
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
      if (block) {
        if (placed.has(block)) continue;
        placed.add(block);
        ordered.push(block);
      }
      waiting.push(...(followers.get(block?.id ?? null) ?? []).toReversed());
    }
  };
  place(null);
  for (const block of standing) place(block);
  // Blocks that name each other as their places have none.
  for (const block of blocks) place(block);
  return ordered;
}

/**
 * The same blocks, where each that was moved names the one that stood right before it. Two may have
 * named the same one, or one that is gone, where what two people moved came together: then only the
 * order of the page told which was first. The very same list where each does already.
 */
export function withPlacesNamed(blocks: readonly Block[]): readonly Block[] {
  const order = unmovedOrder(blocks);
  if (order === blocks) return blocks;
  const places = new Map(order.map(({ id }, at) => [id, order[at - 1]?.id ?? null]));
  const named = blocks.map((block) => {
    const [first, ...later] = block.tracked?.moves ?? [];
    const after = places.get(block.id) ?? null;
    if (!first || first.after === after) return block;
    return withTracking(block, { ...block.tracked, moves: [{ ...first, after }, ...later] });
  });
  return named.every((block, at) => block === blocks[at]) ? blocks : named;
}
