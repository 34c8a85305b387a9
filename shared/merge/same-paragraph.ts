import { hasRuns, NO_PICTURE, runsText, type Block, type BlockId } from "#shared/document/index.ts";
import type { Effort } from "./effort.ts";
import { alikeTexts, type PlacedText } from "./likeness.ts";

type Family = "text" | "photo" | "unknown";

/** Lines that a story has one of: where each side has one left over, it is the same line. */
export const SINGLE_KINDS: ReadonlySet<Block["kind"]> = new Set([
  "headline",
  "deck",
  "byline",
  "source",
  "dateline",
  "tagline",
  "endMark",
]);

/** What a block can turn into and still be the same block. */
function familyOf(block: Block): Family {
  if (block.kind === "photo" || block.kind === "unknown") return block.kind;
  return "text";
}

function textOf(block: Block): string {
  return hasRuns(block) ? runsText(block.runs) : "";
}

/** By what a block is known again under another id, the surest first; null where it says nothing. */
const SIGNS: readonly ((block: Block) => string | null)[] = [
  (block) => {
    if (block.kind === "unknown") return JSON.stringify({ ...block.raw, id: "" });
    if (block.kind === "photo")
      return block.asset === NO_PICTURE ? null : block.asset + runsText(block.caption);
    const text = textOf(block);
    return text === "" ? null : `${block.kind} ${text}`;
  },
  (block) => {
    if (block.kind === "unknown") return null;
    if (block.kind === "photo") return block.asset === NO_PICTURE ? null : block.asset;
    return textOf(block) || null;
  },
];

type Pair = (was: Block, is: Block) => void;

function pairBySign(
  before: readonly Block[],
  after: readonly Block[],
  sign: (block: Block) => string | null,
  pair: Pair,
): void {
  const waiting = new Map<string, Block[]>();
  for (const was of before) {
    const text = sign(was);
    if (text !== null) waiting.set(text, [...(waiting.get(text) ?? []), was]);
  }
  for (const is of after) {
    const was = waiting.get(sign(is) ?? "")?.shift();
    if (was) pair(was, is);
  }
}

function textsOf(blocks: readonly Block[]): readonly PlacedText[] {
  return blocks.map((block, place) => ({ place, text: textOf(block) }));
}

function pairByWords(before: readonly Block[], after: readonly Block[], effort: Effort, pair: Pair): void {
  for (const [wasAt, isAt] of alikeTexts(textsOf(before), textsOf(after), effort)) {
    const was = before[wasAt];
    const is = after[isAt];
    if (was && is) pair(was, is);
  }
}

/** The block of the earlier story that each block of the later one is. */
export type Partners = ReadonlyMap<Block, Block>;

/**
 * Finds the blocks that two states of a story share: by id first, then by the same text or
 * picture, then by nearly the same words, and last the one headline, byline or other single line
 * that each side has left. A block is never the same as one of another family: a paragraph can
 * become a headline, not a photo.
 */
export function sameParagraphs(before: readonly Block[], after: readonly Block[], effort: Effort): Partners {
  const partners = new Map<Block, Block>();
  const taken = new Set<Block>();
  const pair = (was: Block, is: Block): void => {
    partners.set(is, was);
    taken.add(was);
  };
  const leftBefore = (): readonly Block[] => before.filter((block) => !taken.has(block));
  const leftAfter = (): readonly Block[] => after.filter((block) => !partners.has(block));

  const byId = new Map<BlockId, Block>(before.map((block) => [block.id, block]));
  for (const is of after) {
    const was = byId.get(is.id);
    if (was && familyOf(was) === familyOf(is)) pair(was, is);
  }
  for (const sign of SIGNS) pairBySign(leftBefore(), leftAfter(), sign, pair);
  pairByWords(leftBefore(), leftAfter(), effort, pair);
  for (const kind of SINGLE_KINDS) {
    const [was, ...moreBefore] = leftBefore().filter((block) => block.kind === kind);
    const [is, ...moreAfter] = leftAfter().filter((block) => block.kind === kind);
    if (was && is && moreBefore.length + moreAfter.length === 0) pair(was, is);
  }
  return partners;
}
