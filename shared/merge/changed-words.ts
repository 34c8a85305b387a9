import { bylineText, countBlock, countText, type Block, type Run } from "#shared/document/index.ts";
import type { BlockChange } from "./block-changes.ts";
import type { Effort } from "./effort.ts";
import { compareRuns, type TextPiece } from "./text-pieces.ts";

/** How many printing words came and went. */
export interface ChangedWords {
  readonly added: number;
  readonly removed: number;
}

/** Nothing came and nothing went. */
export const NO_WORDS: ChangedWords = { added: 0, removed: 0 };

/** Adds two tallies. */
export function addChangedWords(a: ChangedWords, b: ChangedWords): ChangedWords {
  return { added: a.added + b.added, removed: a.removed + b.removed };
}

/** Parts stretches that do not touch. */
const GAP = "\n";

function prints(run: Run): boolean {
  return !run.deleted;
}

/**
 * Counts what a reader of the printed page would find added or missing: a tracked deletion takes
 * its words away when it is made, not when it is accepted.
 */
function wordsOf(pieces: readonly TextPiece[]): ChangedWords {
  let added = "";
  let removed = "";
  for (const piece of pieces) {
    const { run } = piece;
    const was = piece.kind === "reformatted" ? piece.was : run;
    const printed = piece.kind !== "added" && prints(was);
    const printing = piece.kind !== "removed" && prints(run);
    if (printing && printed) {
      added += GAP;
      removed += GAP;
    } else if (printing) added += run.text;
    else if (printed) removed += run.text;
  }
  return { added: countText(added).words, removed: countText(removed).words };
}

/** The words of a block that came new. */
export function wordsThatCame(block: Block): ChangedWords {
  return { added: countBlock(block).words, removed: 0 };
}

/** The words of a block that is gone. */
export function wordsThatWent(block: Block): ChangedWords {
  return { added: 0, removed: countBlock(block).words };
}

/** The words that a changed block gained and lost; alt text and alternate headlines do not print. */
export function wordsThatChanged(
  before: Block,
  after: Block,
  changes: readonly BlockChange[],
  effort: Effort,
): ChangedWords {
  const composed = [before, after].some((block) => block.kind === "byline" && block.runs.length === 0);
  if (composed && before.kind === "byline" && after.kind === "byline") {
    const line = (block: typeof before): readonly Run[] =>
      block.runs.length > 0 ? block.runs : [{ text: bylineText(block) }];
    return wordsOf(compareRuns(line(before), line(after), effort));
  }
  return changes
    .flatMap((change) =>
      (change.what === "words" || change.what === "formatting") && change.field !== "alt"
        ? [wordsOf(change.pieces)]
        : [],
    )
    .reduce(addChangedWords, NO_WORDS);
}
