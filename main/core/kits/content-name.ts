import { createHash } from "node:crypto";
import { canonicalJson, type DeskKit, type KitId } from "#shared/fit/kit/index.ts";

/** The SHA-256 of bytes, as a name. */
export function contentName(bytes: Uint8Array): KitId {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** A kit as it is hashed and stored: UTF-8 of its canonical JSON. */
export function kitBytes(kit: DeskKit): Uint8Array {
  return new TextEncoder().encode(canonicalJson(kit));
}

/**
 * The signature of a kit. The JSON holds the SHA-256 of every font and licence, so that it covers
 * their bytes too: change one and the kit has another signature.
 */
export function kitSignature(kit: DeskKit): KitId {
  return contentName(kitBytes(kit));
}
