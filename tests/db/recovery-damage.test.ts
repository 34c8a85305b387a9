import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import SqliteDatabase from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  closedNewsroom,
  copyHome,
  damage,
  FRAME_BYTES,
  inNewsroom,
  killedNewsroom,
  LOG_HEADER_BYTES,
  openAndRead,
  PAGE_BYTES,
  timesMovedAside,
  type Opened,
  type Original,
} from "#tests/support/damaged-newsroom.ts";
import { seeded } from "#tests/support/invented-copy.ts";
import { openTestDesk } from "#tests/support/newsroom-desk.ts";

const SAVES = 3;
/** Every page is tried by `npm run test:crash`; otherwise so many, spread evenly, the first and the last among them. */
const IS_LONG_RUN = process.env["STET_EVERY_PAGE"] === "1";
const PAGES_OF_SHORT_RUN = 12;
/** A newsroom of this size is not read through at each start. */
const LARGE_BYTES = 5_000_000;
const PATIENCE = { timeout: IS_LONG_RUN ? 600_000 : 60_000 };
let closed: Original;
let killed: Original;

beforeAll(async () => {
  [closed, killed] = [await closedNewsroom(), await killedNewsroom(SAVES)];
});

afterAll(() => {
  closed.remove();
  killed.remove();
});

/** What a damage did, beside how the newsroom opened. */
interface Damaged extends Opened {
  readonly at: number;
  /** Stories that are exactly as they were saved last. */
  readonly same: number;
  readonly stories: number;
}

/**
 * Does one damage to a copy, opens it again and again, and checks what must be true of every damage.
 * One that shows only in a story that cannot be read is mended at the next opening: that one counts.
 */
