import { hasRuns, type Block, type BlockId, type Run, type RunBlock } from "#shared/document/index.ts";
import { blockCopies, type BlockCopy, type View } from "./block-copies.ts";
import { markedRun, type MarkedMove, type MarkedRun, type WholeFate } from "./marked-run.ts";

/** What a line is of its block. A block that only a newer Stet understands says nothing, and parts what stands round it. */
export type LinePart = "text" | "picture" | "caption" | "credit" | "unknown";

/**
 * A line of a story with open changes: the text of a block, or a part of a photo. `starts` says in
 * which text it begins a paragraph of its own; elsewhere it runs on from the text above.
 */
export interface MarkedLine {
  readonly copy: BlockCopy;
  readonly part: LinePart;
  readonly runs: readonly MarkedRun[];
  readonly starts: Readonly<Record<View, boolean>>;
}

function isThere({ block, in: place }: BlockCopy, view: View): boolean {
  if (place !== "both" && place !== view) return false;
  return view === "final" ? block.tracked?.deleted === undefined : block.tracked?.inserted === undefined;
}

function moveOf(block: Block, part: LinePart): MarkedMove | undefined {
  const stamp = block.tracked?.moves?.at(-1);
  return stamp ? { name: `${block.id}-${part}`, stamp } : undefined;
}

function runsOf(copy: BlockCopy, runs: readonly Run[], fate: WholeFate): readonly MarkedRun[] {
  return runs.flatMap((run) => markedRun(run, copy.in, fate) ?? []);
}

function textLine(copy: BlockCopy, block: RunBlock): Omit<MarkedLine, "starts"> {
  const fate = { inserted: undefined, deleted: undefined, moved: moveOf(block, "text") };
  return { copy, part: "text", runs: runsOf(copy, block.runs, fate) };
}

/** The lines of a story, in one order for both of its texts. `hasPicture` says which photos have one in the file. */
export function markedLines(
  blocks: readonly Block[],
  hasPicture: (photo: BlockId) => boolean,
): readonly MarkedLine[] {
  let pictures = 0;
  return blockCopies(blocks).flatMap((copy): readonly MarkedLine[] => {
    const { block } = copy;
    const starts = { final: isThere(copy, "final"), original: isThere(copy, "original") };
    if (block.kind === "unknown") return [{ copy, part: "unknown", runs: [], starts }];
    if (hasRuns(block)) return [{ ...textLine(copy, block), starts }];
    const { inserted, deleted } = block.tracked ?? {};
    const line = (part: LinePart, runs: readonly Run[]): MarkedLine => {
      const fate = { inserted, deleted, moved: moveOf(block, part) };
      return { copy, part, runs: runsOf(copy, runs, fate), starts };
    };
    const lines = [line("caption", block.caption), line("credit", block.credit)];
    if (!hasPicture(block.id)) return lines;
    pictures += 1;
    const picture = { photo: block, number: pictures };
    const shown = line("picture", [{ text: "\uFFFC" }]);
    return [{ ...shown, runs: shown.runs.map((run) => ({ ...run, picture })) }, ...lines];
  });
}

/** True where something of a line is in a text. */
export function saysSomething({ runs }: MarkedLine, view: View): boolean {
  return runs.some((run) => run[view] !== null);
}
