import { finalText, hasRuns, type Block, type Run, type StoryDocument } from "#shared/document/index.ts";
import { editRuns } from "./clean-runs.ts";
import type { StoryChange, TextPlace } from "./clean-story.ts";

type Rewrite = (runs: readonly Run[]) => readonly Run[];

function rewritten(block: Block, place: TextPlace, rewrite: Rewrite): Block {
  if (block.kind === "photo") {
    if (place === "caption") return { ...block, caption: rewrite(block.caption) };
    if (place === "credit") return { ...block, credit: rewrite(block.credit) };
    return place === "alt" ? { ...block, alt: finalText(rewrite([{ text: block.alt }])) } : block;
  }
  if (!hasRuns(block)) return block;
  if (place === "runs") return { ...block, runs: rewrite(block.runs) };
  if (block.kind !== "headline" || !block.alternates) return block;
  return {
    ...block,
    alternates: block.alternates.map((other, nth) => (place === `alternate ${nth}` ? rewrite(other) : other)),
  };
}

/** The story with one change taken back, or null where its place no longer reads as it did. */
export function takeBackChange(document: StoryDocument, change: StoryChange): StoryDocument | null {
  const { block: id, place, at, was, now } = change;
  let isDone = false;
  const rewrite: Rewrite = (runs) => {
    const text = finalText(runs);
    const isThere =
      text.startsWith(now, at) &&
      text.slice(0, at).endsWith(change.before) &&
      text.startsWith(change.after, at + now.length);
    if (!isThere) return runs;
    isDone = true;
    return editRuns(runs, [{ at, length: now.length, now: was }]);
  };
  const blocks = document.blocks.map((block) => (block.id === id ? rewritten(block, place, rewrite) : block));
  return isDone ? { ...document, blocks } : null;
}

/**
 * The changes that are left once one of them was taken back: those behind it in the same text have
 * moved, and what is said to stand around its neighbours reads as it does now.
 */
export function changesWithout(changes: readonly StoryChange[], taken: StoryChange): readonly StoryChange[] {
  const moved = taken.was.length - taken.now.length;
  return changes.flatMap((change) => {
    if (change === taken) return [];
    if (change.block !== taken.block || change.place !== taken.place) return [change];
    return change.at > taken.at ? [behind(change, taken, moved)] : [ahead(change, taken)];
  });
}

function behind(change: StoryChange, taken: StoryChange, moved: number): StoryChange {
  const from = taken.at - (change.at - change.before.length);
  const moves = { ...change, at: change.at + moved };
  if (from + taken.now.length <= 0) return moves;
  const head = from < 0 ? "" : change.before.slice(0, from);
  const rest = change.before.slice(Math.max(0, from + taken.now.length));
  // Of a change that lies half outside what is shown, only what lies behind it is sure.
  return { ...moves, before: from < 0 ? rest : head + taken.was + rest };
}

function ahead(change: StoryChange, taken: StoryChange): StoryChange {
  const from = taken.at - (change.at + change.now.length);
  if (from >= change.after.length) return change;
  const head = change.after.slice(0, from);
  const rest = change.after.slice(from + taken.now.length);
  const isCut = from + taken.now.length > change.after.length;
  return { ...change, after: isCut ? head : head + taken.was + rest };
}
