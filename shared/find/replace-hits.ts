import {
  canonicalBlock,
  finalText,
  hasRuns,
  runsText,
  type Block,
  type BlockId,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { parseByline } from "#shared/newsroom/byline-facts.ts";
import { editRuns, type TextEdit } from "#shared/style/typography/clean-runs.ts";
import type { TextPlace } from "#shared/style/typography/clean-story.ts";
import { searchedFields, type Hit } from "./find-hits.ts";
import { markRuns, type Stretch } from "./mark-runs.ts";
import { changesMarks, replacementFor, type Replacement } from "./replacement.ts";
import { isInWord } from "./word-edges.ts";

/** A story with hits replaced, and those that were left because the text reads differently there by now. */
export interface Replaced {
  readonly document: StoryDocument;
  /** How many hits have the replacement's wording now. */
  readonly count: number;
  readonly missed: readonly Hit[];
}

/** How many units two texts have in common at their start, without half a character. */
function commonHead(was: string, now: string): number {
  const shorter = Math.min(was.length, now.length);
  let head = 0;
  while (head < shorter && was.charCodeAt(head) === now.charCodeAt(head)) head += 1;
  return head > 0 && !was.slice(0, head).isWellFormed() ? head - 1 : head;
}

/** How many units two texts have in common at their end, `head` units at the start left out. */
function commonTail(was: string, now: string, head: number): number {
  const shorter = Math.min(was.length, now.length) - head;
  let tail = 0;
  while (tail < shorter && was.charCodeAt(was.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)) {
    tail += 1;
  }
  return tail > 0 && !was.slice(was.length - tail).isWellFormed() ? tail - 1 : tail;
}

/**
 * The smallest edit that turns the hit into its new wording: whole words that both have at their
 * ends stay as they are, with their marks, links and notes, and so does a word that only grows or
 * shrinks. Something is always replaced, so that what is put in looks like the hit and not like the
 * text before it.
 */
function smallestEdit(at: number, was: string, now: string): TextEdit | null {
  if (was === now) return null;
  const cutsWord = (head: number): boolean => isInWord(was, head) || isInWord(now, head);
  const cutsWordBehind = (tail: number): boolean =>
    isInWord(was, was.length - tail) || isInWord(now, now.length - tail);
  let head = commonHead(was, now);
  if (head < was.length && head < now.length) while (head > 0 && cutsWord(head)) head -= 1;
  let tail = commonTail(was, now, head);
  if (head + tail < was.length && head + tail < now.length)
    while (tail > 0 && cutsWordBehind(tail)) tail -= 1;
  if (head + tail >= was.length) {
    if (head > 0) head -= was.slice(0, head - 1).isWellFormed() ? 1 : 2;
    else tail -= was.slice(was.length - tail + 1).isWellFormed() ? 1 : 2;
  }
  return {
    at: at + head,
    length: was.length - head - tail,
    now: now.slice(head, now.length - tail),
  };
}

/** The block with other runs in one of its texts. A byline's facts are read from its line again. */
function withRuns(block: Block, place: TextPlace, runs: readonly Run[]): Block {
  if (block.kind === "photo") {
    if (place === "alt") return { ...block, alt: runsText(runs) };
    return place === "caption" ? { ...block, caption: runs } : { ...block, credit: runs };
  }
  if (!hasRuns(block)) return block;
  if (block.kind === "byline") return { ...block, ...parseByline(runsText(runs)), runs };
  if (block.kind !== "headline" || place === "runs") return { ...block, runs };
  const alternates = (block.alternates ?? []).map((own, nth) => (place === `alternate ${nth}` ? runs : own));
  return { ...block, alternates };
}

function replaceInBlock(block: Block, hits: readonly Hit[], replacement: Replacement, missed: Hit[]): Block {
  let replaced = block;
  for (const { place, runs } of searchedFields(block)) {
    const text = finalText(runs);
    const edits: TextEdit[] = [];
    const stretches: Stretch[] = [];
    let shift = 0;
    for (const hit of hits.filter((one) => one.place === place).toSorted((a, b) => a.from - b.from)) {
      if (text.slice(hit.from, hit.to) !== hit.text) {
        missed.push(hit);
        continue;
      }
      const now = replacementFor(hit, replacement);
      const edit = smallestEdit(hit.from, hit.text, now);
      if (edit) edits.push(edit);
      stretches.push({ from: hit.from + shift, to: hit.from + shift + now.length });
      shift += now.length - hit.text.length;
    }
    const isMarked = changesMarks(replacement) && place !== "alt";
    if (edits.length === 0 && !(isMarked && stretches.length > 0)) continue;
    const reworded = edits.length > 0 ? editRuns(runs, edits) : runs;
    replaced = withRuns(replaced, place, isMarked ? markRuns(reworded, stretches, replacement) : reworded);
  }
  return replaced === block ? block : canonicalBlock(replaced);
}

/**
 * Replaces hits of a story, and gives what stands there then the marks of the replacement; alt text has
 * none. Blocks without any stay the very same objects. Text that is struck out
 * stays where it is; what is written has the marks, the link, the notes and the tracked change of
 * the first letter that it replaces. A hit whose text is not there any more is left alone.
 */
export function replaceHits(
  document: StoryDocument,
  hits: readonly Hit[],
  replacement: Replacement,
): Replaced {
  const byBlock = Map.groupBy(hits, (hit): BlockId => hit.block);
  const missed: Hit[] = [];
  const blocks = document.blocks.map((block) => {
    const own = byBlock.get(block.id);
    byBlock.delete(block.id);
    return own ? replaceInBlock(block, own, replacement, missed) : block;
  });
  for (const gone of byBlock.values()) missed.push(...gone);
  return { document: { ...document, blocks }, count: hits.length - missed.length, missed };
}
