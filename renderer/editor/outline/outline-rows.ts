import {
  blockText,
  bylineText,
  countBlock,
  DOCUMENT_SCHEMA,
  finalView,
  isBody,
  type Block,
  type BlockId,
  type BlockKind,
  type StoryDocument,
} from "#shared/document/index.ts";

const LONGEST = 90;

/** One block of a story as the outline shows it. */
export interface OutlineRow {
  readonly id: BlockId;
  readonly kind: BlockKind | "unknown";
  /** Its first words; empty where it has none. */
  readonly words: string;
  /** On a subhead, the words of body copy from it to the next one; null on every other block. */
  readonly sectionWords: number | null;
}

function firstWords(block: Block): string {
  const text = block.kind === "byline" ? bylineText(block) : blockText(block);
  const line = text
    .slice(0, LONGEST * 2)
    .replace(/\s+/gu, " ")
    .trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`;
}

type Printed = Pick<OutlineRow, "kind" | "words"> & { readonly bodyWords: number };

/** What was read of a block: a story that is edited is made of the same blocks but for the one that changed. */
const readBefore = new WeakMap<Block, Printed>();

function printed(block: Block): Printed {
  const known = readBefore.get(block);
  if (known) return known;
  const final = finalView({ schema: DOCUMENT_SCHEMA, blocks: [block] }).blocks[0] ?? block;
  const bodyWords = isBody(final) ? countBlock(final).words : 0;
  const read = { kind: block.kind, words: firstWords(final), bodyWords };
  readBefore.set(block, read);
  return read;
}

/** The outline of a story: every block as it prints, with the length of each section on its subhead. */
export function outlineRows(document: StoryDocument): readonly OutlineRow[] {
  const { blocks } = document;
  const sections = new Map<BlockId, number>();
  let section: BlockId | null = null;
  for (const block of blocks) {
    if (block.kind === "subhead") section = block.id;
    if (section === null) continue;
    sections.set(section, (sections.get(section) ?? 0) + printed(block).bodyWords);
  }
  return blocks.map((block) => {
    const { kind, words } = printed(block);
    return { id: block.id, kind, words, sectionWords: sections.get(block.id) ?? null };
  });
}
