import {
  addCounts,
  blockText,
  bylineText,
  countBlock,
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

/** The outline of a story: every block as it prints, with the length of each section on its subhead. */
export function outlineRows(document: StoryDocument): readonly OutlineRow[] {
  const { blocks } = finalView(document);
  const sections = new Map<BlockId, number>();
  let section: BlockId | null = null;
  for (const block of blocks) {
    if (block.kind === "subhead") section = block.id;
    if (section === null || !isBody(block)) continue;
    const { words } = addCounts({ words: sections.get(section) ?? 0, characters: 0 }, countBlock(block));
    sections.set(section, words);
  }
  return blocks.map((block) => ({
    id: block.id,
    kind: block.kind,
    words: firstWords(block),
    sectionWords: sections.get(block.id) ?? null,
  }));
}
