import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { AssetId, StoryDocument } from "#shared/document/index.ts";
import { driverLineSchema, type DriverLine } from "./driver-lines.ts";

/** What a core is told of the program that it runs in. */
export const ABILITIES = { host: "test", version: "0.0.0-crash" } as const;

/** Everything that one home must hold, over all the kills it went through. */
export interface Ledger {
  /** By story: what was acknowledged last, and what was sent after it. */
  readonly stories: Map<string, { version: number; document: StoryDocument; sent: StoryDocument | null }>;
  /** Revisions that were kept under a name, by id. */
  readonly kept: Map<string, StoryDocument>;
  readonly photos: Set<AssetId>;
  /** Photos of which the newsroom never had more than the description: an older one is kept without its archive. */
  readonly wanting: Set<AssetId>;
  /** The SHA-256 of every damaged database that was put in the place of the newsroom's: none may be deleted. */
  readonly damaged: Set<string>;
}

/** The ledger of an empty home. */
export function emptyLedger(): Ledger {
  return { stories: new Map(), kept: new Map(), photos: new Set(), wanting: new Set(), damaged: new Set() };
}

/** A file's hash, as 64 hex digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function note(ledger: Ledger, line: DriverLine): void {
  if (line.says === "photo") ledger.photos.add(line.asset);
  if (line.says === "kept") ledger.kept.set(line.revision, line.document);
  if (line.says === "saved") {
    ledger.stories.set(line.story, { version: line.version, document: line.document, sent: null });
  }
  if (line.says === "saving") {
    const known = ledger.stories.get(line.story);
    if (known) known.sent = line.document;
  }
}

/** Takes over what a driver noted, and gives how much was acknowledged; the kill may have come in the middle of its last line. */
export function readLedger(path: string, ledger: Ledger): number {
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(0, -1) : [];
  let acknowledged = 0;
  for (const text of lines) {
    const said: unknown = JSON.parse(text);
    const line = driverLineSchema.parse(said);
    note(ledger, line);
    if (line.says !== "saving") acknowledged += 1;
  }
  return acknowledged;
}
