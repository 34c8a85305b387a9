import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const FIXTURES = join(import.meta.dirname, "../db/fixtures");

/** The versions of the database of which a newsroom is kept. */
export const GOLDEN_VERSIONS = [1, 2, 3, 4, 5, 6, 7] as const;
export type GoldenVersion = (typeof GOLDEN_VERSIONS)[number];

/**
 * Puts a copy of a newsroom that an earlier Stet made into a home, as the person's own, and gives
 * the path of its database. How each was made stands in `make-newsroom-v….ts` beside it.
 */
export function goldenNewsroom(home: string, version: GoldenVersion): string {
  const folder = join(home, "newsroom");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "newsroom.db");
  copyFileSync(join(FIXTURES, `newsroom-v${String(version)}.db`), path);
  return path;
}
