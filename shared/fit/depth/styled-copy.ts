import {
  composeByline,
  finalText,
  hasRuns,
  isStruckOut,
  type Block,
  type PhotoBlock,
  type RunBlock,
  type StoryDocument,
} from "#shared/document/index.ts";
import type { StyleName } from "#shared/fit/kit/kit.ts";
import { copyText, joinCopy, madeText, type CopyText } from "./copy-text.ts";

/** A paragraph as the column spec sees it. */
export interface StyledCopy {
  readonly kind: "copy";
  readonly style: StyleName;
  /** The block that it is made of, and the dateline that is run into it; what is remembered hangs on them. */
  readonly block: Block;
  readonly dateline: Block | null;
  readonly copy: CopyText;
  /** How much of the text is the dateline, with the space after it. */
  readonly datelineEnd: number;
  /** The story's first paragraph, one after a subhead, or neither. */
  readonly opens: "story" | "section" | null;
}

export interface StyledPhoto {
  readonly kind: "photo";
  readonly photo: PhotoBlock;
}

export type StyledBlock = StyledCopy | StyledPhoto;

const ENDS_IN_SPACE = /\s$/u;
const STARTS_WITH_SPACE = /^\s/u;

/** What hangs on a block alone is made once: a block stays the same object until it changes. */
const copies = new WeakMap<RunBlock, CopyText>();

function copyOf(block: RunBlock): CopyText {
  const known = copies.get(block);
  if (known) return known;
  const made =
    block.kind === "byline" && finalText(block.runs) === ""
      ? madeText(block, composeByline(block))
      : copyText(block, "runs", block.runs);
  copies.set(block, made);
  return made;
}

/** A dateline and the paragraph that it leads, run into one. */
const led = new WeakMap<CopyText, { readonly into: CopyText; readonly joined: CopyText }>();

function runIn(dateline: CopyText, into: CopyText): CopyText {
  const known = led.get(dateline);
  if (known?.into === into) return known.joined;
  const parted = ENDS_IN_SPACE.test(dateline.text) || STARTS_WITH_SPACE.test(into.text);
  const joined = joinCopy(dateline, parted ? "" : " ", into);
  led.set(dateline, { into, joined });
  return joined;
}

/** A dateline leads the next paragraph unless other text stands between; photos may. */
function ledBy(blocks: readonly Block[], dateline: number): RunBlock | null {
  for (let next = dateline + 1; next < blocks.length; next += 1) {
    const block = blocks[next];
    if (!block || !hasRuns(block) || copyOf(block).text === "") continue;
    return block.kind === "paragraph" ? block : null;
  }
  return null;
}

/** Blocks of which one runs on from the other, because the break between them is struck out. */
const runOns = new WeakMap<Block, { readonly below: RunBlock; readonly joined: RunBlock }>();

/** One block for two that are set as one paragraph, with the places of both. */
function joinedBlock(above: RunBlock, below: RunBlock): RunBlock {
  const known = runOns.get(above);
  if (known?.below === below) return known.joined;
  const joined = { ...above, runs: [...above.runs, ...below.runs] };
  const isEmpty = finalText(above.runs) === "";
  copies.set(joined, isEmpty ? copyOf(below) : joinCopy(copyOf(above), "", copyOf(below)));
  runOns.set(above, { below, joined });
  return joined;
}

/** The blocks as they print: see `finalView`, which forgets where each of them stood. */
function printing(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(({ tracked }) => tracked?.deleted)) return blocks;
  const printed: Block[] = [];
  for (const block of blocks) {
    if (isStruckOut(block)) continue;
    const above = printed.at(-1);
    if (block.tracked?.deleted && above && hasRuns(above) && hasRuns(block)) {
      printed[printed.length - 1] = joinedBlock(above, block);
    } else {
      printed.push(block);
    }
  }
  return printed;
}

function styleOf(block: RunBlock): StyleName {
  return block.kind === "dateline" ? "paragraph" : block.kind;
}

/**
 * The story in the order in which it prints, each paragraph with the style that it is set in: the
 * same order and the same text as every export. The dateline is run into the paragraph that it
 * leads; a byline that nobody typed is composed from its authors; blocks without text, and those
 * that this Stet does not know, print nothing.
 */
export function styledCopy(story: Pick<StoryDocument, "blocks">): readonly StyledBlock[] {
  const blocks = printing(story.blocks);
  const datelines = new Map<Block, RunBlock>();
  const styled: StyledBlock[] = [];
  let opens: StyledCopy["opens"] = "story";
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "photo") styled.push({ kind: "photo", photo: block });
    if (!hasRuns(block)) continue;
    const own = copyOf(block);
    if (own.text === "") continue;
    const leads = block.kind === "dateline" ? ledBy(blocks, index) : null;
    if (leads) {
      datelines.set(leads, block);
      continue;
    }
    const dateline = datelines.get(block) ?? (block.kind === "dateline" ? block : null);
    const before = dateline && dateline !== block ? copyOf(dateline) : null;
    const copy = before ? runIn(before, own) : own;
    const datelineEnd = dateline === block ? own.text.length : copy.text.length - own.text.length;
    const style = styleOf(block);
    styled.push({
      kind: "copy",
      style,
      block,
      dateline: dateline === block ? null : dateline,
      copy,
      datelineEnd,
      opens: style === "paragraph" ? opens : null,
    });
    if (style === "paragraph") opens = null;
    else if (style === "subhead" && opens === null) opens = "section";
    else if (opens === "section") opens = null;
  }
  return styled;
}
