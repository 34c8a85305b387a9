import { crc32 } from "node:zlib";
import type { Database } from "better-sqlite3";

/** Stands where text was written before there were seals, or by another hand: it is believed. */
export const NO_SEAL = -1;

/**
 * The seal of a text: the CRC-32 of its UTF-8 (ISO 3309, as in zlib), from 0 to 2³² − 1. SQLite keeps
 * no checksums of its pages; a bit that flips on the disk, inside a word, shows by this alone.
 */
export function sealOf(text: string): number {
  return crc32(text);
}

/** True where a text is what was sealed, or where nobody sealed it. */
export function isAsSealed(text: string, seal: unknown): boolean {
  return typeof seal !== "number" || seal === NO_SEAL || seal === sealOf(text);
}

/** Makes `sealOf` known to SQL as `stet_seal(text)`. */
export function teachSeals(sql: Database): void {
  sql.function("stet_seal", { deterministic: true }, (text: unknown) => sealOf(String(text)));
}
