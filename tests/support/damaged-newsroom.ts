import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDesk, type DeskHost } from "#main/core/desk.ts";
import type { RecoveryReport } from "#shared/contract/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { inventedStory } from "./invented-copy.ts";

export const PAGE_BYTES = 4096;
export const LOG_HEADER_BYTES = 32;
export const FRAME_BYTES = PAGE_BYTES + 24;

/** A newsroom on disk that damage is done to copies of, and what it held. */
export interface Original {
  readonly home: string;
  readonly documents: ReadonlyMap<string, StoryDocument>;
  readonly remove: () => void;
}

/** How a newsroom came out of an opening. */
export interface Opened {
  /** The sentence with which it was refused; null where it opened. */
  readonly refused: string | null;
  readonly report: RecoveryReport | null;
  /** The stories that are there, by id; null for one that cannot be read. */
  readonly documents: ReadonlyMap<string, StoryDocument | null>;
}

function open(home: string): Promise<DeskHost> {
  return openDesk({ home, openAtOnce: "own", abilities: { host: "test", version: "0.0.0-test" } });
}

/** The path of a file of a home's own newsroom. */
export function inNewsroom(home: string, ...names: readonly string[]): string {
  return join(home, "newsroom", ...names);
}

const STORIES = 8;

async function fill(host: DeskHost): Promise<Map<string, StoryDocument>> {
  const documents = new Map<string, StoryDocument>();
  for (let nr = 0; nr < STORIES; nr += 1) {
    const document = inventedStory(nr, 120);
    const made = await host.desk.stories.create({ facts: { slug: `story-${String(nr)}` }, document });
    if (!made.ok) throw new Error(made.error.message);
    documents.set(made.value.summary.id, made.value.document);
  }
  return documents;
}

/** A newsroom of some stories that was closed; the backup of its closing is in it. */
export async function closedNewsroom(): Promise<Original> {
  const home = mkdtempSync(join(tmpdir(), "stet-damaged-"));
  const host = await open(home);
  const documents = await fill(host);
  await host.close();
  return { home, documents, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/**
 * A newsroom as a kill leaves it: what was saved last is in the log alone. The backup is from
 * before. `saves` are made of every story.
 */
export async function killedNewsroom(saves: number): Promise<Original> {
  const before = await closedNewsroom();
  const host = await open(before.home);
  const documents = new Map<string, StoryDocument>();
  for (const [id, first] of before.documents) {
    let document = first;
    for (let base = 1; base <= saves; base += 1) {
      const next = story(...document.blocks, paragraph(`Later, the ${String(base)}. time.`));
      const patch = diffDocuments(document, next);
      const saved = await host.desk.stories.save({ story: id, base, saveId: `save-${String(base)}`, patch });
      if (!saved.ok) throw new Error(saved.error.message);
      document = next;
    }
    documents.set(id, document);
  }
  const home = mkdtempSync(join(tmpdir(), "stet-damaged-"));
  cpSync(before.home, home, { recursive: true });
  await host.close();
  before.remove();
  return { home, documents, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** A copy of a home, for one damage. */
export function copyHome({ home }: Original): string {
  const copy = mkdtempSync(join(tmpdir(), "stet-damaged-"));
  cpSync(home, copy, { recursive: true });
  return copy;
}

/** Changes the bytes of one file of a newsroom. */
export function damage(home: string, name: string, change: (bytes: Buffer) => Uint8Array): Buffer {
  const path = inNewsroom(home, name);
  const bytes = Buffer.from(change(readFileSync(path)));
  writeFileSync(path, bytes);
  return bytes;
}

/** Opens a newsroom, reads everything, closes it. */
export async function openAndRead(home: string): Promise<Opened> {
  const host = await open(home);
  try {
    const info = await host.desk.host.info(null);
    if (!info.ok) throw new Error(info.error.message);
    if (info.value.trouble !== null)
      return { refused: info.value.trouble, report: null, documents: new Map() };
    const list = await host.desk.stories.list({ limit: 500 });
    const news = await host.desk.safety.recovery(null);
    if (!list.ok || !news.ok)
      throw new Error(`the desk list cannot be read: ${list.ok ? "" : list.error.message}`);
    const documents = new Map<string, StoryDocument | null>();
    for (const { id } of list.value.stories) {
      const opened = await host.desk.stories.open({ story: id });
      documents.set(id, opened.ok ? opened.value.document : null);
    }
    return { refused: null, report: news.value.report, documents };
  } finally {
    await host.close();
  }
}

/** How many times this newsroom's database was moved aside. */
export function timesMovedAside(home: string): number {
  const folder = inNewsroom(home, "damaged");
  return existsSync(folder) ? readdirSync(folder).length : 0;
}
