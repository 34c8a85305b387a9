import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { PHOTO_MAX_BYTES } from "#shared/contract/limits.ts";
import { type PhotoAsset } from "#shared/contract/photos.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { jpegDamage } from "./jpeg-damage.ts";
import { told } from "#shared/language/told.ts";

export type PictureType = PhotoAsset["mediaType"];

/** A picture whose every pixel could be decoded. The size is upright, as the picture is shown. */
export interface SoundPicture {
  readonly mediaType: PictureType;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The picture types that Stet takes, with the end of their file names. */
export const PICTURE_EXTENSIONS: Readonly<Record<PictureType, string>> = {
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/tiff": ".tif",
  "image/webp": ".webp",
};

/** Tells the four picture types from any other media type. */
export function isPictureType(mediaType: string): mediaType is PictureType {
  return mediaType in PICTURE_EXTENSIONS;
}

/** TIFF 6.0, section 2: byte order and 42. Its directory often comes last, so that half a TIFF has none. */
const TIFF_STARTS = ["II*\0", "MM\0*"];

function unsupported(name: string, kind: { ext: string; mime: string } | undefined): Failure {
  const sentence = kind
    ? told("otherPicture", { name, type: kind.ext.toUpperCase(), mime: kind.mime })
    : told("noPicture", { name });
  return failure("unsupported-file", sentence, name);
}

/** Puts the decoder's terse complaint into words. */
function broken(name: string, bytes: number, error: unknown): Failure {
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  if (/exceeds pixel limit/i.test(reason)) {
    return failure("too-large", told("pixelsOver", { name }), name);
  }
  const sentence = /premature end|read error|truncated|unexpected end/i.test(reason)
    ? told("pictureCutShort", { name, bytes })
    : told("pictureBroken", { name, why: reason });
  return failure("broken-file", sentence, name);
}

/** Decodes a picture to its end. Shrinking keeps memory small; the decoder still has to read all of the file. */
async function decode(bytes: Uint8Array): Promise<void> {
  await sharp(bytes, { failOn: "truncated" }).resize({ width: 16 }).raw().toBuffer();
}

/**
 * What is damaged in a JPEG whose end is there; null where nothing is. Throws what ends the decoding of
 * any. A decoder that shrinks as it reads passes over damage; one that cuts something out does not shrink.
 */
async function damageOfJpeg(bytes: Uint8Array, width: number, height: number): Promise<string | null> {
  try {
    const all = { left: 0, top: 0, width, height };
    await sharp(bytes, { failOn: "warning" }).extract(all).resize({ width: 16 }).raw().toBuffer();
    return null;
  } catch (error) {
    const warning = error instanceof Error ? error.message : String(error);
    const damage = /premature end of JPEG image/iu.test(warning) ? null : jpegDamage(warning, bytes);
    if (damage === null) await decode(bytes);
    return damage;
  }
}

/**
 * Looks at a file that is meant to be a picture: its type by its content, whatever its name says,
 * and every pixel decoded, so that neither half a picture nor a damaged one is taken for a whole one. Gives
 * `empty-file`, `too-large`, `unsupported-file`, `broken-file`.
 */
export async function inspectPicture(
  name: string,
  bytes: Uint8Array,
): Promise<Result<SoundPicture, Failure>> {
  if (bytes.byteLength === 0) {
    return failed(failure("empty-file", told("emptyPicture", { name }), name));
  }
  if (bytes.byteLength > PHOTO_MAX_BYTES) {
    const sentence = told("largePicture", { name, bytes: bytes.byteLength, mostBytes: PHOTO_MAX_BYTES });
    return failed(failure("too-large", sentence, name));
  }
  const kind = await fileTypeFromBuffer(bytes);
  if (!kind && TIFF_STARTS.includes(Buffer.from(bytes.subarray(0, 4)).toString("latin1"))) {
    return failed(broken(name, bytes.byteLength, new Error("truncated")));
  }
  if (!kind || !isPictureType(kind.mime)) return failed(unsupported(name, kind));
  try {
    const { autoOrient, width, height } = await sharp(bytes, { failOn: "truncated" }).metadata();
    if (kind.mime === "image/jpeg") {
      const damage = await damageOfJpeg(bytes, width, height);
      if (damage !== null) {
        return failed(failure("broken-file", told("pictureDamaged", { name, why: damage }), name));
      }
    } else {
      await decode(bytes);
    }
    return ok({ mediaType: kind.mime, widthPx: autoOrient.width, heightPx: autoOrient.height });
  } catch (error) {
    return failed(broken(name, bytes.byteLength, error));
  }
}
