import {
  boxTitles,
  canonicalRuns,
  composeByline,
  runsText,
  type Block,
  type PhotoBlock,
  type Run,
  type RunBlock,
  type StoryDocument,
  type UnknownBlock,
} from "#shared/document/index.ts";

/** One paragraph as it prints. `runs` is never empty. */
export interface PrintParagraph {
  readonly kind: RunBlock["kind"];
  readonly id: string;
  /** The dateline that leads this paragraph, with the space that parts them; empty where none leads it. */
  readonly dateline: readonly Run[];
  readonly runs: readonly Run[];
  /** The first line of a fact box that is its title (see `boxTitles`): its style is bold by itself, so its runs are not. */
  readonly isBoxTitle: boolean;
}

/** A photo in its place among the paragraphs, with this use's caption and credit. */
export interface PrintPhoto {
  readonly kind: "photo";
  readonly id: string;
  /** Counts the photos of the story from 1. */
  readonly number: number;
  readonly photo: PhotoBlock;
}

export type PrintBlock = PrintParagraph | PrintPhoto;

const ENDS_IN_SPACE = /\s$/u;
const STARTS_WITH_SPACE = /^\s/u;

function asRun(text: string): readonly Run[] {
  return text === "" ? [] : [{ text }];
}

function printedRuns(block: RunBlock): readonly Run[] {
  if (block.runs.length > 0 || block.kind !== "byline") return block.runs;
  return asRun(composeByline(block));
}

/** Runs without a mark that the style of their paragraph has by itself. */
function withoutBold(runs: readonly Run[]): readonly Run[] {
  return canonicalRuns(
    runs.map(({ marks = [], ...run }) => {
      const others = marks.filter((mark) => mark !== "bold");
      return others.length > 0 ? { ...run, marks: others } : run;
    }),
  );
}

/** A dateline leads the next paragraph unless other text stands between; photos may. */
function paragraphLedBy(blocks: readonly Block[], dateline: number): RunBlock | undefined {
  for (const block of blocks.slice(dateline + 1)) {
    if (block.kind === "photo" || block.kind === "unknown" || printedRuns(block).length === 0) continue;
    return block.kind === "paragraph" ? block : undefined;
  }
  return undefined;
}

function leading(dateline: readonly Run[], led: readonly Run[]): readonly Run[] {
  const parted = ENDS_IN_SPACE.test(runsText(dateline)) || STARTS_WITH_SPACE.test(runsText(led));
  return parted ? dateline : [...dateline, { text: " " }];
}

/**
 * The final text in the order in which it prints: what every format writes. The dateline is run
 * into the paragraph that it leads, with a space between where there is none; it stands alone
 * where no paragraph follows. A byline that nobody typed is composed from its authors. Blocks
 * without text print nothing, and unknown blocks are left to {@link unknownBlocks}.
 */
export function printBlocks(document: StoryDocument): readonly PrintBlock[] {
  const datelines = new Map<string, readonly Run[]>();
  const printed: PrintBlock[] = [];
  const titles = boxTitles(document.blocks);
  let photos = 0;
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind === "unknown") continue;
    if (block.kind === "photo") {
      photos += 1;
      printed.push({ kind: "photo", id: block.id, number: photos, photo: block });
      continue;
    }
    const runs = printedRuns(block);
    if (runs.length === 0) continue;
    const led = block.kind === "dateline" ? paragraphLedBy(document.blocks, index) : undefined;
    if (led) datelines.set(led.id, leading(runs, led.runs));
    else {
      const isBoxTitle = titles.has(block.id);
      printed.push({
        kind: block.kind,
        id: block.id,
        dateline: datelines.get(block.id) ?? [],
        runs: isBoxTitle ? withoutBold(runs) : runs,
        isBoxTitle,
      });
    }
  }
  return printed;
}

/** The paragraphs of one kind, in order. */
export function paragraphsOf(
  blocks: readonly PrintBlock[],
  kind: PrintParagraph["kind"],
): readonly PrintParagraph[] {
  return blocks.flatMap((block) => (block.kind !== "photo" && block.kind === kind ? [block] : []));
}

/** The blocks that this version of Stet does not understand, and so cannot print. */
export function unknownBlocks(document: StoryDocument): readonly UnknownBlock[] {
  return document.blocks.filter((block) => block.kind === "unknown");
}
