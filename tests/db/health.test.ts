import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { DeskHost } from "#main/core/desk.ts";
import type { HealthReport } from "#shared/contract/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { drawPicture } from "#tests/support/pictures.ts";

async function check({ desk }: DeskHost): Promise<HealthReport> {
  return must(await desk.safety.check(null));
}

/** A newsroom with a photo, and the path of the photo's file. */
async function roomWithPhoto(home: string): Promise<{ host: DeskHost; file: string; bytes: Uint8Array }> {
  const host = await openTestDesk(home);
  const bytes = await drawPicture(120, 80);
  must(await host.desk.photos.add({ name: "harbor.jpg", bytes }));
  const photos = join(home, "newsroom", "photos");
  const [file = ""] = readdirSync(photos, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return { host, file, bytes: readFileSync(file) };
}

function flipped(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => (at === 700 ? byte ^ 1 : byte));
}

describe("a photo whose bytes are not what they were", () => {
  it("is named, and stays as it is where nobody has the right ones", async () => {
    const { host, file, bytes } = await roomWithPhoto(temporaryFolder());
    writeFileSync(file, flipped(bytes));
    expect((await check(host)).photoTroubles).toMatchObject([
      { name: "harbor.jpg", what: "changed", refetchedFrom: null },
    ]);
    expect(readFileSync(file)).toEqual(Buffer.from(flipped(bytes)));
  });

  it("is brought back from the second folder, and the wrong file is moved aside", async () => {
    const home = temporaryFolder();
    const { host, file, bytes } = await roomWithPhoto(home);
    const stick = temporaryFolder();
    must(await host.desk.safety.setSecondFolder({ folder: stick }));
    must(await host.desk.safety.backUpNow({}));
    writeFileSync(file, flipped(bytes));
    const [trouble] = (await check(host)).photoTroubles;
    expect(trouble).toMatchObject({ what: "changed", refetchedFrom: expect.stringContaining(stick) });
    expect(readFileSync(file)).toEqual(bytes);
    const aside = readdirSync(join(home, "newsroom", "damaged"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
    expect(aside).toEqual([Buffer.from(flipped(bytes))]);
    expect((await check(host)).photoTroubles).toEqual([]);
  });

  it("is brought back where its file is gone altogether", async () => {
    const { host, file, bytes } = await roomWithPhoto(temporaryFolder());
    must(await host.desk.safety.setSecondFolder({ folder: temporaryFolder() }));
    must(await host.desk.safety.backUpNow({}));
    rmSync(file);
    expect((await check(host)).photoTroubles).toMatchObject([
      { what: "missing", refetchedFrom: expect.any(String) },
    ]);
    expect(readFileSync(file)).toEqual(bytes);
  });

  it("is not brought back from a copy that is spoilt as well", async () => {
    const { host, file, bytes } = await roomWithPhoto(temporaryFolder());
    const stick = temporaryFolder();
    must(await host.desk.safety.setSecondFolder({ folder: stick }));
    must(await host.desk.safety.backUpNow({}));
    const copy = readdirSync(stick, { recursive: true, withFileTypes: true }).find(({ name }) =>
      name.endsWith(".jpg"),
    );
    writeFileSync(join(copy?.parentPath ?? "", copy?.name ?? ""), flipped(bytes));
    rmSync(file);
    expect((await check(host)).photoTroubles).toMatchObject([{ what: "missing", refetchedFrom: null }]);
  });
});

describe("a newsroom that is looked at", () => {
  it("names the backups that are there at its end, where a newer one took another's place meanwhile", async () => {
    const host = await openTestDesk(temporaryFolder());
    await newStory(host, story(headline("Harbor")));
    const { path: older } = must(await host.desk.safety.backUpNow({}));
    const newer = join(dirname(older), "2027-01-01T00-00-00Z.db");
    const report = must(
      await host.desk.safety.check(null, {
        onProgress: ({ doing }) => {
          if (doing.message.startsWith("Reading the backup") && existsSync(older)) renameSync(older, newer);
        },
      }),
    );
    expect(report.backups).toMatchObject([{ path: newer, trouble: null }]);
  });

  it("is well where nothing is wrong, and says how large it is", async () => {
    const host = await openTestDesk(temporaryFolder());
    await newStory(host, story(headline("All is well"), paragraph("Words.")));
    must(await host.desk.safety.backUpNow({}));
    expect(await check(host)).toMatchObject({
      databaseTroubles: [],
      strayRows: 0,
      searchTroubles: [],
      stories: 1,
      unreadableStories: [],
      photoTroubles: [],
      backups: [{ where: "newsroom", trouble: null }],
      lastRestoreTest: null,
    });
  });

  it("names a backup that is damaged, and the good ones stay good", async () => {
    const home = temporaryFolder();
    let nowMs = Date.UTC(2026, 10, 22, 9);
    const host = await openTestDesk(home, { now: () => nowMs });
    await newStory(host, story(headline("Twice")));
    const { path } = must(await host.desk.safety.backUpNow({}));
    nowMs += 2 * 3_600_000;
    must(await host.desk.safety.backUpNow({}));
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x55, 4096, 8192));
    const troubles = (await check(host)).backups.map(({ trouble }) => trouble);
    expect(troubles).toEqual([null, expect.stringContaining(path)]);
  });
});

/** Bits flipped in the name of a fact, which no check of SQLite's looks at. */
function spoilFacts(home: string): void {
  const sql = new Database(join(home, "newsroom", "newsroom.db"));
  sql.exec("UPDATE story SET facts = replace(facts, '\"edition\"', '\"edhtion\"')");
  sql.close();
}

describe("a story whose facts are not what was written", () => {
  it("is found at the next start, and made good from the backup", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("Facts")), { edition: "Late City" });
    await host.close();
    spoilFacts(home);
    const { desk } = await openTestDesk(home);
    expect(must(await desk.safety.recovery(null)).report?.why).toContain("facts");
    const [found] = must(await desk.stories.list({})).stories;
    expect(found?.facts.edition).toBe("Late City");
  });

  it("is told as damage where it is met while the newsroom is open", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("Facts")), { edition: "Late City" });
    spoilFacts(home);
    expect(refusal(await host.desk.stories.list({})).code).toBe("damaged");
    expect(must(await host.desk.safety.status(null)).trouble?.code).toBe("damaged");
    expect((await check(host)).unreadableStories).toHaveLength(1);
  });
});

describe("a restore that is tried", () => {
  it("reads every story of the newest backup, is remembered, and leaves nothing behind", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("Comes back"), paragraph("All of it.")));
    must(await host.desk.safety.backUpNow({}));
    const before = readdirSync(join(home, "newsroom"));
    const test = must(await host.desk.safety.testRestore(null));
    expect(test).toMatchObject({ stories: 1, blocks: 2, troubles: [] });
    expect(readdirSync(join(home, "newsroom"))).toEqual(before);
    expect((await check(host)).lastRestoreTest).toEqual(test);
  });

  it("fails for a backup that is damaged, and says so", async () => {
    const host = await openTestDesk(temporaryFolder());
    await newStory(host, story(headline("Does not come back")));
    const { path } = must(await host.desk.safety.backUpNow({}));
    writeFileSync(path, "no database any more, but long enough to look like something ".repeat(9));
    expect(must(await host.desk.safety.testRestore(null)).troubles).toEqual([expect.stringContaining(path)]);
  });

  it("is refused where there is no backup yet", async () => {
    const host = await openTestDesk(temporaryFolder());
    expect(refusal(await host.desk.safety.testRestore(null)).code).toBe("not-found");
  });
});
