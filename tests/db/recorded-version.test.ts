import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATABASE_VERSION } from "#main/core/db/migrations/index.ts";
import { recordVersion, RECORD_TABLE } from "#main/core/db/recorded-version.ts";
import {
  closedNewsroom,
  copyHome,
  damage,
  inNewsroom,
  openAndRead,
  timesMovedAside,
  type Original,
} from "#tests/support/damaged-newsroom.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { temporaryFolder } from "#tests/support/newsroom-desk.ts";

const USER_VERSION_AT = 60;

/** Turns one bit of what the header says of the version, counted from the lowest. */
function flipped(bytes: Buffer, bit: number): Buffer {
  const version = bytes.readUInt32BE(USER_VERSION_AT);
  bytes.writeUInt32BE((version ^ (2 ** bit)) >>> 0, USER_VERSION_AT);
  return bytes;
}

let original: Original;
beforeAll(async () => {
  original = await closedNewsroom();
});
afterAll(() => {
  original.remove();
});

describe("A bit that flips in the version of a newsroom", () => {
  it.each([0, 1, 3, 8, 14, 31])("loses nothing, and is told (bit %i)", async (bit) => {
    const home = copyHome(original);
    rmSync(inNewsroom(home, "backups"), { recursive: true, force: true });
    damage(home, "newsroom.db", (bytes) => flipped(bytes, bit));
    const opened = await openAndRead(home);
    expect(opened.refused).toBeNull();
    expect(opened.report?.why).toMatch(/version|which Stet wrote it/u);
    expect(opened.documents).toEqual(original.documents);
    expect(timesMovedAside(home)).toBe(1);
    const again = await openAndRead(home);
    expect(again.documents).toEqual(original.documents);
    expect(timesMovedAside(home)).toBe(1);
    rmSync(home, { recursive: true });
  });

  it.each([0, 6])("loses nothing of an older newsroom, which has no record (bit %i)", async (bit) => {
    const sound = temporaryFolder();
    goldenNewsroom(sound, 5);
    const { documents } = await openAndRead(sound);
    const home = temporaryFolder();
    goldenNewsroom(home, 5);
    damage(home, "newsroom.db", (bytes) => flipped(bytes, bit));
    const opened = await openAndRead(home);
    expect(opened.refused).toBeNull();
    expect(opened.documents).toEqual(documents);
  });

  it("is told in the record of the version as well", async () => {
    const home = copyHome(original);
    const sql = new Database(inNewsroom(home, "newsroom.db"));
    sql.exec(`UPDATE ${RECORD_TABLE} SET seal = seal + 1`);
    sql.close();
    const opened = await openAndRead(home);
    expect(opened.report?.why).toContain("its record of its version is not what was written");
    expect(opened.documents).toEqual(original.documents);
    rmSync(home, { recursive: true });
  });
});

describe("A newer Stet’s newsroom", () => {
  it.each([
    ["as it was written", (bytes: Buffer) => bytes],
    ["with a bit of its version flipped back", (bytes: Buffer) => flipped(bytes, 6)],
  ])("is refused and left as it is: %s", async (_how, change) => {
    const home = copyHome(original);
    const newer = DATABASE_VERSION | 64;
    const sql = new Database(inNewsroom(home, "newsroom.db"));
    sql.pragma(`user_version = ${String(newer)}`);
    recordVersion(sql, newer);
    sql.close();
    damage(home, "newsroom.db", change);
    const opened = await openAndRead(home);
    expect(opened.refused).toContain(`written by a newer Stet (database version ${String(newer)};`);
    expect(timesMovedAside(home)).toBe(0);
    rmSync(home, { recursive: true });
  });
});
