import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { DeskHost } from "#main/core/desk.ts";
import type { Revision } from "#shared/contract/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { damage, PAGE_BYTES } from "#tests/support/damaged-newsroom.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { must, newStory, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { inHand } from "#tests/support/story-in-hand.ts";

const STORIES = 3;
const KEPT = 12;

/** Every revision of every story, with what it says, by id. */
async function everyRevision({ desk }: DeskHost): Promise<Map<string, Revision>> {
  const found = new Map<string, Revision>();
  for (const { id } of must(await desk.stories.list({})).stories) {
    const { revisions } = must(await desk.revisions.list({ story: id, limit: 500 }));
    for (const revision of revisions)
      found.set(revision.id, must(await desk.revisions.read({ revision: revision.id })));
  }
  return found;
}

/** A closed newsroom whose stories have revisions that were kept and put back. */
async function roomWithRevisions(home: string): Promise<Map<string, Revision>> {
  const host = await openTestDesk(home);
  for (let nr = 0; nr < STORIES; nr += 1) {
    const opened = await newStory(host, story(headline(`Story ${String(nr)}`), paragraph("First.")));
    const hand = inHand(host.desk, opened);
    for (let kept = 0; kept < KEPT; kept += 1) {
      await hand.save(story(...hand.document().blocks, paragraph(`Text ${String(kept)} of ${String(nr)}.`)));
      must(await host.desk.revisions.keep({ story: hand.id, name: `kept ${String(kept)}` }));
    }
  }
  await host.close();
  const again = await openTestDesk(home);
  const revisions = await everyRevision(again);
  await again.close();
  return revisions;
}

function wipeFirstPage(home: string): void {
  damage(home, "newsroom.db", (bytes) => bytes.fill(0, 0, PAGE_BYTES));
}

describe("a newsroom that lost its first page, which leads to all the others", () => {
  it("has every revision afterwards, each with its own parents", async () => {
    const home = temporaryFolder();
    const before = await roomWithRevisions(home);
    expect(before.size).toBeGreaterThanOrEqual(STORIES * KEPT);
    wipeFirstPage(home);
    const host = await openTestDesk(home);
    expect(must(await host.desk.safety.recovery(null)).report?.backup).not.toBeNull();
    expect(await everyRevision(host)).toEqual(before);
  });

  it("has them without a backup as well", async () => {
    const home = temporaryFolder();
    const before = await roomWithRevisions(home);
    wipeFirstPage(home);
    rmSync(join(home, "newsroom", "backups"), { recursive: true });
    const host = await openTestDesk(home);
    expect(must(await host.desk.safety.recovery(null)).report?.backup).toBeNull();
    expect(await everyRevision(host)).toEqual(before);
  });

  it("takes no revision over whose words are not those that it was named after, and counts them", async () => {
    const home = temporaryFolder();
    const before = await roomWithRevisions(home);
    const sql = new Database(join(home, "newsroom", "newsroom.db"));
    sql.exec("UPDATE passage SET sha256 = zeroblob(32) WHERE seq = (SELECT max(seq) FROM passage)");
    sql.pragma("user_version = 0");
    sql.close();
    rmSync(join(home, "newsroom", "backups"), { recursive: true });
    const host = await openTestDesk(home);
    const after = await everyRevision(host);
    expect(after.size).toBeLessThan(before.size);
    for (const [id, revision] of after) expect(revision.document).toEqual(before.get(id)?.document);
    const lost = String(before.size - after.size);
    expect(
      must(await host.desk.safety.recovery(null))
        .report?.losses.map(({ message }) => message)
        .join(" "),
    ).toContain(`${lost} revision`);
  });

  it("has what was written since the last backup, although that one is of an older version", async () => {
    const home = temporaryFolder();
    goldenNewsroom(home, 1);
    const host = await openTestDesk(home);
    await newStory(host, story(headline("Since then"), paragraph("Written with the new Stet.")));
    await host.close();
    const backups = join(home, "newsroom", "backups");
    const [older, ...newer] = readdirSync(backups).filter((name) => name.endsWith(".db"));
    expect(newer).toHaveLength(1);
    for (const name of newer) rmSync(join(backups, name));
    wipeFirstPage(home);
    const { desk } = await openTestDesk(home);
    expect(must(await desk.safety.recovery(null)).report?.backup?.path).toBe(join(backups, older ?? ""));
    const { stories } = must(await desk.stories.list({}));
    expect(stories.map((summary) => summary.headline)).toContain("Since then");
    expect(stories).toHaveLength(4);
  });
});
