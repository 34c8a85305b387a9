import sharp from "sharp";
import type { PictureBox } from "#shared/fit/depth/index.ts";
import { printingPart } from "../printing-part.ts";
import type { PrintPicture } from "../story-format.ts";
import type { CmykProfile } from "./proof-story.ts";

const PROOF_PPI = 200;
const POINTS_PER_INCH = 72;
const JPEG_QUALITY = 88;

/**
 * The picture as a JPEG in the proportions of its box, cut evenly on both sides where they differ
 * from its own, and no larger than an office printer can show. With a profile it is CMYK.
 */
export async function proofPicture(
  picture: PrintPicture,
  { widthPt, heightPt }: PictureBox,
  profile: CmykProfile | null,
): Promise<Uint8Array> {
  const bytes = await picture.bytes();
  const { autoOrient } = await sharp(bytes).metadata();
  const { width, height } = autoOrient;
  const upright = sharp(bytes).autoOrient();
  const part = printingPart(picture);
  const left = Math.min(width - 1, Math.round(part.left * width));
  const top = Math.min(height - 1, Math.round(part.top * height));
  const size = {
    width: Math.max(1, Math.round((widthPt / POINTS_PER_INCH) * PROOF_PPI)),
    height: Math.max(1, Math.round((heightPt / POINTS_PER_INCH) * PROOF_PPI)),
  };
  const shaped = upright
    .extract({
      left,
      top,
      width: Math.max(1, Math.min(Math.round(part.width * width), width - left)),
      height: Math.max(1, Math.min(Math.round(part.height * height), height - top)),
    })
    .resize({ ...size, fit: "cover" })
    .flatten({ background: "#ffffff" });
  const coloured = profile
    ? shaped.toColourspace("cmyk").withIccProfile(profile.path)
    : shaped.toColourspace("srgb");
  return new Uint8Array(await coloured.jpeg({ quality: JPEG_QUALITY }).toBuffer());
}
