import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { CmykProfile } from "#main/formats/proof-pdf/proof-story.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { told } from "#shared/language/told.ts";

/** ICC.1:2022, 7.2: the colour space at byte 16, the signature "acsp" at 36. */
function isCmyk(bytes: Uint8Array): boolean {
  const word = (at: number): string => Buffer.from(bytes.subarray(at, at + 4)).toString("latin1");
  return bytes.byteLength > 128 && word(36) === "acsp" && word(16) === "CMYK";
}

/** Reads a CMYK profile. Gives `not-found`, and `unsupported-file` for what is none. */
export async function readCmykProfile(path: string): Promise<Result<CmykProfile, Failure>> {
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch {
    return failed(failure("not-found", told("noProfile", { path }), path));
  }
  if (isCmyk(bytes)) return ok({ name, path, bytes });
  return failed(failure("unsupported-file", told("notCmyk", { name }), path));
}
