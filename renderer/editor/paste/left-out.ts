/** Everything of a pasted page that a story does not take, in the order in which it is told. */
export const LEFT_OUT = [
  "looks",
  "pictures",
  "trackers",
  "embeds",
  "scripts",
  "controls",
  "hidden",
  "deletions",
  "comments",
  "numbers",
  "redirects",
  "deadLinks",
  "characters",
  "halves",
] as const;
export type LeftOutKind = (typeof LEFT_OUT)[number];

/** How many of each were left out; what is not named was not there. */
export type LeftOut = Readonly<Partial<Record<LeftOutKind, number>>>;

/** Counts what is left out while a page is read. */
export class Tally {
  readonly #counted: Partial<Record<LeftOutKind, number>> = {};

  add(kind: LeftOutKind, count = 1): void {
    if (count > 0) this.#counted[kind] = (this.#counted[kind] ?? 0) + count;
  }

  counted(): LeftOut {
    return { ...this.#counted };
  }
}