async function opening(
  original: Original,
  at: number,
  file: string,
  change: (bytes: Buffer) => Uint8Array,
  withBackups = true,
): Promise<Damaged> {
  const home = copyHome(original);
  const page = `page ${String(at)}`;
  try {
    if (!withBackups) rmSync(inNewsroom(home, "backups"), { recursive: true });
    const bytes = damage(home, file, change);
    let opened = await openAndRead(home);
    expect(opened.refused, page).toBeNull();
    const isLate = [...opened.documents.values()].includes(null);
    if (isLate) opened = await openAndRead(home);
    const times = opened.report ? 1 : 0;
    expect(timesMovedAside(home), page).toBe(times);
    const aside = opened.report?.damagedFolder ?? inNewsroom(home);
    // Where it shows late, work went on in the damaged file until then.
    const isKept = opened.report === null || isLate || readFileSync(join(aside, file)).equals(bytes);
    expect(isKept, `${page} is kept`).toBe(true);
    expect(existsSync(join(aside, "recovery-report.txt"))).toBe(opened.report !== null);
    const again = await openAndRead(home);
    expect(again.refused, `${page}, opened again`).toBeNull();
    expect(timesMovedAside(home), `${page}, opened again`).toBe(times);
    const same = [...original.documents].filter(([id, document]) =>
      isDeepStrictEqual(again.documents.get(id) ?? null, document),
    ).length;
    return { ...opened, at, same, stories: original.documents.size };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The pages that are tried, of so many. */
function tried(pages: number): readonly number[] {
  const count = IS_LONG_RUN ? pages : Math.min(pages, PAGES_OF_SHORT_RUN);
  return Array.from({ length: count }, (_, at) => Math.round((at * (pages - 1)) / (count - 1)));
}

/** Pages of the closed newsroom's database. */
function databasePages(): readonly number[] {
  return tried(readFileSync(inNewsroom(closed.home, "newsroom.db")).length / PAGE_BYTES);
}

/** Pages of the killed newsroom's log. */
function logPages(): readonly number[] {
  const bytes = readFileSync(inNewsroom(killed.home, "newsroom.db-wal")).length - LOG_HEADER_BYTES;
  return tried(bytes / FRAME_BYTES);
}

/** A cut comes at the start of every other page, and somewhere within the others. */
function withinPage(page: number): number {
  return page % 2 === 0 ? 0 : (page * 977) % PAGE_BYTES;
}

function flipBit(bytes: Buffer, from: number, length: number, random: () => number): Buffer {
  const at = from + Math.floor(random() * length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
  return bytes;
}

/** Where the id of a story ends in the index of the stories: there no facts follow it, as they do in the table. */
function inIndex(bytes: Buffer, id: string): number {
  const sign = Buffer.from(id);
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + 1)) {
    const end = at + sign.length;
    if (bytes.toString("latin1", end, end + 1) !== "{") return end - 1;
  }
  throw new Error(`no index leads to ${id}`);
}

/** A loss is told: by story, or by what could not be read. */
function isTold({ report, same, stories }: Damaged): boolean {
  return same === stories || (report !== null && report.stories.length + report.losses.length > 0);
}

describe("a page of the database that is gone", () => {
  it("is made good from the backup, whichever it is", PATIENCE, async () => {
    for (const page of databasePages()) {
      const wiped = await opening(closed, page, "newsroom.db", (bytes) =>
        bytes.fill(0, page * PAGE_BYTES, (page + 1) * PAGE_BYTES),
      );
      expect(wiped.same, `page ${String(page)}`).toBe(wiped.stories);
      expect(wiped.report?.why, `page ${String(page)}`).toContain("newsroom.db");
    }
  });

  it("costs what was on it and no more where there is no backup", PATIENCE, async () => {
    const whole: number[] = [];
    for (const page of databasePages()) {
      const wiped = await opening(
        closed,
        page,
        "newsroom.db",
        (bytes) => bytes.fill(0xff, page * PAGE_BYTES, (page + 1) * PAGE_BYTES),
        false,
      );
      expect(wiped.documents.size, `page ${String(page)}`).toBe(wiped.stories);
      expect([...wiped.documents.values()], `page ${String(page)}`).not.toContain(null);
      expect(isTold(wiped), `page ${String(page)}`).toBe(true);
      expect(wiped.report?.textFolder).not.toBeNull();
      if (wiped.same === wiped.stories) whole.push(page);
    }
    // Of most pages nothing is lost: they hold indexes, the search index, revisions, or lead to others.
    expect(whole.length).toBeGreaterThan(databasePages().length / 2);
  });
});

describe("a database that is cut short", () => {
  it("is made good from the backup, wherever the cut is", PATIENCE, async () => {
    for (const page of databasePages()) {
      const end = page * PAGE_BYTES + withinPage(page);
      const cut = await opening(closed, page, "newsroom.db", (bytes) => bytes.subarray(0, end));
      expect(cut.same, `page ${String(page)}`).toBe(cut.stories);
      expect(cut.report?.why, `page ${String(page)}`).toMatch(/cut short|is empty/);
    }
  });

  it("gives what stands before the cut where there is no backup", PATIENCE, async () => {
    const pages = databasePages();
    const late = pages.slice(-4);
    for (const page of late) {
      const cut = await opening(
        closed,
        page,
        "newsroom.db",
        (bytes) => bytes.subarray(0, page * PAGE_BYTES),
        false,
      );
      expect(cut.documents.size, `page ${String(page)}`).toBe(cut.stories);
      expect(isTold(cut), `page ${String(page)}`).toBe(true);
    }
  });
});

describe("a bit of the database that has flipped", () => {
  it(
    "is never the end of the newsroom, and where anything shows, the backup makes it good",
    PATIENCE,
    async () => {
      const random = seeded(2026);
      let recovered = 0;
      // Many a flip meets room that nothing stands in, and never shows.
      for (const page of databasePages().flatMap((each) => [each, each, each, each, each])) {
        const start = page === 0 ? 100 : page * PAGE_BYTES;
        const flipped = await opening(closed, page, "newsroom.db", (bytes) =>
          flipBit(bytes, start, (page + 1) * PAGE_BYTES - start, random),
        );
        expect(flipped.documents.size, `page ${String(page)}`).toBe(flipped.stories);
        expect(flipped.same, `page ${String(page)}`).toBeGreaterThanOrEqual(flipped.stories - 1);
        expect(isTold(flipped), `page ${String(page)}`).toBe(true);
        if (flipped.report) recovered += 1;
      }
      expect(recovered).toBeGreaterThan(0);
    },
  );

  it(
    "in an index that leads to a story is found at the next start, and costs nothing",
    PATIENCE,
    async () => {
      for (const id of closed.documents.keys()) {
        const flipped = await opening(closed, 0, "newsroom.db", (bytes) => {
          const at = inIndex(bytes, id);
          bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
          return bytes;
        });
        expect(flipped.same).toBe(flipped.stories);
        expect(flipped.report?.why).toContain("is damaged");
      }
    },
  );

  it("in such an index of a large newsroom is told when the story is opened, and mended at the next start", async () => {
    const home = copyHome(closed);
    try {
      const sql = new SqliteDatabase(inNewsroom(home, "newsroom.db"));
      sql
        .prepare("INSERT INTO setting (name, value) VALUES ('ballast', ?)")
        .run(JSON.stringify("x".repeat(LARGE_BYTES)));
      sql.close();
      const [id = ""] = closed.documents.keys();
      damage(home, "newsroom.db", (bytes) => {
        const at = inIndex(bytes, id);
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
        return bytes;
      });
      const host = await openTestDesk(home);
      const refused = await host.desk.stories.open({ story: id });
      expect(refused).toMatchObject({ ok: false, error: { code: "damaged" } });
      await host.close();
      const mended = await openAndRead(home);
      expect(mended.report?.why).toContain("is damaged");
      expect(mended.documents.get(id)).toEqual(closed.documents.get(id));
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  it("in the first byte of a page costs nothing, even without a backup", PATIENCE, async () => {
    const random = seeded(7);
    for (const page of databasePages()) {
      const start = page === 0 ? 100 : page * PAGE_BYTES;
      const flipped = await opening(
        closed,
        page,
        "newsroom.db",
        (bytes) => flipBit(bytes, start, 1, random),
        false,
      );
      expect(flipped.same, `page ${String(page)}`).toBe(flipped.stories);
    }
  });
});

describe("a log that is damaged after a kill", () => {
  it("loses nothing where it is whole", async () => {
    const untouched = await opening(killed, 0, "newsroom.db-wal", (bytes) => bytes);
    expect(untouched).toMatchObject({ report: null, same: killed.documents.size });
  });

  it("gives every page but the one with the flipped bit, and says so", PATIENCE, async () => {
    const random = seeded(11);
    for (const frame of logPages()) {
      const flipped = await opening(killed, frame, "newsroom.db-wal", (bytes) =>
        flipBit(bytes, LOG_HEADER_BYTES + frame * FRAME_BYTES, FRAME_BYTES, random),
      );
      expect(flipped.report?.why, `page ${String(frame)}`).toContain("log");
      expect(flipped.documents.size, `page ${String(frame)}`).toBe(flipped.stories);
      expect(flipped.same, `page ${String(frame)}`).toBeGreaterThanOrEqual(flipped.stories - 1);
      expect(isTold(flipped), `page ${String(frame)}`).toBe(true);
    }
  });

  it(
    "is none where the kill came in the middle of a commit: that was never acknowledged",
    PATIENCE,
    async () => {
      const torn = await opening(killed, 0, "newsroom.db-wal", (bytes) => {
        const salts = bytes.subarray(LOG_HEADER_BYTES - 16, LOG_HEADER_BYTES - 8);
        const frames = (bytes.length - LOG_HEADER_BYTES) / FRAME_BYTES;
        const isOfLastLife = (frame: number): boolean => {
          const at = LOG_HEADER_BYTES + frame * FRAME_BYTES + 8;
          return bytes.subarray(at, at + 8).equals(salts);
        };
        const end = Array.from({ length: frames }, (_, frame) => frame).findLastIndex(isOfLastLife) + 1;
        // The header of the frame that ends the commit is written, and its page is not.
        const header = Buffer.alloc(FRAME_BYTES);
        header.writeUInt32BE(2, 0);
        header.writeUInt32BE(40, 4);
        salts.copy(header, 8);
        return Buffer.concat([bytes.subarray(0, LOG_HEADER_BYTES + end * FRAME_BYTES), header]);
      });
      expect(torn.report).toBeNull();
      expect(torn.same).toBe(torn.stories);
    },
  );

  it("is read to its end although its own header is spoilt", PATIENCE, async () => {
    const random = seeded(13);
    for (let byte = 0; byte < LOG_HEADER_BYTES; byte += 3) {
      const flipped = await opening(killed, byte, "newsroom.db-wal", (bytes) =>
        flipBit(bytes, byte, 1, random),
      );
      expect(flipped.same, `byte ${String(byte)}`).toBe(flipped.stories);
    }
  });

  it("is missed where it is cut short, and what was saved before the cut is there", PATIENCE, async () => {
    for (const frame of logPages()) {
      const cut = await opening(killed, frame, "newsroom.db-wal", (bytes) =>
        bytes.subarray(0, LOG_HEADER_BYTES + frame * FRAME_BYTES + withinPage(frame)),
      );
      expect(cut.report?.why, `page ${String(frame)}`).toContain("damaged log");
      expect(cut.report?.losses.map(({ message }) => message).join(" "), `page ${String(frame)}`).toContain(
        "what was saved after it is lost",
      );
      expect(cut.documents.size, `page ${String(frame)}`).toBe(cut.stories);
      for (const document of cut.documents.values()) expect(document?.blocks.length).toBeGreaterThan(0);
    }
  });
});
