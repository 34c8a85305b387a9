import {
  hasRuns,
  type BlockId,
  type HeadlineBlock,
  type Run,
  type RunBlock,
  type StoryDocument,
} from "#shared/document/index.ts";
import type { Compositor, CopyRun } from "#shared/fit/compose/index.ts";
import { fitHeadline, type HeadlineFit } from "#shared/fit/headline/index.ts";
import { measureOf, type HeadlineCode } from "#shared/fit/kit/index.ts";
import { copyText } from "./copy-text.ts";
import { styleInStory, type StorySetting } from "./paragraph-orders.ts";

/** One wording of a headline or a deck, measured line by line in its real face. */
export interface WordingFit {
  readonly block: BlockId;
  readonly kind: "headline" | "deck";
  /** Which of the other wordings, from 0; null for the one that prints. */
  readonly alternate: number | null;
  readonly roomPt: number;
  readonly lines: number;
  readonly fit: HeadlineFit;
}

function measured(
  compositor: Compositor,
  setting: StorySetting,
  block: RunBlock & { readonly kind: "headline" | "deck" },
  runs: readonly Run[],
  alternate: number | null,
  code: HeadlineCode,
): WordingFit | null {
  const copy: readonly CopyRun[] = copyText(block, "runs", runs).runs;
  if (copy.every(({ text }) => text.trim() === "")) return null;
  const style = styleInStory(block.kind, setting);
  const widthPt = measureOf(setting.kit, style.columns);
  const order = { runs: copy, style, widthPt };
  const lines =
    block.kind === "headline"
      ? code.lines
      : Math.max(1, fitHeadline(compositor, { ...order, lines: 1 }).asTyped.lines.length);
  return {
    block: block.id,
    kind: block.kind,
    alternate,
    roomPt: widthPt - style.indentLeftPt - style.indentRightPt,
    lines,
    fit: fitHeadline(compositor, { ...order, lines }),
  };
}

function wordingsOf(block: HeadlineBlock): readonly (readonly Run[])[] {
  return block.alternates ?? [];
}

/** Every wording of the headline and every deck of a story against the headline's order. */
export function storyHeadlines(
  { blocks }: StoryDocument,
  compositor: Compositor,
  setting: StorySetting,
  code: HeadlineCode,
): readonly WordingFit[] {
  const ordered = { ...setting, headline: code };
  return blocks.flatMap((block) => {
    if (!hasRuns(block)) return [];
    if (block.kind === "deck")
      return measured(compositor, ordered, { ...block, kind: "deck" }, block.runs, null, code) ?? [];
    if (block.kind !== "headline") return [];
    return [
      measured(compositor, ordered, block, block.runs, null, code),
      ...wordingsOf(block).map((runs, nr) => measured(compositor, ordered, block, runs, nr, code)),
    ].filter((wording) => wording !== null);
  });
}
