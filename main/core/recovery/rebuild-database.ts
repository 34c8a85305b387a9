import { copyFileSync, mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import SqliteDatabase, { type Database } from "better-sqlite3";
import type { RecoveredStory } from "#shared/contract/safety.ts";
import { told, type Told } from "#shared/language/told.ts";
import { APPLICATION_ID } from "../db/database-file.ts";
import { migrate, versionOf } from "../db/migration.ts";
import { DATABASE_VERSION, MIGRATIONS } from "../db/migrations/index.ts";
import { storyListLine } from "../stories/list-line.ts";
import { storyTable } from "../stories/story-table.ts";
import { openPages, pageSizeOf, type DatabasePages } from "./database-pages.ts";
import { fillNewsroom } from "./fill-newsroom.ts";
import { liftRows, type LiftedRows } from "./lift-rows.ts";
import { lostLogPages, readDatabaseLog } from "./log-frames.ts";
import { inWords } from "./recovery-report.ts";
import { readablePieces } from "./readable-text.ts";
import type { SalvageSource } from "./salvage-source.ts";
import { versionInPages } from "./version-in-pages.ts";
import { shapesAtVersion, shapesOf } from "./table-shapes.ts";

/** What there is to rebuild a database from. */
export interface RebuildFrom {
  /** The damaged file, with its log beside it if it has one; null where it is gone. */
  readonly damaged: string | null;
  /** A sound backup, and when it was made, in words. */
  readonly backup: { readonly path: string; readonly madeAt: string } | null;
}

/** A new database, and how it compares with what was there. */
export interface Rebuilt {
  readonly stories: readonly RecoveredStory[];
  /** A sentence each. */
  readonly losses: readonly Told[];
  /** Readable words of pages that no rows could be made of; empty for none. */
  readonly pieces: string;
}

function tell(lifted: LiftedRows): readonly Told[] {
  const { pages, unreadPages, brokenRows } = lifted;
  return [
    ...(unreadPages.length > 0 ? [told("pagesUnread", { count: unreadPages.length, all: pages })] : []),
    ...(brokenRows > 0 ? [told("rowsUnread", { count: brokenRows })] : []),
  ];
}

function tellOfLog(lost: number, newestMs: number): readonly Told[] {
  if (lost === 0) return [];
  return [told("logLost", { count: lost, newestIfAny: newestMs > 0 ? inWords(newestMs) : null })];
}

/** When the newest change was saved that any source knows of; 0 where none does. */
function newestChange(sources: readonly SalvageSource[]): number {
  const times = sources.map(({ sql }) =>
    Number(sql.prepare("SELECT max(updated_at_ms) FROM story").pluck().get() ?? 0),
  );
  return Math.max(0, ...times);
}

/** Reads the damaged file in every way that promises something: with all of its log that can be read, and as SQLite would have it. */
function readDamaged(
  path: string,
  scratch: string,
): {
  readonly views: readonly DatabasePages[];
  readonly lift: (version: number) => readonly LiftedRows[];
  readonly version: number | null;
  readonly lostLogPages: number;
} {
  const log = readDatabaseLog(`${path}-wal`, pageSizeOf(path));
  const views = [openPages(path, log)];
  if (log && log.taken < log.frames.length) views.push(openPages(path, log, log.taken));
  const [first] = views;
  return {
    views,
    version: first ? (versionInPages(first).recorded ?? null) : null,
    lostLogPages: lostLogPages(path, log),
    lift: (version) =>
      views.map((pages, at) =>
        liftRows(pages, shapesAtVersion(version), join(scratch, `lifted-${String(at)}.db`)),
      ),
  };
}

function openBackup(path: string, scratch: string): Database {
  const copy = join(scratch, "backup.db");
  copyFileSync(path, copy);
  return new SqliteDatabase(copy);
}

/** Brings a database to a version, where it stands before that. */
function bringTo(sql: Database, version: number): void {
  migrate(
    sql,
    MIGRATIONS.filter((migration) => migration.version <= version),
  );
}

function known(version: number): number {
  return Math.min(version, DATABASE_VERSION);
}

/** Reads the line of the desk list anew for stories that were put together from pieces. */
function setLines(sql: Database, seqs: readonly number[]): void {
  const table = storyTable(sql);
  const setLine = sql.prepare<[string, number]>("UPDATE story SET headline = ? WHERE seq = ?");
  for (const seq of seqs) setLine.run(storyListLine(table, seq, table.frame(seq).order), seq);
}

/**
 * Makes a new database at `into` from what can be read of a damaged one and from a backup. Neither
 * is changed. `scratch` is a folder for work in progress, made here; the caller removes it. Throws
 * what the disk says, and then leaves half a file at `into`.
 */
export async function rebuildDatabase(into: string, scratch: string, from: RebuildFrom): Promise<Rebuilt> {
  mkdirSync(scratch, { recursive: true });
  const opened: { close: () => unknown }[] = [];
  try {
    const damaged = from.damaged === null ? null : readDamaged(from.damaged, scratch);
    opened.push(...(damaged?.views ?? []));
    const backup = from.backup === null ? null : openBackup(from.backup.path, scratch);
    if (backup) opened.push(backup);
    // Where the file has no record of its version that can be believed, rows are taken for those of this one: older rows are shorter and fit as well.
    const versionInFile = damaged && (damaged.version ?? DATABASE_VERSION);
    const version = Math.max(
      known(versionInFile ?? 0),
      backup ? versionOf(backup) : 0,
      versionInFile === null && !backup ? DATABASE_VERSION : 1,
    );
    const lifted = damaged?.lift(version) ?? [];
    opened.push(...lifted.map(({ sql }) => sql));
    const sources: SalvageSource[] = lifted.map(({ sql, shapes }) => ({
      backupOf: null,
      sql,
      shapes,
      isLifted: true,
    }));
    if (backup && from.backup) {
      bringTo(backup, version);
      sources.push({ backupOf: from.backup.madeAt, sql: backup, shapes: shapesOf(backup), isLifted: false });
    }

    const sql = new SqliteDatabase(into);
    opened.push(sql);
    sql.pragma("foreign_keys = OFF");
    sql.pragma(`application_id = ${String(APPLICATION_ID)}`);
    bringTo(sql, version);
    const lost = damaged?.lostLogPages ?? 0;
    const filled = sql.transaction(() => fillNewsroom(sql, sources, lost > 0))();
    migrate(sql, MIGRATIONS);
    setLines(sql, filled.putTogether);
    sql.pragma("journal_mode = WAL");
    sql.close();
    const handle = await open(into, "r+");
    await handle.sync();
    await handle.close();

    const newest = newestChange(sources);
    const [first] = lifted;
    const [view] = damaged?.views ?? [];
    return {
      stories: filled.stories,
      losses: [...(first ? tell(first) : []), ...tellOfLog(lost, newest), ...filled.losses],
      pieces: first && view ? readablePieces(view, first.unreadPages) : "",
    };
  } finally {
    for (const each of opened) each.close();
  }
}
