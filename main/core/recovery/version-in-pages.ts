import { RECORD_TABLE, sealedVersion, type RecordedVersion } from "../db/recorded-version.ts";
import type { DatabasePages } from "./database-pages.ts";
import { readRoots, walkTree, type Walk } from "./lift-rows.ts";

/** What the pages of a newsroom say of its version without SQLite, which may not open them. */
export interface VersionInPages {
  /** The record of the version: see `recorded-version.ts`. */
  readonly recorded: RecordedVersion;
  /** False where not even the names of its tables can be read: then nothing follows from there being no record. */
  readonly isReadable: boolean;
}

/** Reads the record of the version from a newsroom's pages. */
export function versionInPages(pages: DatabasePages): VersionInPages {
  const walk: Walk = { visited: new Set(), unreadPages: new Set(), brokenRows: 0 };
  const roots = readRoots(pages, walk);
  const isReadable = roots.has("table story") && walk.brokenRows === 0 && walk.unreadPages.size === 0;
  const root = roots.get(`table ${RECORD_TABLE}`);
  if (root === undefined) return { recorded: undefined, isReadable };
  const [row] = walkTree(pages, root, walk, true);
  const [, version, seal] = row?.values ?? [];
  return { recorded: sealedVersion(version, seal), isReadable };
}
