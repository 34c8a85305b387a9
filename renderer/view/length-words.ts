import { counted } from "#renderer/app/length.ts";
import type { TextLength } from "#shared/document/index.ts";

/** Minutes to read: `under 1 min`, `4 min`. */
export function minutesText(minutes: number): string {
  if (minutes === 0) return "0 min";
  return minutes < 0.75 ? "under 1 min" : `${Math.round(minutes)} min`;
}

/** The estimates of a length: `about 66 lines, 2 min`; lines only where there are any. */
export function estimateText({ lines, minutes }: Pick<TextLength, "lines" | "minutes">): string {
  const read = minutesText(minutes);
  return lines === 0 ? read : `about ${counted(lines, "line")}, ${read}`;
}
