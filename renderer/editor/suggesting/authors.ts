import { NO_NAME } from "#shared/changes/tracking.ts";

/** How many looks there are for authors; with more of them, looks are shared. */
export const AUTHOR_LOOKS = 8;

const looks = new Map<string, number>();

/**
 * Which look an author's changes have, from 1: the same one for as long as the window lives, given
 * out in the order in which authors turn up, so that few of them never share one.
 */
export function authorLook(by: string): number {
  const known = looks.get(by);
  if (known !== undefined) return known;
  const look = (looks.size % AUTHOR_LOOKS) + 1;
  looks.set(by, look);
  return look;
}

/** The name that a person's changes bear. */
export function authorOf({ userName }: { readonly userName: string }): string {
  const name = userName.trim();
  return name === "" ? NO_NAME : name;
}
