/** Elements that close by themselves, or hold nothing: they do not make a page deep. */
const SHALLOW: ReadonlySet<string> = new Set(
  "area base body br col dd dt embed head hr html img input li link meta optgroup option p param source tbody td tfoot th thead tr track wbr".split(
    " ",
  ),
);
/** Deeper than any page that somebody reads. Browsers take time for every element that is open, at every tag. */
const DEEPEST = 1_000;

/** Counts which elements are open, roughly: so deep a page is never read that a browser stands still over it. */
export class PageDepth {
  readonly #open = new Map<string, number>();
  #depth = 0;

  /** Notes a start tag. False where it lies too deep: leave it out then, not what is in it. */
  enter(name: string): boolean {
    if (SHALLOW.has(name)) return true;
    if (this.#depth >= DEEPEST) return false;
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
    this.#depth += 1;
    return true;
  }

  leave(name: string): void {
    const open = this.#open.get(name) ?? 0;
    if (open === 0) return;
    this.#open.set(name, open - 1);
    this.#depth -= 1;
  }
}
