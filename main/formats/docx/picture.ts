import { ImageRun, type IImageOptions } from "docx";
import sharp from "sharp";
import type { Crop, PhotoBlock, PrintSize } from "#shared/document/index.ts";
import { printingPart } from "../printing-part.ts";
import type { PrintPicture } from "../story-format.ts";

/** The width between the margins of the manuscript page, in points. */
const MANUSCRIPT_WIDTH_PT = 451;

const POINTS_PER_INCH = 72;
/** docx counts a picture's size in pixels at 96 to the inch. */
const PIXELS_PER_INCH = 96;
const JPEG_QUALITY = 92;

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

/** The size of a part of the picture at its own resolution, made smaller where it is wider than the page. */
function naturalSize(part: Crop, { widthPx, heightPx, ppi }: PrintPicture): PrintSize {
  const widthPt = (widthPx * part.width * POINTS_PER_INCH) / ppi;
  const heightPt = (heightPx * part.height * POINTS_PER_INCH) / ppi;
  const scale = Math.min(1, MANUSCRIPT_WIDTH_PT / widthPt);
  return { widthPt: widthPt * scale, heightPt: heightPt * scale };
}

/** The middle of a part that has the shape of its frame: Word would stretch any other. */
function shapedTo(frame: PrintSize, part: Crop, { widthPx, heightPx }: PrintPicture): Crop {
  const partShape = (widthPx * part.width) / (heightPx * part.height);
  const tooWide = partShape / (frame.widthPt / frame.heightPt);
  const width = part.width / Math.max(1, tooWide);
  const height = part.height * Math.min(1, tooWide);
  return {
    left: part.left + (part.width - width) / 2,
    top: part.top + (part.height - height) / 2,
    width,
    height,
  };
}

/** Per cent, to a thousandth; a crop that reaches over the edge leaves out nothing there, and none more than all. */
function leftOut(fraction: number): number {
  return Math.round(Math.min(1, Math.max(0, fraction)) * 100_000) / 1000;
}

function wordCrop({ left, top, width, height }: Crop): NonNullable<IImageOptions["crop"]> {
  return {
    left: leftOut(left),
    top: leftOut(top),
    right: leftOut(1 - left - width),
    bottom: leftOut(1 - top - height),
  };
}

/**
 * A picture inline at its print size, cropped as the desk cropped it; one without a print size is
 * as large as its file says, within the width of the page. `number` counts the story's pictures from 1.
 */
export async function wordPicture(
  photo: PhotoBlock,
  picture: PrintPicture,
  number: number,
): Promise<ImageRun> {
  const part = printingPart(picture);
  const frame = photo.size ?? naturalSize(part, picture);
  return new ImageRun({
    ...(await wordImage(await picture.bytes())),
    transformation: {
      width: (frame.widthPt * PIXELS_PER_INCH) / POINTS_PER_INCH,
      height: (frame.heightPt * PIXELS_PER_INCH) / POINTS_PER_INCH,
    },
    altText: {
      id: String(number),
      name: picture.path.slice(picture.path.lastIndexOf("/") + 1),
      description: photo.alt,
    },
    crop: wordCrop(shapedTo(frame, part, picture)),
  });
}
