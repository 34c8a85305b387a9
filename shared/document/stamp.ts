/**
 * Names one tracked change and says who made it and when it began. `by` is a person's id, `at` an
 * ISO 8601 UTC time. Everything that bears one id is one change: a word, a selection over several
 * blocks, the words that took the place of others.
 */
export interface Stamp {
  readonly id: string;
  readonly by: string;
  readonly at: string;
}

/** True where two stamps are the same in every part. */
export function sameStamp(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a === b || (a?.id === b?.id && a?.by === b?.by && a?.at === b?.at);
}
