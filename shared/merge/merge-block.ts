import {
  hasRuns,
  runsText,
  type Block,
  type BlockId,
  type PhotoBlock,
  type RunBlock,
} from "#shared/document/index.ts";
import { lineFacts, type LineFacts } from "./block-changes.ts";
import type { Effort } from "./effort.ts";
import { mergeRuns } from "./merge-runs.ts";
import { mergeTracking } from "./merge-tracking.ts";
import { sameContent } from "./same-content.ts";
import { agree, type Agreed } from "./three-way.ts";

/** A line of a kind from its facts; null where the kind cannot hold one of them. */
function lineOf(id: BlockId, { kind, runs, alternates, authors, agency }: LineFacts): Agreed<RunBlock> {
  const hasFacts = authors.length > 0 || agency !== null;
  if (kind === "byline") {
    return alternates.length > 0 ? null : { value: { id, kind, authors, agency, runs } };
  }
  if (hasFacts) return null;
  if (kind === "headline") {
    return { value: { id, kind, runs, ...(alternates.length > 0 ? { alternates } : {}) } };
  }
  return alternates.length > 0 ? null : { value: { id, kind, runs } };
}

function mergeLines(base: RunBlock, ours: RunBlock, theirs: RunBlock, effort: Effort): Agreed<Block> {
  const [was, mine, other] = [lineFacts(base), lineFacts(ours), lineFacts(theirs)];
  const kind = agree(was.kind, mine.kind, other.kind);
  const runs = mergeRuns(was.runs, mine.runs, other.runs, effort);
  const alternates = agree(was.alternates, mine.alternates, other.alternates);
  const authors = agree(was.authors, mine.authors, other.authors);
  const agency = agree(was.agency, mine.agency, other.agency);
  if (!kind || !runs || !alternates || !authors || !agency) return null;
  const line = lineOf(ours.id, {
    kind: kind.value,
    runs: runs.value,
    alternates: alternates.value,
    authors: authors.value,
    agency: agency.value,
  });
  const tracked = mergeTracking(base.tracked, ours.tracked, theirs.tracked);
  return line && tracked ? { value: { ...line.value, tracked } } : line;
}

/** A crop belongs to its picture: one side's new picture and the other's new crop do not go together. */
function pictureOf({ asset, crop }: PhotoBlock): Pick<PhotoBlock, "asset" | "crop"> {
  return { asset, crop };
}

function mergePhotos(base: PhotoBlock, ours: PhotoBlock, theirs: PhotoBlock, effort: Effort): Agreed<Block> {
  const crop = agree(base.crop, ours.crop, theirs.crop);
  const asset = agree(base.asset, ours.asset, theirs.asset);
  const sameAsset = ours.asset === theirs.asset;
  const picture = sameAsset
    ? asset && crop && { value: { asset: asset.value, crop: crop.value } }
    : agree(pictureOf(base), pictureOf(ours), pictureOf(theirs));
  const caption = mergeRuns(base.caption, ours.caption, theirs.caption, effort);
  const credit = mergeRuns(base.credit, ours.credit, theirs.credit, effort);
  const alt = mergeRuns([{ text: base.alt }], [{ text: ours.alt }], [{ text: theirs.alt }], effort);
  const size = agree(base.size, ours.size, theirs.size);
  if (!picture || !caption || !credit || !alt || !size) return null;
  const tracked = mergeTracking(base.tracked, ours.tracked, theirs.tracked);
  const { tracked: _ours, ...photo } = ours;
  return {
    value: {
      ...photo,
      ...(tracked ? { tracked } : {}),
      ...picture.value,
      caption: caption.value,
      credit: credit.value,
      alt: runsText(alt.value),
      size: size.value,
    },
  };
}

/**
 * Merges what two sides made of one block, under the id of ours; all three are of one family. Null
 * where both changed the same words or the same fact, each in another way.
 */
export function mergeBlocks(base: Block | null, ours: Block, theirs: Block, effort: Effort): Agreed<Block> {
  if (sameContent(ours, theirs)) return { value: ours };
  if (!base) return null;
  if (sameContent(base, theirs)) return { value: ours };
  if (sameContent(base, ours)) return { value: theirs };
  if (base.kind === "photo" && ours.kind === "photo" && theirs.kind === "photo") {
    return mergePhotos(base, ours, theirs, effort);
  }
  if (hasRuns(base) && hasRuns(ours) && hasRuns(theirs)) return mergeLines(base, ours, theirs, effort);
  return null;
}
