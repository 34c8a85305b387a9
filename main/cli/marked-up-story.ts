import { blockText, runsText, type Block } from "#shared/document/index.ts";
import {
  textAfter,
  type BlockChange,
  type ComparedBlock,
  type StoryComparison,
  type TextPiece,
} from "#shared/merge/index.ts";
import { amount } from "#shared/newsroom/index.ts";

/** Words as `wdiff` marks them: `{+came+}`, `[-went-]`. */
function markedUp(pieces: readonly TextPiece[]): string {
  return pieces
    .map(({ kind, run: { text } }) => {
      if (kind === "added") return `{+${text}+}`;
      return kind === "removed" ? `[-${text}-]` : text;
    })
    .join("");
}

function inWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function factLine(change: Exclude<BlockChange, { readonly field: unknown }>): string {
  return `(${change.what}: [-${inWords(change.before)}-] {+${inWords(change.after)}+})`;
}

function changeLine(change: BlockChange): string {
  if (!("field" in change)) return factLine(change);
  const name = change.field === "runs" ? "" : `${change.field}: `;
  if (change.what === "words") return `${name}${markedUp(change.pieces)}`;
  return `(formatting) ${name}${runsText(textAfter(change.pieces))}`;
}

/** What is shown of a block as a whole; a picture or a block from a newer Stet that says nothing is named. */
function wholeText(block: Block): string {
  const text = blockText(block);
  return text === "" ? `(${block.kind})` : text;
}

function changedLines(after: Block, changes: readonly BlockChange[]): readonly string[] {
  const lines = changes.map(changeLine);
  return changes.some((change) => "field" in change) ? lines : [wholeText(after), ...lines];
}

function linesOf(compared: ComparedBlock): readonly string[] {
  if (compared.state === "added") return [`+ {+${wholeText(compared.after)}+}`];
  if (compared.state === "removed") return [`- [-${wholeText(compared.before)}-]`];
  if (compared.state === "movedAway") return [`< (moved) ${wholeText(compared.before)}`];
  const { after, moved, changes } = compared;
  if (changes.length === 0) return [`${moved ? ">" : " "} ${wholeText(after)}`];
  return changedLines(after, changes).map((line) => `${moved ? ">" : "*"} ${line}`);
}

/**
 * Two states of a story as one text, a line for each block: a sign (`+` came, `-` went, `*`
 * changed, `>` moved here, `<` moved away), then its words with the changes marked. Last, the sums.
 */
export function markedUpStory({ blocks, summary }: StoryComparison): string {
  const indented = blocks.flatMap(linesOf).map((line) => line.replaceAll("\n", "\n  "));
  const { wordsAdded, wordsRemoved, blocksAdded, blocksRemoved, blocksChanged, blocksMoved } = summary;
  const sums = [
    `${amount(wordsAdded, "word")} came, ${String(wordsRemoved)} went`,
    `${amount(blocksChanged, "block")} changed, ${String(blocksAdded)} came, ${String(blocksRemoved)} went, ${String(blocksMoved)} moved`,
  ];
  return [...indented, "", `${sums.join("; ")}.`].join("\n");
}
