import { createHash } from "node:crypto";
import type { RevisionCause, RevisionId } from "#shared/contract/revisions.ts";

/** How a revision came about. */
export interface RevisionOccasion {
  readonly branch: string | null;
  readonly version: number;
  readonly author: string;
  readonly atMs: number;
  readonly cause: RevisionCause;
  readonly name: string | null;
}

/** Everything that a revision says, by which it is named. Hashes are lower-case hex. */
export interface RevisionContent extends RevisionOccasion {
  readonly story: string;
  readonly text: string;
  readonly facts: string;
  readonly parents: readonly RevisionId[];
}

/** The SHA-256 of a text in UTF-8. */
export function sha256Of(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}

/** The hash of a whole text, from the hashes of its blocks in their order and of its notes. */
export function textHash(schema: number, blocks: readonly Buffer[], notes: Buffer | null): Buffer {
  const hex = blocks.map((hash) => hash.toString("hex"));
  return sha256Of(JSON.stringify(["stet text 1", schema, hex, notes?.toString("hex") ?? null]));
}

/** The id of a revision: the SHA-256 of its content in one canonical form, a JSON array in this order. */
export function revisionId(content: RevisionContent): RevisionId {
  const { story, text, facts, parents, branch, version, author, atMs, cause, name } = content;
  const form = ["stet revision 1", story, text, facts, parents, branch, version, author, atMs, cause, name];
  return sha256Of(JSON.stringify(form)).toString("hex");
}
