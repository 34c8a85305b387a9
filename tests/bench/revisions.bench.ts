import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDesk, type DeskHost } from "#main/core/desk.ts";
import { paragraph } from "#shared/document/builders.ts";
import { blockText, diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { compareStories } from "#shared/merge/index.ts";
import { deskClock, SECOND_MS } from "#tests/support/desk-clock.ts";
import { inventedStory, seeded } from "#tests/support/invented-copy.ts";
import type { Measurement } from "./statistics.ts";

const WORDS = 5_000;
const REVISIONS = 1_000;
const COMPARES = 200;
const MEGABYTE = 1024 * 1024;

/** The story with one of its paragraphs written anew, as a day's work goes through it. */
function rewritten(document: StoryDocument, nr: number): StoryDocument {
  const at = (nr * 7) % document.blocks.length;
  const words = inventedStory(nr, 60).blocks.map(blockText).join(" ");
  const id = document.blocks[at]?.id;
  return {
    ...document,
    blocks: id === undefined ? document.blocks : document.blocks.with(at, { ...paragraph(words), id }),
  };
}

/** Saves a story so often, and keeps each of its texts under a name, so that none is thinned out; gives the story's id. */
async function manyRevisions({ desk }: DeskHost, pass: (ms: number) => void): Promise<string> {
  let document = inventedStory(1, WORDS);
  const made = await desk.stories.create({ facts: { slug: "revised" }, document });
  if (!made.ok) throw new Error(made.error.message);
  const { id } = made.value.summary;
  for (let nr = 1; nr < REVISIONS; nr += 1) {
    pass(SECOND_MS);
    const next = rewritten(document, nr);
    const patch = diffDocuments(document, next);
    const saved = await desk.stories.save({ story: id, base: nr, saveId: `save-${String(nr)}`, patch });
    if (!saved.ok) throw new Error(saved.error.message);
    const kept = await desk.revisions.keep({ story: id, name: `Text ${String(nr)}` });
    if (!kept.ok) throw new Error(kept.error.message);
    document = next;
  }
  return id;
}

async function everyRevision({ desk }: DeskHost, story: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let more = true; more;) {
    const before = ids.at(-1);
    const page = await desk.revisions.list({
      story,
      limit: 500,
      ...(before === undefined ? {} : { before }),
    });
    if (!page.ok) throw new Error(page.error.message);
    ids.push(...page.value.revisions.map(({ id }) => id));
    ({ more } = page.value);
  }
  return ids;
}

/** Reads two revisions, here and there in the line, and compares them. */
async function compares({ desk }: DeskHost, ids: readonly string[]): Promise<number[]> {
  const random = seeded(11);
  const any = (): string => ids[Math.floor(random() * ids.length)] ?? "";
  const samples: number[] = [];
  for (let nr = 0; nr < COMPARES; nr += 1) {
    const start = performance.now();
    const [a, b] = [
      await desk.revisions.read({ revision: any() }),
      await desk.revisions.read({ revision: any() }),
    ];
    if (!a.ok || !b.ok) throw new Error("a revision that is being measured cannot be read");
    compareStories(a.value.document, b.value.document);
    samples.push(performance.now() - start);
  }
  return samples;
}

/** The room that 1,000 revisions of a long story take, and how soon two of them are compared. */
export async function revisionsBench(): Promise<readonly Measurement[]> {
  const home = mkdtempSync(path.join(tmpdir(), "stet-bench-"));
  const clock = deskClock();
  const open = (): Promise<DeskHost> =>
    openDesk({
      home,
      openAtOnce: "own",
      abilities: { host: "test", version: "0.0.0-bench" },
      now: clock.now,
    });
  try {
    const writing = await open();
    const story = await manyRevisions(writing, clock.pass);
    await writing.close();
    const bytes = statSync(path.join(home, "newsroom", "newsroom.db")).size;
    const reading = await open();
    const ids = await everyRevision(reading, story);
    if (ids.length < REVISIONS) throw new Error(`only ${String(ids.length)} revisions were made`);
    const samples = await compares(reading, ids);
    await reading.close();
    return [
      {
        name: "a newsroom with 1,000 revisions of a story of 5,000 words",
        megabytes: bytes / MEGABYTE,
        limit: { megabytes: 20 },
      },
      { name: "read two of its revisions and compare them", samples, limit: { p95Ms: 100 } },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
