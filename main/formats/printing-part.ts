import type { Crop } from "#shared/document/index.ts";
import type { PrintPicture } from "./story-format.ts";

const WHOLE: Crop = { left: 0, top: 0, width: 1, height: 1 };

/** The smallest part of a width or height that a crop can mean. */
const LEAST_PART = 0.001;

/** The part of a picture's file that prints. A crop that leaves next to nothing can only be a slip: then all of it does. */
export function printingPart({ crop }: PrintPicture): Crop {
  return crop && Math.min(crop.width, crop.height) >= LEAST_PART ? crop : WHOLE;
}
