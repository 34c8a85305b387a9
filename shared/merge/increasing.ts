/**
 * Places of a longest strictly increasing subsequence of `values`, in order: Fredman's patience
 * sorting with a binary search, O(n log n) (M. L. Fredman, “On computing the length of longest
 * increasing subsequences”, Discrete Mathematics 11, 1975).
 */
export function longestIncreasing(values: readonly number[]): readonly number[] {
  const tops: { readonly place: number; readonly value: number }[] = [];
  const before: (number | undefined)[] = [];
  for (const [place, value] of values.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle]?.value ?? Infinity) < value) low = middle + 1;
      else high = middle;
    }
    before.push(tops[low - 1]?.place);
    tops[low] = { place, value };
  }
  const places: number[] = [];
  for (let place = tops.at(-1)?.place; place !== undefined; place = before[place]) places.push(place);
  return places.toReversed();
}

/**
 * What was really moved between two orders of the same things: as few of them as explain the new
 * order. What only one order has is not counted.
 */
export function movedItems<T>(before: readonly T[], after: readonly T[]): ReadonlySet<T> {
  const places = new Map(before.map((item, place) => [item, place]));
  const shared: T[] = [];
  const wasAt: number[] = [];
  for (const item of after) {
    const place = places.get(item);
    if (place === undefined) continue;
    shared.push(item);
    wasAt.push(place);
  }
  const stayed = new Set(longestIncreasing(wasAt));
  return new Set(shared.filter((_, place) => !stayed.has(place)));
}
