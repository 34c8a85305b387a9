import { sameValue } from "./same-content.ts";

/** What three states of one value come to, or null where both sides changed it, each to something else. */
export type Agreed<T> = { readonly value: T } | null;

/** The side that changed the value wins; where neither or both alike did, ours. */
export function agree<T>(base: T, ours: T, theirs: T): Agreed<T> {
  if (sameValue(base, theirs) || sameValue(ours, theirs)) return { value: ours };
  return sameValue(base, ours) ? { value: theirs } : null;
}

/** What three lists come to where order means nothing: what either side added, without what either took away. */
export function agreeOnMembers<T>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
): readonly T[] {
  return [...new Set([...ours, ...theirs])].filter((member) => {
    const [was, mine, other] = [base, ours, theirs].map((list) => list.includes(member));
    return was ? mine && other : true;
  });
}
