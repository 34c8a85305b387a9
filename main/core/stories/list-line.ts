import type { Block, BlockId } from "#shared/document/index.ts";
import { listLine } from "./block-words.ts";
import { storedBlock } from "./stored-document.ts";
import type { StoryTable } from "./story-table.ts";

const LEAD_KINDS: ReadonlySet<Block["kind"]> = new Set([
  "deck",
  "paragraph",
  "subhead",
  "pullQuote",
  "listItem",
  "factBox",
]);

/** The ids of the blocks that could lend their words, best first: headlines, then running text, then any other. */
function* candidates(table: StoryTable, seq: number, order: readonly BlockId[]): Generator<BlockId> {
  const headlines = new Set(table.headlines(seq));
  yield* order.filter((id) => headlines.has(id));
  const others: BlockId[] = [];
  for (const id of order) {
    const counted = table.counted(seq, id);
    if (!counted || counted.characters === 0) continue;
    if (LEAD_KINDS.has(counted.kind)) yield id;
    else others.push(id);
  }
  yield* others;
}

/**
 * The line under which the desk list shows a story: its first headline that says something, else
 * the first words of its text, else of whatever it has. Reads only as many blocks as that takes.
 */
export function storyListLine(table: StoryTable, seq: number, order: readonly BlockId[]): string {
  for (const id of candidates(table, seq, order)) {
    const block = storedBlock(table, seq, id);
    const line = block ? listLine(block) : "";
    if (line !== "") return line;
  }
  return "";
}
