import { movedItems } from "./increasing.ts";

/**
 * Puts what stays into one order: ours, with what only theirs moved, added or kept put where
 * theirs has it, after the nearest thing before it that ours did not move. Where both added at one
 * place, ours comes first; where both moved the same thing, it stands where ours put it.
 */
export function mergeOrder<T>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  stays: (item: T) => boolean,
): readonly T[] {
  const movedByOurs = movedItems(base, ours);
  const movedByTheirs = movedItems(base, theirs);
  const inBase = new Set(base);
  const inTheirs = new Set(theirs);
  const order = ours.filter((item) => stays(item) && (movedByOurs.has(item) || !movedByTheirs.has(item)));
  const placed = new Set(order);
  const onlyOurs = (item: T | undefined): boolean =>
    item !== undefined && !inBase.has(item) && !inTheirs.has(item);
  let anchor: T | null = null;
  for (const item of theirs) {
    if (!stays(item)) continue;
    if (!placed.has(item)) {
      let at: number = anchor === null ? 0 : order.indexOf(anchor) + 1;
      while (onlyOurs(order[at])) at += 1;
      order.splice(at, 0, item);
      placed.add(item);
    }
    if (!movedByOurs.has(item)) anchor = item;
  }
  return order;
}
