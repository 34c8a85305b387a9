import sharp from "sharp";
import type { BlockId, Crop } from "#shared/document/index.ts";
import type { PictureLeftWhy } from "#shared/language/english/told/intake.ts";
import type { PackageParts } from "./package-parts.ts";
import { PHOTO_ROLES } from "./paragraph-chains.ts";
import type { WordBlock } from "./word-blocks.ts";
import type { WordParagraph, WordPicturePlace, WordText } from "./word-text.ts";

/** A picture whose bytes are in the file, at the photo that it belongs to. */
export interface PlacedPicture {
  /** Of its bytes in the file. */
  readonly path: string;
  readonly crop: Crop | null;
}

/** The pictures of a Word document. */
export interface WordPictures {
  /** By the block that each stands in. */
  readonly placed: ReadonlyMap<BlockId, PlacedPicture>;
  /** Photos at which the file shows something, whether its bytes are there or not. */
  readonly shown: ReadonlySet<BlockId>;
  /** Those of them that stood in a paragraph of text. */
  readonly inText: ReadonlySet<BlockId>;
  /** Why others did not come along, counted. */
  readonly left: ReadonlyMap<PictureLeftWhy, number>;
  readonly read: PackageParts["readPicture"];
}

/** Word heeds no orientation in a picture, and Stet counts a crop upright: where the two differ all of it stands. */
async function uprightCrop(
  { path, crop }: PlacedPicture,
  read: WordPictures["read"],
): Promise<PlacedPicture["crop"]> {
  if (crop === null) return null;
  const bytes = await read(path);
  if (typeof bytes === "string") return null;
  try {
    const { orientation = 1 } = await sharp(bytes).metadata();
    return orientation === 1 ? crop : null;
  } catch {
    return null;
  }
}

function hasText({ role, pieces }: WordParagraph): boolean {
  return !PHOTO_ROLES.has(role) && pieces.some(({ text }) => text.trim() !== "");
}

/** The pictures of a text, once it has been made into blocks. */
export async function wordPictures(
  { paragraphs }: WordText,
  blocks: readonly WordBlock[],
  read: WordPictures["read"],
): Promise<WordPictures> {
  const placed = new Map<BlockId, PlacedPicture>();
  const taken = new Set<WordPicturePlace>();
  for (const { block, picture } of blocks) {
    if (!picture || typeof picture.source === "string") continue;
    taken.add(picture);
    placed.set(block.id, { ...picture.source, crop: await uprightCrop(picture.source, read) });
  }
  const left = new Map<PictureLeftWhy, number>();
  for (const place of paragraphs.flatMap(({ pictures }) => pictures)) {
    if (taken.has(place)) continue;
    const why = typeof place.source === "string" ? place.source : "crowded";
    left.set(why, (left.get(why) ?? 0) + 1);
  }
  const ofText = new Set(paragraphs.filter(hasText).flatMap(({ pictures }) => pictures));
  const withPicture = blocks.filter(({ picture }) => picture !== null);
  const shown = new Set(withPicture.map(({ block }) => block.id));
  const inText = new Set(
    withPicture.flatMap(({ block, picture }) => (picture && ofText.has(picture) ? [block.id] : [])),
  );
  return { placed, shown, inText, left, read };
}
