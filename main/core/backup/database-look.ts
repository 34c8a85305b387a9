import SqliteDatabase, { type Database } from "better-sqlite3";
import { amount } from "#shared/newsroom/index.ts";
import { areFacts } from "../stories/story-row.ts";
import { versionOf } from "../db/migration.ts";
import { seals } from "../db/migrations/0005-seals.ts";
import { missingPart } from "../db/missing-part.ts";
import { recordedVersion } from "../db/recorded-version.ts";
import { NO_SEAL, teachSeals } from "../db/seal.ts";

/** How much a newsroom's database holds. */
export interface DatabaseContent {
  readonly stories: number;
  readonly blocks: number;
}

/** What a look through a database file found. */
export interface DatabaseLook {
  /** What SQLite found wrong, in its words; none in a sound file. */
  readonly problems: readonly string[];
  readonly applicationId: number;
  readonly version: number;
  /** Nothing is counted where only the parts were looked at. */
  readonly content: DatabaseContent;
  /** Rows that name a story or another row that is not there; counted by a full look only. */
  readonly strayRows: number;
}

/**
 * `parts`: only that no table is missing, at once. `quick`: every page and row is read. `full`:
 * indexes are compared with their tables as well, and rows with what they name.
 */
export type Depth = "parts" | "quick" | "full";

/** So many problems tell as much as thousands would. */
const MOST_PROBLEMS = 50;

const CHECKS = { quick: "quick_check", full: "integrity_check" } as const;

/** Counts the stories and blocks of a newsroom. */
export function contentOf(sql: Database): DatabaseContent {
  const count = (table: "story" | "block"): number =>
    Number(sql.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get());
  return { stories: count("story"), blocks: count("block") };
}

/** Text that is not what was written, or is no JSON any more: SQLite's own checks do not look into what text says. */
function spoiltText(sql: Database): readonly string[] {
  teachSeals(sql);
  const isSealed = versionOf(sql) >= seals.version;
  const broken = (table: string, column: string, seal: string | null): readonly string[] => {
    const isSpoilt = `NOT json_valid(${column})${seal !== null && isSealed ? ` OR ${seal} NOT IN (${String(NO_SEAL)}, stet_seal(${column}))` : ""}`;
    const rows = sql.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE ${isSpoilt}`).pluck().get();
    return rows === 0
      ? []
      : [`${amount(rows ?? 0, "row")} of ${table} with text that is not what was written`];
  };
  const facts = sql
    .prepare<[], { readonly facts: string; readonly seal: number }>(
      `SELECT facts, ${isSealed ? "facts_seal" : String(NO_SEAL)} AS seal FROM story`,
    )
    .all();
  const spoilt = facts.filter(({ facts: json, seal }) => !areFacts(json, seal)).length;
  return [
    ...(spoilt > 0 ? [`${amount(spoilt, "row")} of story with facts that are not what was written`] : []),
    ...broken("story_frame", "block_order", null),
    ...broken("block", "json", "seal"),
  ];
}

function linesOf(found: unknown): readonly string[] {
  if (!Array.isArray(found)) return [];
  return found
    .map((row: unknown) => String(typeof row === "object" && row !== null ? Object.values(row)[0] : row))
    .filter((line) => line !== "ok");
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/**
 * Reads a database file from end to end without changing it. What makes it unreadable is among the
 * problems; an error that says nothing about the file (no such file, no right to read it) is thrown.
 */
export function lookThrough(path: string, depth: Depth): DatabaseLook {
  const problems: string[] = [];
  let content: DatabaseContent = { stories: 0, blocks: 0 };
  let applicationId = 0;
  let version = 0;
  let strayRows = 0;
  const sql = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
  try {
    applicationId = Number(sql.pragma("application_id", { simple: true }));
    version = Number(sql.pragma("user_version", { simple: true }));
    const missing = missingPart(sql, version);
    if (missing !== null) problems.push(`it lacks the ${missing}`);
    const recorded = recordedVersion(sql);
    if (recorded !== undefined && recorded !== version)
      problems.push("its record of its version is not what was written");
    if (depth !== "parts") {
      problems.push(...linesOf(sql.pragma(`${CHECKS[depth]}(${String(MOST_PROBLEMS)})`)));
      content = contentOf(sql);
      problems.push(...spoiltText(sql));
    }
    if (depth === "full") strayRows = linesOf(sql.pragma("foreign_key_check")).length;
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(codeOf(error))) throw error;
    problems.push(`it cannot be read through (${error instanceof Error ? error.message : ""})`);
  } finally {
    sql.close();
  }
  return { problems, applicationId, version, content, strayRows };
}
