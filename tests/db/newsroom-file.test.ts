import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { DATABASE_VERSION } from "#main/core/db/migrations/index.ts";
import { recordVersion } from "#main/core/db/recorded-version.ts";
import { openDatabase } from "#main/core/db/newsroom-db.ts";
import type { RecoveryReport } from "#shared/contract/index.ts";
import { headline, story } from "#shared/document/builders.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";

function databaseIn(home: string): string {
  return join(home, "newsroom", "newsroom.db");
}

/** A home whose newsroom holds one story and is closed. */
async function closedNewsroom(): Promise<string> {
  const home = temporaryFolder();
  const host = await openTestDesk(home);
  await newStory(host, story(headline("Kept")), { slug: "kept" });
  await host.close();
  return home;
}

/** Puts bytes where the database should be. */
function homeWith(bytes: Uint8Array | string): string {
  const home = temporaryFolder();
  mkdirSync(join(home, "newsroom"));
  writeFileSync(databaseIn(home), bytes);
  return home;
}

interface Attempt {
  readonly code: string;
  readonly trouble: string | null;
  /** The database has the very bytes that it had. */
  readonly isUntouched: boolean;
}

/** Tries to open the newsroom in a home. */
async function attempt(home: string): Promise<Attempt> {
  const before = readFileSync(databaseIn(home));
  const host = await openTestDesk(home);
  const { trouble } = must(await host.desk.host.info(null));
  const { code } = refusal(await host.desk.host.openNewsroom({ kind: "own" }));
  await host.close();
  return { code, trouble, isUntouched: readFileSync(databaseIn(home)).equals(before) };
}

/** Opens a damaged newsroom; gives its report and what is on the desk now. */
async function rebuilt(home: string): Promise<{ report: RecoveryReport; slugs: readonly string[] }> {
  const { desk } = await openTestDesk(home);
  const { report } = must(await desk.safety.recovery(null));
  if (!report) throw new Error("the newsroom was not rebuilt");
  const { stories } = must(await desk.stories.list({ limit: 10 }));
  return { report, slugs: stories.map(({ facts }) => facts.slug) };
}

function refused(code: string, ...words: readonly string[]): Attempt {
  return { code, trouble: expect.stringMatching(words.join(".*")), isUntouched: true };
}

describe("the newsroom's database", () => {
  it("is made where there is none, and is there again next time", async () => {
    const home = await closedNewsroom();
    const host = await openTestDesk(home);
    expect(must(await host.desk.host.info(null)).newsroom).toEqual({
      folder: join(home, "newsroom"),
      kind: "own",
      stories: 1,
    });
  });

  it("survives a power cut: a write-ahead log, and every commit waits for the disk", async () => {
    const folder = join(temporaryFolder(), "newsroom");
    const since = "2026-11-22T09:00:00Z";
    const db = await openDatabase(folder, { host: "test", pid: process.pid, since }, Date.parse(since));
    if (!db.ok) throw new Error(db.error.message);
    const { sql, close } = db.value;
    const setting = (name: string): unknown => sql.pragma(name, { simple: true });
    const FULL = 2;
    expect(setting("journal_mode")).toBe("wal");
    expect(setting("synchronous")).toBe(FULL);
    expect(setting("foreign_keys")).toBe(1);
    close();
  });

  it("is one file when it is closed: the log is moved into it", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("In the log")));
    expect(existsSync(`${databaseIn(home)}-wal`)).toBe(true);
    await host.close();
    expect(existsSync(`${databaseIn(home)}-wal`)).toBe(false);
  });

  it("is refused where a newer Stet wrote it, naming both versions, and stays as it is", async () => {
    const home = await closedNewsroom();
    const sql = new Database(databaseIn(home));
    sql.pragma(`user_version = ${String(DATABASE_VERSION + 7)}`);
    recordVersion(sql, DATABASE_VERSION + 7);
    sql.close();
    expect(await attempt(home)).toEqual(
      refused(
        "newer-version",
        databaseIn(home),
        `version ${String(DATABASE_VERSION + 7)};`,
        `up to ${String(DATABASE_VERSION)}`,
        "Nothing was touched",
      ),
    );
  });

  it("is refused where a newer Stet wrote it and was killed before it could tidy up", async () => {
    const home = await closedNewsroom();
    const newer = new Database(databaseIn(home));
    newer.pragma(`user_version = ${String(DATABASE_VERSION + 1)}`);
    recordVersion(newer, DATABASE_VERSION + 1);
    const cut = temporaryFolder();
    mkdirSync(dirname(databaseIn(cut)));
    for (const end of ["", "-wal"]) copyFileSync(`${databaseIn(home)}${end}`, `${databaseIn(cut)}${end}`);
    newer.close();
    expect(await attempt(cut)).toEqual(refused("newer-version", databaseIn(cut), "newer Stet"));
  });

  it("is refused where it is another program's", async () => {
    const home = homeWith("");
    const sql = new Database(databaseIn(home));
    sql.exec("CREATE TABLE recipe (name TEXT)");
    sql.close();
    expect(await attempt(home)).toEqual(refused("damaged", databaseIn(home), "another program's database"));
  });

  it.each([
    ["its version is gone", "PRAGMA user_version = 0", "does not say any more which Stet wrote it"],
    ["a table is missing", "DROP TABLE place", "lacks the table place"],
    ["the search index is missing", "DROP TABLE search", "lacks the table search"],
  ])("is rebuilt where %s, and the damaged one is kept", async (_what, statement, words) => {
    const home = await closedNewsroom();
    const sql = new Database(databaseIn(home));
    sql.exec(statement);
    sql.close();
    const damaged = readFileSync(databaseIn(home));
    const { report, slugs } = await rebuilt(home);
    expect(slugs).toEqual(["kept"]);
    expect(report.why).toContain(words);
    expect(readFileSync(join(report.damagedFolder, "newsroom.db"))).toEqual(damaged);
  });

  it("is not made anew where only its log is left: the backup takes its place, and the log is kept", async () => {
    const home = await closedNewsroom();
    rmSync(databaseIn(home));
    writeFileSync(`${databaseIn(home)}-wal`, "frames");
    const { report, slugs } = await rebuilt(home);
    expect(slugs).toEqual(["kept"]);
    expect(report.why).toContain("is gone, but its log is there");
    expect(readFileSync(join(report.damagedFolder, "newsroom.db-wal"), "utf8")).toBe("frames");
  });

  it("is moved aside, and not written over, where it is no database", async () => {
    const home = homeWith("Dear desk, here is my story.\n".repeat(20));
    const { report, slugs } = await rebuilt(home);
    expect(slugs).toEqual([]);
    expect(report.why).toContain("is not a database");
    expect(readFileSync(join(report.damagedFolder, "newsroom.db"), "utf8")).toContain("Dear desk");
    expect(readFileSync(join(report.damagedFolder, "text", "pieces.txt"), "utf8")).toContain("Dear desk");
  });

  it("is made whole or not at all: what a crash left of the last attempt is swept away", async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, "newsroom"));
    writeFileSync(join(home, "newsroom", "newsroom.db.new"), "half a database");
    const host = await openTestDesk(home);
    expect(must(await host.desk.host.info(null)).trouble).toBeNull();
    expect(existsSync(join(home, "newsroom", "newsroom.db.new"))).toBe(false);
  });
});
