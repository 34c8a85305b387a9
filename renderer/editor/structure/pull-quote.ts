import { $getSelection, $isRangeSelection, type RangeSelection } from "lexical";
import { canonicalRuns, newBlockId, runsText, type Run } from "#shared/document/index.ts";
import { $blockToNode, type BlockNode } from "../codec/blocks.ts";
import { $runsOf } from "../codec/runs.ts";
import { $blockOf, type FieldNode } from "../fields/field.ts";
import { $caretAt, $fieldPoint } from "../fields/field-point.ts";
import { $selectedBlocks } from "../fields/selected-blocks.ts";
import { sliceRuns } from "../fields/slice-runs.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import { sentenceAt } from "./sentence.ts";
import { missingQuotes } from "./whole-quotes.ts";

/** What is printed of runs, with its marks: no links, no notes, nothing that is struck out. */
function printedRuns(runs: readonly Run[]): readonly Run[] {
  return canonicalRuns(
    runs.flatMap(({ text, marks, deleted }) => (deleted ? [] : [{ text, ...(marks ? { marks } : {}) }])),
  );
}

/** The words between two offsets of a field's text as they print, with their quotations whole. */
function $quoted(field: FieldNode, from: number, to: number): readonly Run[] {
  const runs = $runsOf(field);
  const text = runsText(printedRuns(sliceRuns(runs, from, to)));
  const lead = text.length - text.trimStart().length;
  const piece = text.trim();
  if (piece === "") return [];
  const { before, after } = missingQuotes(runsText(printedRuns(sliceRuns(runs, 0, from))), piece);
  const words = sliceRuns(printedRuns(sliceRuns(runs, from, to)), lead, lead + piece.length);
  return [{ text: before }, ...words, { text: after }];
}

/** The sentence that stands at an offset of a field's text. */
function $sentenceHere(field: FieldNode, offset: number): readonly Run[] {
  const runs = $runsOf(field);
  const printed = printedRuns(runs);
  const at = runsText(printedRuns(sliceRuns(runs, 0, offset))).length;
  const text = runsText(printed);
  const found = sentenceAt(text, at);
  if (!found) return [];
  const { before, after } = missingQuotes(text.slice(0, found.from), text.slice(found.from, found.to));
  return [{ text: before }, ...sliceRuns(printed, found.from, found.to), { text: after }];
}

function $chosenWords(selection: RangeSelection): { runs: readonly Run[]; block: BlockNode } | null {
  if (selection.isCollapsed()) {
    const point = $fieldPoint(selection.anchor);
    const block = point && $blockOf(point.field);
    return block ? { runs: $sentenceHere(point.field, point.offset), block } : null;
  }
  const selected = $selectedBlocks(selection);
  const block = selected.at(-1)?.block;
  const pieces = selected
    .flatMap(({ spans }) => spans.map(({ field, from, to }) => $quoted(field, from, to)))
    .filter((piece) => piece.length > 0);
  const runs = pieces.flatMap((piece, at) => (at === 0 ? piece : [{ text: " " }, ...piece]));
  return block ? { runs, block } : null;
}

/**
 * Makes a pull quote of the selected words, or of the sentence with the caret where nothing is
 * selected: a copy behind the block that holds them, with the caret at its end.
 */
export function $pullQuote(): void {
  const selection = $getSelection();
  const chosen = $isRangeSelection(selection) ? $chosenWords(selection) : null;
  const runs = canonicalRuns(chosen?.runs ?? []);
  if (!chosen || runs.length === 0) return;
  const quote = $blockToNode({ id: newBlockId(), kind: "pullQuote", runs });
  chosen.block.insertAfter(quote);
  if ($isStoryBlock(quote)) $caretAt(quote, "end");
}
