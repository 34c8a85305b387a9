import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp, { type Region, type Sharp } from "sharp";
import type { PictureChoice } from "#shared/contract/export-choices.ts";
import { runsText, type Crop, type PhotoBlock } from "#shared/document/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import type { PhotoFile } from "../photos/archive.ts";
import { isPictureType, PICTURE_EXTENSIONS } from "../photos/picture-file.ts";
import type { PictureTags } from "../photos/picture-tags.ts";
import { photoWords } from "#main/formats/losses.ts";
import { told, type Told } from "#shared/language/told.ts";

/** A picture made ready for the page, and what could not come along, as sentences. */
export interface ReadyPicture {
  readonly bytes: Uint8Array;
  /** With its dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ppi: number;
  /** The part that prints, where the file is not that part already. */
  readonly crop: Crop | null;
  readonly losses: readonly Told[];
}

/** For a picture whose size on the page nobody has set, in pixels per inch. */
const PRINT_PPI = 300;
/** What layout programs take a picture for that does not say, in pixels per inch. */
const UNSTATED_PPI = 72;
/** JFIF writes the resolution in 16 bits. */
const MAX_PPI = 65_535;
const POINTS_PER_INCH = 72;
const JPEG_QUALITY = 92;

function cropped(crop: Crop, widthPx: number, heightPx: number): Region {
  const left = Math.min(Math.round(crop.left * widthPx), widthPx - 1);
  const top = Math.min(Math.round(crop.top * heightPx), heightPx - 1);
  return {
    left,
    top,
    width: Math.max(1, Math.min(Math.round(crop.width * widthPx), widthPx - left)),
    height: Math.max(1, Math.min(Math.round(crop.height * heightPx), heightPx - top)),
  };
}

function printPpi(photo: PhotoBlock, widthPx: number): number {
  if (!photo.size) return PRINT_PPI;
  const ppi = Math.round(widthPx / (photo.size.widthPt / POINTS_PER_INCH));
  return Math.min(Math.max(ppi, 1), MAX_PPI);
}

/** ExifTool works on files: the words are written into a copy aside, so that a failure there costs nothing here. Whatever the archive's folder is called, the names aside are plain. */
async function withWords(
  picture: Uint8Array,
  original: Uint8Array,
  photo: PhotoBlock,
  tags: PictureTags,
): Promise<Result<Uint8Array, string>> {
  let aside: string | undefined;
  try {
    aside = await mkdtemp(join(tmpdir(), "stet-picture-"));
    const path = join(aside, "picture");
    const originalPath = join(aside, "original");
    await writeFile(path, picture);
    await writeFile(originalPath, original);
    const words = { caption: runsText(photo.caption), credit: runsText(photo.credit), alt: photo.alt };
    const written = await tags.write(path, words, originalPath);
    return written.ok ? ok(new Uint8Array(await readFile(path))) : written;
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  } finally {
    if (aside !== undefined) await rm(aside, { recursive: true, force: true });
  }
}

async function unchanged(bytes: Uint8Array, source: PhotoFile, photo: PhotoBlock): Promise<ReadyPicture> {
  const { autoOrient, density } = await sharp(bytes).metadata();
  return {
    bytes,
    extension: isPictureType(source.mediaType) ? PICTURE_EXTENSIONS[source.mediaType] : "",
    mediaType: source.mediaType,
    widthPx: autoOrient.width,
    heightPx: autoOrient.height,
    ppi: density ?? UNSTATED_PPI,
    crop: photo.crop,
    losses: photo.crop ? [told("pictureUncropped", { photo: photoWords(photo) })] : [],
  };
}

function encoded(picture: Sharp, choice: "jpeg" | "tiff"): Sharp {
  return choice === "tiff"
    ? picture.tiff({ compression: "lzw" })
    : picture.flatten({ background: "#ffffff" }).jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:4:4" });
}

async function converted(
  bytes: Uint8Array,
  photo: PhotoBlock,
  choice: "jpeg" | "tiff",
  tags: PictureTags,
): Promise<ReadyPicture> {
  const { autoOrient, hasAlpha, pages = 1 } = await sharp(bytes).metadata();
  const region = photo.crop ? cropped(photo.crop, autoOrient.width, autoOrient.height) : null;
  const ppi = printPpi(photo, region?.width ?? autoOrient.width);
  const upright = sharp(bytes).autoOrient();
  const rgb = (region ? upright.extract(region) : upright)
    .toColourspace("srgb")
    .withIccProfile("srgb")
    .withDensity(ppi);
  const { data, info } = await encoded(rgb, choice).toBuffer({ resolveWithObject: true });
  const name = photoWords(photo);
  const worded = await withWords(data, bytes, photo, tags);
  return {
    bytes: worded.ok ? worded.value : new Uint8Array(data),
    extension: choice === "jpeg" ? ".jpg" : ".tif",
    mediaType: choice === "jpeg" ? "image/jpeg" : "image/tiff",
    widthPx: info.width,
    heightPx: info.height,
    ppi,
    crop: null,
    losses: [
      ...(worded.ok ? [] : [told("pictureWordless", { photo: name, why: worded.error })]),
      ...(pages > 1 ? [told("pictureFirstPage", { photo: name, count: pages })] : []),
      ...(choice === "jpeg" && hasAlpha ? [told("pictureOpaque", { photo: name })] : []),
    ],
  };
}

/**
 * Makes a photo's picture ready for the page: upright, cropped as this use asks, sRGB with its
 * profile and a stated resolution, and carrying this use's caption and credit; or just as it came
 * for `original`. Gives the reason where there is no picture to give.
 */
export async function readyPicture(
  photo: PhotoBlock,
  source: PhotoFile,
  choice: PictureChoice,
  tags: PictureTags,
): Promise<Result<ReadyPicture, Told>> {
  const named = { photo: photoWords(photo) };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(source.path));
  } catch (error) {
    return failed(told("pictureUnreadable", { ...named, why: error instanceof Error ? error.message : "" }));
  }
  if (`sha256:${createHash("sha256").update(bytes).digest("hex")}` !== photo.asset) {
    return failed(told("pictureSpoilt", named));
  }
  try {
    return ok(
      choice === "original"
        ? await unchanged(bytes, source, photo)
        : await converted(bytes, photo, choice, tags),
    );
  } catch (error) {
    return failed(
      told("pictureNotConverted", { ...named, why: error instanceof Error ? error.message : String(error) }),
    );
  }
}
