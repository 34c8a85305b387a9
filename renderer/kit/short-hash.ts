import type { KitId } from "#shared/fit/kit/kit.ts";

/** The first digits of a signature, enough to tell two versions of a kit apart. */
export function shortHash(id: KitId): string {
  return id.slice("sha256:".length, "sha256:".length + 8);
}
