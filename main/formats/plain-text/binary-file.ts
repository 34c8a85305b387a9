import { fileTypeFromBuffer } from "file-type";
import type { LikeFile } from "#shared/language/english/told/intake.ts";

const BEGINNING_BYTES = 64 * 1024;
/** Shares of the bytes. */
const MOST_CONTROLS = 0.05;
const FEW_CONTROLS = 0.005;
const LEAST_CONTROLS = 8;

/** Documents that may be all letters to a computer and are still no text to read. */
const WRITTEN_FOR_PROGRAMS: ReadonlySet<string> = new Set(["pdf", "rtf", "ps", "eps"]);

/** How many bytes are control codes that a text has few of. */
function countControls(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) {
    const isControl = byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) || byte === 0x7f;
    if (isControl) controls += 1;
  }
  return controls;
}

async function recognised(bytes: Uint8Array): Promise<{ ext: string; mime: string } | null> {
  try {
    return (await fileTypeFromBuffer(bytes)) ?? null;
  } catch {
    // A file cut short within its own header: it stays without a name.
    return null;
  }
}

/**
 * Says what bytes are that are no text: a file of a kind that is known by how it begins, or binary
 * data. Null where they may be text; UTF-16 must be told apart before.
 * Control characters alone do not make a file binary: agency messages hold a few.
 */
export async function whatInstead(bytes: Uint8Array): Promise<LikeFile | "binary" | null> {
  const beginning = bytes.subarray(0, BEGINNING_BYTES);
  const controls = countControls(beginning);
  const share = controls / beginning.length;
  const type = await recognised(beginning);
  if (type !== null && (share > FEW_CONTROLS || WRITTEN_FOR_PROGRAMS.has(type.ext))) {
    return { extension: type.ext, family: type.mime.split("/")[0] ?? "" };
  }
  // However short the file: a wire message holds separators, but no text holds one zero after the other.
  const zeros = beginning.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  const isBinary =
    controls > LEAST_CONTROLS ? share > MOST_CONTROLS : zeros > 1 && zeros / beginning.length > MOST_CONTROLS;
  return isBinary ? "binary" : null;
}
