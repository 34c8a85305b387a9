import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import type { Desk } from "#shared/contract/index.ts";
import { paragraph } from "#shared/document/builders.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { openBenchDesk } from "./large-newsroom.ts";
import type { Measurement } from "./statistics.ts";

const WORDS = 1_500;
const WARM_UP = 300;
const SAVES = 3_000;

interface Commit {
  /** Gives how long it took, in milliseconds. */
  readonly commit: (json: string) => number;
  readonly close: () => void;
}

/** The least that a committed text costs: one row of a database of its own, written over with the same bytes and synced as the newsroom's is. */
function rawCommits(folder: string): Commit {
  const sql = new SqliteDatabase(path.join(folder, "raw.db"));
  sql.pragma("journal_mode = WAL");
  sql.pragma("synchronous = FULL");
  sql.pragma("fullfsync = ON");
  sql.exec("CREATE TABLE text (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT");
  const put = sql.prepare<[string]>("INSERT OR REPLACE INTO text VALUES ('one', ?)");
  return {
    commit: (json) => {
      const start = performance.now();
      put.run(json);
      return performance.now() - start;
    },
    close: () => sql.close(),
  };
}

/** Saves a story with one of its paragraphs a few letters longer, as autosave does; gives how long the acknowledgement took. */
function storySaves(desk: Desk, id: string, opened: StoryDocument) {
  let document = opened;
  let version = 1;
  const at = Math.floor(document.blocks.length / 2);
  return async (nr: number): Promise<{ readonly tookMs: number; readonly json: string }> => {
    const before = document.blocks[at];
    const typed = paragraph(`The council voted ${String(nr)} times, and then it rained on the harbor.`);
    const block = { ...typed, id: before?.id ?? typed.id };
    const next = { ...document, blocks: document.blocks.with(at, block) };
    const patch = diffDocuments(document, next);
    const start = performance.now();
    const receipt = await desk.stories.save({
      story: id,
      base: version,
      saveId: `save-${String(nr)}`,
      patch,
    });
    const tookMs = performance.now() - start;
    if (!receipt.ok) throw new Error(receipt.error.message);
    ({ version } = receipt.value);
    document = next;
    return { tookMs, json: JSON.stringify(patch) };
  };
}

/** From a save that is sent to its acknowledgement, against a bare commit of the same bytes on the same disk, turn by turn. */
export async function savingBench(): Promise<readonly Measurement[]> {
  const home = mkdtempSync(path.join(tmpdir(), "stet-bench-"));
  const raw = rawCommits(home);
  const host = await openBenchDesk(home);
  try {
    const document = inventedStory(1, WORDS);
    const made = await host.desk.stories.create({ facts: { slug: "saving" }, document });
    if (!made.ok) throw new Error(made.error.message);
    const save = storySaves(host.desk, made.value.summary.id, document);
    const samples: number[] = [];
    const baseline: number[] = [];
    for (let nr = 0; nr < WARM_UP + SAVES; nr += 1) {
      const { tookMs, json } = await save(nr);
      const rawMs = raw.commit(json);
      if (nr < WARM_UP) continue;
      samples.push(tookMs);
      baseline.push(rawMs);
    }
    return [
      {
        name: "save a paragraph of a 1,500-word story, until it is acknowledged",
        samples,
        baseline: { name: "a bare commit of the same bytes", samples: baseline },
        limit: { ratio: 2 },
      },
    ];
  } finally {
    await host.close();
    raw.close();
    rmSync(home, { recursive: true, force: true });
  }
}
