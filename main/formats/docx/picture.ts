import { ImageRun, type IImageOptions } from "docx";
import sharp from "sharp";
import type { Crop, PhotoBlock, PrintSize } from "#shared/document/index.ts";
import type { PrintPicture } from "../story-format.ts";

/** The width between the margins of the manuscript page, in points. */
export const MANUSCRIPT_WIDTH_PT = 451;

const POINTS_PER_INCH = 72;
/** docx counts a picture's size in pixels at 96 to the inch. */
const PIXELS_PER_INCH = 96;
const JPEG_QUALITY = 92;
const WHOLE: Crop = { left: 0, top: 0, width: 1, height: 1 };

interface WordImage {
  readonly type: "jpg" | "png";
  readonly data: Uint8Array;
}

/** Word shows JPEG and PNG and heeds no orientation in them: anything else becomes an upright JPEG. */
async function wordImage(bytes: Uint8Array): Promise<WordImage> {
  const { format, orientation } = await sharp(bytes).metadata();
  const upright = orientation === undefined || orientation === 1;
  if (upright && format === "jpeg") return { type: "jpg", data: bytes };
  if (upright && format === "png") return { type: "png", data: bytes };
  return { type: "jpg", data: await sharp(bytes).autoOrient().jpeg({ quality: JPEG_QUALITY }).toBuffer() };
}

/**
 * The size at which a picture stands in the manuscript: the print size where the desk gave one,
 * else the size its pixels have at its resolution, made smaller where it is wider than the page.
 */
function wordSize(photo: PhotoBlock, picture: PrintPicture): PrintSize {
  if (photo.size) return photo.size;
  const crop = photo.crop ?? WHOLE;
  const widthPt = (picture.widthPx * crop.width * POINTS_PER_INCH) / picture.ppi;
  const heightPt = (picture.heightPx * crop.height * POINTS_PER_INCH) / picture.ppi;
  const scale = Math.min(1, MANUSCRIPT_WIDTH_PT / widthPt);
  return { widthPt: widthPt * scale, heightPt: heightPt * scale };
}

function wordCrop({ left, top, width, height }: Crop): NonNullable<IImageOptions["crop"]> {
  return {
    left: left * 100,
    top: top * 100,
    right: (1 - left - width) * 100,
    bottom: (1 - top - height) * 100,
  };
}

/** A picture inline at its print size, cropped as the desk cropped it. `number` counts the story's pictures from 1. */
export async function wordPicture(
  photo: PhotoBlock,
  picture: PrintPicture,
  number: number,
): Promise<ImageRun> {
  const { widthPt, heightPt } = wordSize(photo, picture);
  const name = picture.path.slice(picture.path.lastIndexOf("/") + 1);
  return new ImageRun({
    ...(await wordImage(await picture.bytes())),
    transformation: {
      width: (widthPt * PIXELS_PER_INCH) / POINTS_PER_INCH,
      height: (heightPt * PIXELS_PER_INCH) / POINTS_PER_INCH,
    },
    altText: { id: String(number), name, description: photo.alt },
    ...(photo.crop ? { crop: wordCrop(photo.crop) } : {}),
  });
}
