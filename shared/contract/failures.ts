import type { CallFailure, Sayable } from "#shared/rpc/contract-types.ts";

/**
 * Every reason that Stet's services give for not doing what was asked, beside the carrier's own
 * (`invalid`, `cancelled`, `unavailable`, `internal`). Closed: a new reason is a new line here.
 */
export const FAILURE_CODES = [
  /** No newsroom is open yet: the person has not chosen one. */
  "no-newsroom",
  /** Another Stet has this newsroom open. */
  "newsroom-in-use",
  /** A newer Stet wrote this newsroom or this story. */
  "newer-version",
  /** The database is damaged or is not a newsroom. */
  "damaged",
  /** There is no such story, photo, source or folder. */
  "not-found",
  /** Somebody else saved the story since the caller read it; nothing was overwritten. */
  "conflict",
  /** The story lies in the bin: it can be looked at, but not written to. */
  "binned",
  /** TKs are left in the story: it is not ready, unless the person says so all the same. `about` is the block with the first. */
  "placeholders-left",
  /** Changes or queries are open in the story: it is not ready, unless the person says so all the same. `about` is the block with the first. */
  "matters-open",
  /** The disk is full; nothing was half written. */
  "disk-full",
  /** The folder or file cannot be written to. */
  "not-writable",
  /** The file is empty. */
  "empty-file",
  /** The file is larger than Stet takes. */
  "too-large",
  /** The file is not of a kind that Stet reads. */
  "unsupported-file",
  /** The file is of a kind that Stet reads, but is broken. */
  "broken-file",
  /** This host cannot do that (a browser has no folder dialog). */
  "not-here",
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Why a service did not do what was asked. */
export type Failure = CallFailure<FailureCode>;

/**
 * Makes a failure: a code, a sentence for the person, and what it is about (a file, a folder, a story).
 * A sentence that is `told` can be said in every language of the interface; a string stays as it is.
 */
export function failure(code: Failure["code"], sentence: string | Sayable, about?: string): Failure {
  const said = typeof sentence === "string" ? { message: sentence } : sentence;
  return about === undefined ? { code, ...said } : { code, ...said, about };
}
