import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { Desk, OpenStory, RecoveryReport } from "#shared/contract/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { finalText, hasRuns, type StoryDocument } from "#shared/document/index.ts";
import { inHand } from "#tests/support/story-in-hand.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";

const SALT = "Salt was sown on the quay at six.";
const HEAD = headline("Ice on the quay");
const SALTED = paragraph(SALT);
const LAST = paragraph("The ferry sailed at noon.");

const TWO_HOURS_MS = 7_200_000;

/** A closed newsroom with one story, as it was backed up at its end. */
async function closedRoom(): Promise<string> {
  const home = temporaryFolder();
  const host = await openTestDesk(home);
  await newStory(host, story(HEAD, SALTED, LAST), { slug: "quay-ice", desk: "metro" });
  await host.close();
  return home;
}

function fileIn(home: string): string {
  return join(home, "newsroom", "newsroom.db");
}

/** Where some bytes stand in the database, all of them. */
function placesOf(home: string, words: string): readonly number[] {
  const bytes = readFileSync(fileIn(home));
  const found: number[] = [];
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) found.push(at);
  return found;
}

function flip(home: string, at: number, bit: number): void {
  const bytes = readFileSync(fileIn(home));
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
  writeFileSync(fileIn(home), bytes);
}

function dropBackups(home: string): void {
  rmSync(join(home, "newsroom", "backups"), { recursive: true });
}

function texts({ blocks }: StoryDocument): readonly string[] {
  return blocks.map((block) => (hasRuns(block) ? finalText(block.runs) : ""));
}

async function onlyStory(desk: Desk): Promise<OpenStory> {
  const [found] = must(await desk.stories.list({})).stories;
  return must(await desk.stories.open({ story: found?.id ?? "" }));
}

async function reopened(home: string): Promise<{
  readonly desk: Desk;
  readonly report: RecoveryReport | null;
  readonly close: () => Promise<void>;
}> {
  const { desk, close } = await openTestDesk(home);
  return { desk, report: must(await desk.safety.recovery(null)).report, close };
}

describe("a bit that has flipped inside a word", () => {
  it("is told wherever it changes the text, and made good from the backup", async () => {
    const original = await closedRoom();
    const before = (await onlyStory((await reopened(original)).desk)).document;
    let told = 0;
    for (const [turn, at] of placesOf(original, SALT).entries()) {
      for (const letter of [0, 13, SALT.length - 1]) {
        const home = await closedRoom();
        flip(home, at + letter, turn % 7);
        const { desk, report } = await reopened(home);
        expect(texts((await onlyStory(desk)).document)).toEqual(texts(before));
        if (report) told += 1;
      }
    }
    // The words also stand in the search index and in the revision; those are made anew or checked by their hashes.
    expect(told).toBeGreaterThanOrEqual(3);
  });

  it("costs that letter and no more where nobody has the paragraph better, and says which story to read through", async () => {
    const home = await closedRoom();
    const [at = 0] = placesOf(home, `"text":"${SALT}`);
    flip(home, at + '"text":"'.length, 1);
    dropBackups(home);
    const { desk, report } = await reopened(home);
    expect(texts((await onlyStory(desk)).document)).toEqual([
      "Ice on the quay",
      `Q${SALT.slice(1)}`,
      "The ferry sailed at noon.",
    ]);
    expect(report?.stories).toMatchObject([{ slug: "quay-ice", outcome: "partly" }]);
    expect(report?.stories[0]?.sentence.message).toContain("not quite what was saved");
    const health = must(await desk.safety.check(null));
    expect(health).toMatchObject({ databaseTroubles: [], unreadableStories: [] });
  });

  it("is made good from a backup that is older than the story, where the paragraph stood in it as it is", async () => {
    const home = await closedRoom();
    const host = await openTestDesk(home, { now: () => Date.now() + TWO_HOURS_MS });
    const ice = inHand(host.desk, await onlyStory(host.desk));
    await ice.save(story(HEAD, SALTED, paragraph("The ferry did not sail.")));
    const saved = ice.document();
    await host.close();
    const backups = join(home, "newsroom", "backups");
    const [newest = ""] = readdirSync(backups).toSorted().toReversed();
    rmSync(join(backups, newest));
    // A row that was moved leaves its bytes behind: all of them are hit.
    for (const at of placesOf(home, `"text":"${SALT}`)) flip(home, at + 12, 2);
    const { desk, report } = await reopened(home);
    expect(texts((await onlyStory(desk)).document)).toEqual(texts(saved));
    expect(report).toMatchObject({ stories: [], losses: [] });
  });

  it("is found by the health check and on opening the story, and mended at the next start", async () => {
    const home = await closedRoom();
    const first = await reopened(home);
    const { id } = (await onlyStory(first.desk)).summary;
    // Another hand than the core's own, whose memory still holds the page as it was.
    const sql = new Database(fileIn(home));
    sql.exec("UPDATE block SET json = replace(json, 'Salt', 'Sald')");
    sql.close();
    const health = must(await first.desk.safety.check(null));
    expect(health.databaseTroubles.join(" ")).toContain("not what was written");
    expect(health.unreadableStories).toMatchObject([{ slug: "quay-ice" }]);
    expect(refusal(await first.desk.stories.open({ story: id }))).toMatchObject({ code: "damaged" });
    await first.close();
    const { desk, report } = await reopened(home);
    expect(report).not.toBeNull();
    expect(texts((await onlyStory(desk)).document)[1]).toBe(SALT);
  });
});

describe("a bit that has flipped in the facts of a story", () => {
  it("is told, and made good from the backup", async () => {
    const home = await closedRoom();
    const [at = 0] = placesOf(home, '"desk":"metro"');
    flip(home, at + 8, 0);
    const { desk, report } = await reopened(home);
    expect((await onlyStory(desk)).summary.facts.desk).toBe("metro");
    expect(report?.why).toContain("facts");
  });

  it("costs that letter and no more where nobody has them better, and says so", async () => {
    const home = await closedRoom();
    const [at = 0] = placesOf(home, '"desk":"metro"');
    flip(home, at + 8, 0);
    dropBackups(home);
    const { desk, report } = await reopened(home);
    expect((await onlyStory(desk)).summary.facts).toMatchObject({ slug: "quay-ice", desk: "letro" });
    expect(report?.stories[0]?.sentence.message).toContain("facts are not quite what was saved");
  });
});
