import type { TextLength } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";

/** Minutes to read: `under 1 min`, `4 min`. */
export function minutesText(minutes: number): string {
  const { length } = words().view;
  if (minutes === 0) return length.noTime;
  return minutes < 0.75 ? length.underMinute : length.minutes({ minutes: Math.round(minutes) });
}

/** The estimates of a length: `about 66 lines, 2 min`; lines only where there are any. */
export function estimateText({ lines, minutes }: Pick<TextLength, "lines" | "minutes">): string {
  return words().view.length.estimate({ lines, read: minutesText(minutes) });
}
