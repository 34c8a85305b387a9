import { runsText, type Block, type BlockId, type PhotoBlock } from "#shared/document/index.ts";

/** Photos with the captions that stand by them, and where a caption's own photo went. */
export interface CaptionedBlocks {
  readonly blocks: readonly Block[];
  /** The photo that has a caption now, by the block that the caption was. */
  readonly joined: ReadonlyMap<BlockId, BlockId>;
}

function hasWords({ caption, credit }: PhotoBlock): boolean {
  return runsText(caption) !== "" || runsText(credit) !== "";
}

function stretchesOfPhotos(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const stretches: Block[][] = [];
  for (const block of blocks) {
    const last = stretches.at(-1);
    if (last?.[0]?.kind === "photo" && block.kind === "photo") last.push(block);
    else stretches.push([block]);
  }
  return stretches;
}

/**
 * Joins a picture without words (`shown`) and the caption without a picture that stands right below it, or
 * right above it where these stand above their pictures. What somebody put in or struck out as a whole stays apart.
 */
export function withCaptions(blocks: readonly Block[], shown: ReadonlySet<BlockId>): CaptionedBlocks {
  const joined = new Map<BlockId, BlockId>();
  const isPicture = (block: Block | undefined): block is PhotoBlock =>
    block?.kind === "photo" && shown.has(block.id) && !hasWords(block) && !block.tracked;
  const isCaption = (block: Block | undefined): block is PhotoBlock =>
    block?.kind === "photo" && !shown.has(block.id) && !block.tracked;
  const inStretch = (stretch: readonly Block[]): readonly Block[] => {
    const isAbove = isCaption(stretch[0]) && isPicture(stretch.at(-1));
    const captioned: Block[] = [];
    for (const block of stretch) {
      const above = captioned.at(-1);
      const [picture, line] = isAbove ? [block, above] : [above, block];
      if (isPicture(picture) && isCaption(line)) {
        joined.set(line.id, picture.id);
        captioned[captioned.length - 1] = { ...picture, caption: line.caption, credit: line.credit };
      } else captioned.push(block);
    }
    return captioned;
  };
  return { blocks: stretchesOfPhotos(blocks).flatMap(inStretch), joined };
}
