import { words } from "#shared/language/index.ts";

const UNITS = ["KB", "MB", "GB", "TB"] as const;
const STEP = 1000;
/** Below this a size of its unit is said with one place behind the point; kilobytes are whole. */
const PLACES_BELOW = 100;

/** A size as a person says it: `812 B`, `14 KB`, `2.1 MB`, `212 GB`. */
export function fileSize(bytes: number): string {
  if (bytes < STEP) return `${String(bytes)} B`;
  let size = bytes / STEP;
  let at = 0;
  while (Math.round(size) >= STEP && at < UNITS.length - 1) {
    size /= STEP;
    at += 1;
  }
  return `${at === 0 || size >= PLACES_BELOW ? String(Math.round(size)) : words().forms.decimal(size, 1)} ${UNITS[at] ?? ""}`;
}
