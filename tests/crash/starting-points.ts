import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DATABASE_VERSION } from "#main/core/db/migrations/index.ts";
import { openDesk } from "#main/core/desk.ts";
import { GOLDEN_VERSIONS, goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { ABILITIES, sha256, type Ledger } from "./ledger.ts";

const FIRST_PAGE_BYTES = 4096;

/** Puts a newsroom of an earlier Stet into an empty home, and notes what is in it. */
export async function putOlderNewsroom(home: string, seed: number, ledger: Ledger): Promise<void> {
  const older = GOLDEN_VERSIONS.filter((version) => version < DATABASE_VERSION);
  const version = older[seed % older.length] ?? 1;
  const twin = mkdtempSync(join(tmpdir(), "stet-crash-"));
  goldenNewsroom(twin, version);
  const { desk, close } = await openDesk({ home: twin, openAtOnce: "own", abilities: ABILITIES });
  const list = await desk.stories.list({});
  for (const { id, version: saved } of list.ok ? list.value.stories : []) {
    const story = await desk.stories.open({ story: id });
    if (!story.ok) throw new Error(story.error.message);
    ledger.stories.set(id, { version: saved, document: story.value.document, sent: null });
  }
  const health = await desk.safety.check(null);
  for (const { asset } of health.ok ? health.value.photoTroubles : []) ledger.wanting.add(asset);
  await close();
  rmSync(twin, { recursive: true });
  goldenNewsroom(home, version);
}

/** Backs a newsroom up and wipes the first page of its database: SQLite could do nothing with it. */
export async function damageNewsroom(home: string, seed: number, ledger: Ledger): Promise<void> {
  const host = await openDesk({ home, openAtOnce: "own", abilities: ABILITIES });
  const backup = await host.desk.safety.backUpNow({});
  await host.close();
  if (!backup.ok) throw new Error(backup.error.message);
  if (ledger.stories.size === 0) return;
  const path = join(home, "newsroom", "newsroom.db");
  const bytes = readFileSync(path);
  bytes.fill(seed % 256, 0, FIRST_PAGE_BYTES);
  writeFileSync(path, bytes);
  ledger.damaged.add(sha256(bytes));
}
