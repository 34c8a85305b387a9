import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { backupName } from "#main/core/backup/backup-file.ts";
import { lookThrough } from "#main/core/backup/database-look.ts";
import type { DeskHost } from "#main/core/desk.ts";
import type { SafetyStatus } from "#shared/contract/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { canMountDisks, fillDisk, mountSmallDisk, NO_DISKS } from "#tests/support/small-disk.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 18, 30);

function backupsOf(home: string): readonly string[] {
  const folder = join(home, "newsroom", "backups");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".db")) : [];
}

async function statusOf({ desk }: DeskHost): Promise<SafetyStatus> {
  return must(await desk.safety.status(null));
}

/** Waits until something is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 400) throw new Error("this did not come about");
    await pause(25);
  }
}

describe("a backup", () => {
  it("is a single sound file with everything that was committed, named after its second", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home, { now: () => NOW });
    await newStory(host, story(headline("Kept twice"), paragraph("Words.")));
    const made = must(await host.desk.safety.backUpNow({}));
    expect(made).toMatchObject({
      path: join(home, "newsroom", "backups", backupName(NOW)),
      atMs: NOW,
      stories: 1,
      blocks: 2,
      bytes: statSync(made.path).size,
    });
    expect(lookThrough(made.path, "full")).toMatchObject({
      problems: [],
      content: { stories: 1, blocks: 2 },
    });
    expect(readdirSync(join(home, "newsroom", "backups"))).toEqual([backupName(NOW)]);
  });

  it("holds the state of its beginning while saves go on, and none of them waits for it", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("Before")));
    const backup = host.desk.safety.backUpNow({});
    const meanwhile = await Promise.all(
      Array.from({ length: 20 }, async (_, nr) => newStory(host, story(headline(`Meanwhile ${String(nr)}`)))),
    );
    expect(meanwhile).toHaveLength(20);
    const { path, stories } = must(await backup);
    expect(lookThrough(path, "full").content.stories).toBe(stories);
    expect(must(await host.desk.stories.list({})).total).toBe(21);
  });

  it("gets a second of its own where two are asked for at once", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home, { now: () => NOW });
    await newStory(host, story(headline("Twice")));
    const [first, second] = await Promise.all([
      host.desk.safety.backUpNow({}),
      host.desk.safety.backUpNow({}),
    ]);
    expect([must(first).atMs, must(second).atMs]).toEqual([NOW, NOW + 1000]);
  });

  it("is told of: every window hears when it begins and when it is there", async () => {
    const host = await openTestDesk(temporaryFolder());
    const heard: SafetyStatus[] = [];
    host.desk.safety.on("changed", (status) => heard.push(status));
    await newStory(host, story(headline("Heard")));
    const { path } = must(await host.desk.safety.backUpNow({}));
    expect(heard.map(({ isBackingUp }) => isBackingUp)).toEqual([true, false]);
    expect(heard.at(-1)?.lastBackup?.path).toBe(path);
  });

  it("leaves nothing behind when it is cancelled", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("Cancelled")));
    const giveUp = new AbortController();
    const backup = host.desk.safety.backUpNow({}, { signal: giveUp.signal });
    giveUp.abort();
    expect(refusal(await backup).code).toBe("cancelled");
    await until(async () => !(await statusOf(host)).isBackingUp);
    expect(backupsOf(home)).toEqual([]);
  });

  it("of a damaged database is not kept, the earlier ones stay, and the next start looks closer", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("Sound"), paragraph("Once.")));
    must(await host.desk.safety.backUpNow({}));
    const good = backupsOf(home);
    const sql = new Database(join(home, "newsroom", "newsroom.db"));
    sql.exec("UPDATE block SET json = 'spoilt' WHERE kind = 'paragraph'");
    sql.close();
    expect(refusal(await host.desk.safety.backUpNow({}))).toMatchObject({
      code: "damaged",
      message: expect.stringContaining("earlier backups are untouched"),
    });
    expect(backupsOf(home)).toEqual(good);
    expect((await statusOf(host)).trouble?.code).toBe("damaged");
    await host.close();

    const again = await openTestDesk(home);
    const { report } = must(await again.desk.safety.recovery(null));
    expect(report?.why).toContain("damaged");
    const [only] = must(await again.desk.stories.list({})).stories;
    expect(must(await again.desk.stories.open({ story: only?.id ?? "" })).document.blocks).toHaveLength(2);
  });
});

describe("backups by themselves", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are made every hour in which something changed, and in no other", async () => {
    vi.useFakeTimers({ toFake: ["setInterval"] });
    let nowMs = NOW;
    const home = temporaryFolder();
    const host = await openTestDesk(home, { now: () => nowMs });
    const backups = async (count: number): Promise<void> => {
      vi.advanceTimersByTime(60_000);
      await pause(100);
      await until(async () => !(await statusOf(host)).isBackingUp);
      expect(backupsOf(home)).toHaveLength(count);
    };
    await newStory(host, story(headline("First")));
    await backups(1);
    nowMs += HOUR / 2;
    await newStory(host, story(headline("Second")));
    // Catching up for search is a change as well.
    must(await host.desk.stories.list({ words: "second" }));
    await backups(1);
    nowMs += HOUR / 2;
    await backups(2);
    nowMs += 2 * HOUR;
    await backups(2);
  });

  it("are made when Stet closes, where something changed, and not where nothing did", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("Last words")));
    await host.close();
    expect(backupsOf(home)).toHaveLength(1);
    await (await openTestDesk(home)).close();
    expect(backupsOf(home)).toHaveLength(1);
  });

  it("are made before an older newsroom is brought forward, and that one stays", async () => {
    const home = temporaryFolder();
    goldenNewsroom(home, 1);
    const host = await openTestDesk(home);
    const [backup = ""] = backupsOf(home);
    expect(lookThrough(join(home, "newsroom", "backups", backup), "full")).toMatchObject({
      problems: [],
      version: 1,
    });
    await newStory(host, story(headline("In the new form")));
    must(await host.desk.safety.backUpNow({}));
    must(await host.desk.safety.backUpNow({}));
    expect(backupsOf(home)).toContain(backup);
  });

  it("rotate older ones out only when the newer one is there", async () => {
    const home = temporaryFolder();
    let nowMs = NOW;
    const host = await openTestDesk(home, { now: () => nowMs });
    await newStory(host, story(headline("Rotated")));
    const { path } = must(await host.desk.safety.backUpNow({}));
    const bytes = readFileSync(path);
    const folder = join(home, "newsroom", "backups");
    for (let minute = 1; minute < 20; minute += 1) {
      writeFileSync(join(folder, backupName(NOW - 2 * HOUR - minute * 60_000)), bytes);
    }
    await newStory(host, story(headline("Another")));
    nowMs += 60_000;
    must(await host.desk.safety.backUpNow({}));
    // One of this hour, and the newest of each hour, day and week before.
    expect(backupsOf(home)).toEqual([backupName(NOW - 2 * HOUR - 60_000), backupName(NOW + 60_000)]);
  });
});

describe("a backup into a folder that was named", () => {
  it("brings the photos along, by their hash, and only those that are missing there", async () => {
    const host = await openTestDesk(temporaryFolder());
    const stick = temporaryFolder();
    must(await host.desk.photos.add({ name: "harbor.jpg", bytes: await drawPicture(80, 60) }));
    expect(must(await host.desk.safety.backUpNow({ to: stick }))).toMatchObject({
      photosCopied: 1,
      photosThere: 0,
    });
    must(await host.desk.photos.add({ name: "market.jpg", bytes: await drawPicture(90, 60) }));
    expect(must(await host.desk.safety.backUpNow({ to: stick }))).toMatchObject({
      photosCopied: 1,
      photosThere: 1,
    });
    const photos = readdirSync(join(stick, "photos"), { recursive: true, withFileTypes: true });
    expect(photos.filter((entry) => entry.isFile())).toHaveLength(2);
  });

  it("is refused by name where the folder is not there", async () => {
    const host = await openTestDesk(temporaryFolder());
    const gone = join(temporaryFolder(), "unplugged");
    expect(refusal(await host.desk.safety.backUpNow({ to: gone }))).toMatchObject({
      code: "not-found",
      message: expect.stringContaining(gone),
    });
  });
});

describe("the second folder", () => {
  it("gets every backup and every photo, in a folder of this newsroom's own", async () => {
    const home = temporaryFolder();
    const stick = temporaryFolder();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("On two disks")));
    must(await host.desk.photos.add({ name: "harbor.jpg", bytes: await drawPicture(80, 60) }));
    must(await host.desk.safety.setSecondFolder({ folder: stick }));
    const { path } = must(await host.desk.safety.backUpNow({}));
    const { secondFolder } = await statusOf(host);
    expect(secondFolder).toMatchObject({ chosen: stick, state: "in-step" });
    const folder = secondFolder?.folder ?? "";
    expect(readdirSync(stick)).toHaveLength(1);
    const [copy = ""] = readdirSync(folder).filter((name) => name.endsWith(".db"));
    expect(readFileSync(join(folder, copy))).toEqual(readFileSync(path));
    expect(readdirSync(join(folder, "photos"))).toHaveLength(1);
  });

  it("stays chosen, and says so where it lies on the newsroom's own disk", async () => {
    const home = temporaryFolder();
    const stick = temporaryFolder();
    const host = await openTestDesk(home);
    expect(must(await host.desk.safety.setSecondFolder({ folder: stick })).secondFolder).toMatchObject({
      onSameDisk: true,
      trouble: { message: expect.stringContaining("same disk") },
    });
    await host.close();
    const again = await openTestDesk(home);
    expect((await statusOf(again)).secondFolder?.chosen).toBe(stick);
    expect(must(await again.desk.safety.setSecondFolder({ folder: null })).secondFolder).toBeNull();
  });

  it("stops nothing while it is unplugged, says so, and catches up when it is back", async () => {
    vi.useFakeTimers({ toFake: ["setInterval"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const home = temporaryFolder();
    const stick = temporaryFolder();
    const host = await openTestDesk(home);
    must(await host.desk.safety.setSecondFolder({ folder: stick }));
    renameSync(stick, `${stick}-unplugged`);
    await newStory(host, story(headline("Away")));
    must(await host.desk.safety.backUpNow({}));
    const away = (await statusOf(host)).secondFolder;
    expect(away).toMatchObject({
      state: "absent",
      trouble: { message: expect.stringContaining("not plugged in") },
    });
    // A folder of the same name that is not the disk is not taken for it.
    mkdirSync(stick);
    must(await host.desk.safety.backUpNow({}));
    expect((await statusOf(host)).secondFolder?.state).toBe("absent");
    expect(readdirSync(stick)).toEqual([]);
    rmSync(stick, { recursive: true });

    renameSync(`${stick}-unplugged`, stick);
    vi.advanceTimersByTime(60_000);
    await until(async () => (await statusOf(host)).secondFolder?.state === "in-step");
  });

  it("is refused where it is not there, or lies in the newsroom itself", async () => {
    const home = temporaryFolder();
    const { desk } = await openTestDesk(home);
    expect(refusal(await desk.safety.setSecondFolder({ folder: join(home, "nowhere") })).code).toBe(
      "not-found",
    );
    expect(refusal(await desk.safety.setSecondFolder({ folder: join(home, "newsroom") })).code).toBe(
      "invalid",
    );
  });
});

const hasDisks = canMountDisks();

describe.skipIf(!hasDisks)(`backups on a disk in trouble${hasDisks ? "" : ` (${NO_DISKS})`}`, () => {
  it("leave no half file on a full second disk, which says that it is full", async () => {
    const disk = mountSmallDisk(1024);
    onTestFinished(disk.remove);
    const host = await openTestDesk(temporaryFolder());
    must(await host.desk.safety.setSecondFolder({ folder: disk.folder }));
    const ballast = fillDisk(disk);
    await newStory(host, story(headline("No room there")));
    must(await host.desk.safety.backUpNow({}));
    const { secondFolder, trouble } = await statusOf(host);
    expect(secondFolder).toMatchObject({
      state: "failed",
      trouble: { message: expect.stringContaining("is full") },
    });
    expect(trouble).toBeNull();
    expect(readdirSync(secondFolder?.folder ?? "").filter((name) => name.endsWith(".db"))).toEqual([]);

    truncateSync(ballast, 0);
    await newStory(host, story(headline("Room again")));
    must(await host.desk.safety.backUpNow({}));
    expect((await statusOf(host)).secondFolder?.state).toBe("in-step");
    await host.close();
  });

  it("are refused by name on the newsroom's own full disk, and saving goes on as far as there is room", async () => {
    const disk = mountSmallDisk(4096);
    onTestFinished(disk.remove);
    const first = await openTestDesk(disk.folder);
    await newStory(first, story(headline("Full"), paragraph("Words. ".repeat(20_000))));
    // What was saved lies in the database itself now: nothing that takes room is left for later.
    await first.close();
    const backups = (): readonly string[] => readdirSync(join(disk.folder, "newsroom", "backups"));
    const before = backups();
    const host = await openTestDesk(disk.folder);
    const ballast = fillDisk(disk);
    truncateSync(ballast, statSync(ballast).size - 200_000);
    expect(refusal(await host.desk.safety.backUpNow({})).code).toBe("disk-full");
    expect((await statusOf(host)).trouble?.code).toBe("disk-full");
    await newStory(host, story(headline("Small enough")));
    expect((await statusOf(host)).trouble).toBeNull();
    expect(backups()).toEqual(before);
    await host.close();
  });
});

describe("a newsroom that cannot be backed up before it is brought forward", () => {
  it("is not touched, and says why", async () => {
    const home = temporaryFolder();
    const path = goldenNewsroom(home, 1);
    const before = readFileSync(path);
    // A file in the place of the folder of backups.
    writeFileSync(join(home, "newsroom", "backups"), "");
    chmodSync(join(home, "newsroom", "backups"), 0o444);
    const host = await openTestDesk(home);
    const { trouble } = must(await host.desk.host.info(null));
    expect(trouble).toContain("backs yours up before it changes anything");
    expect(readFileSync(path)).toEqual(before);
  });
});
