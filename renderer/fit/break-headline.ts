import type { Block, DocumentPatch, Run, StoryDocument } from "#shared/document/index.ts";
import type { HeadlineLine } from "#shared/fit/headline/index.ts";
import type { WordingFit } from "#shared/fit/depth/index.ts";

/**
 * Runs broken into lines as proposed: a line break in place of the white between two lines, a space
 * in place of any other break. What is struck out stays where it is and counts for nothing.
 */
export function brokenRuns(
  runs: readonly Run[],
  lines: readonly Pick<HeadlineLine, "start" | "end">[],
): readonly Run[] {
  const gaps = lines.slice(1).map(({ start }, nth) => ({ from: lines[nth]?.end ?? start, to: start }));
  let at = 0;
  return runs.map((run) => {
    if (run.deleted) return run;
    let text = "";
    for (const character of run.text) {
      const gap = gaps.find(({ from, to }) => from <= at && at < to);
      if (gap) text += at === gap.from ? "\n" : "";
      else text += character === "\n" ? " " : character;
      at += character.length;
    }
    return { ...run, text };
  });
}

function broken(block: Block, wording: WordingFit, lines: readonly HeadlineLine[]): Block {
  if (block.id !== wording.block) return block;
  if (block.kind === "deck") return { ...block, runs: brokenRuns(block.runs, lines) };
  if (block.kind !== "headline") return block;
  const { alternate } = wording;
  if (alternate === null) return { ...block, runs: brokenRuns(block.runs, lines) };
  const alternates = (block.alternates ?? []).map((runs, nr) =>
    nr === alternate ? brokenRuns(runs, lines) : runs,
  );
  return { ...block, alternates };
}

/** The edit that breaks a wording the best way; it changes nothing where there is none. */
export function bestBreakPatch({ blocks }: StoryDocument, wording: WordingFit): DocumentPatch {
  const lines = wording.fit.best?.lines ?? [];
  const put = lines.length === 0 ? [] : blocks.map((block) => broken(block, wording, lines));
  return {
    order: blocks.map(({ id }) => id),
    put: put.filter((block, nr) => block !== blocks[nr]),
  };
}

/** Whether a wording stands broken the best way already. */
export function isBestBroken({ fit }: WordingFit): boolean {
  const { asTyped, best } = fit;
  if (best === null) return true;
  return (
    asTyped.lines.length === best.lines.length &&
    asTyped.lines.every(({ text }, nth) => text === best.lines[nth]?.text)
  );
}
