/**
 * What one comparison may cost, in steps of its innermost loops. Where it is spent, what is left
 * is told as removed and added whole: true still, only coarser, and the person is not kept waiting.
 */
export interface Effort {
  readonly limit: number;
  /** Counted up as the work is done. */
  spent: number;
}

/** About 200 ms of a laptop; two versions of the same story take a thousandth of it. */
const USUAL_LIMIT = 5_000_000;

/** The effort for one comparison or merge. */
export function newEffort(limit = USUAL_LIMIT): Effort {
  return { limit, spent: 0 };
}
