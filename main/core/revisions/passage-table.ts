import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Database } from "better-sqlite3";
import { sha256Of } from "./content-hash.ts";

/** A piece of a revision that is kept: where it lies, and the SHA-256 of its JSON. */
export interface Passage {
  readonly seq: number;
  readonly sha256: Buffer;
}

/**
 * The pieces that revisions are made of: blocks, notes and facts as JSON, compressed, each kept
 * once for its story however many revisions have it.
 */
export interface PassageTable {
  readonly keep: (story: number, json: string) => Passage;
  readonly hash: (seq: number) => Buffer | undefined;
  /** The JSON, byte for byte as it was kept; undefined where it is gone or no longer has its hash. */
  readonly json: (seq: number) => string | undefined;
  /** Drops the pieces of a story that are not among these. */
  readonly dropAllBut: (story: number, used: ReadonlySet<number>) => void;
}

/** Passages are short: zlib's usual window of 32 KiB would only take time to clear. RFC 1951, section 2. */
const DEFLATE = { windowBits: 12, memLevel: 5 } as const;

interface PassageRow {
  readonly sha256: Buffer;
  readonly deflated: Buffer;
}

function inflated({ sha256, deflated }: PassageRow): string | undefined {
  try {
    const json = inflateRawSync(deflated).toString("utf8");
    return sha256Of(json).equals(sha256) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** Prepares the statements on the table of passages. */
export function passageTable(sql: Database): PassageTable {
  const find = sql
    .prepare<[number, Buffer], number>("SELECT seq FROM passage WHERE story = ? AND sha256 = ?")
    .pluck();
  const insert = sql.prepare<[number, Buffer, Buffer]>(
    "INSERT INTO passage (story, sha256, deflated) VALUES (?, ?, ?)",
  );
  const bySeq = sql.prepare<[number], PassageRow>("SELECT sha256, deflated FROM passage WHERE seq = ?");
  const hash = sql.prepare<[number], Buffer>("SELECT sha256 FROM passage WHERE seq = ?").pluck();
  const ofStory = sql.prepare<[number], number>("SELECT seq FROM passage WHERE story = ?").pluck();
  const drop = sql.prepare<[number]>("DELETE FROM passage WHERE seq = ?");
  return {
    keep: (story, json) => {
      const sha256 = sha256Of(json);
      const found = find.get(story, sha256);
      if (found !== undefined) return { seq: found, sha256 };
      const deflated = deflateRawSync(Buffer.from(json, "utf8"), DEFLATE);
      return { seq: Number(insert.run(story, sha256, deflated).lastInsertRowid), sha256 };
    },
    hash: (seq) => hash.get(seq),
    json: (seq) => {
      const row = bySeq.get(seq);
      return row && inflated(row);
    },
    dropAllBut: (story, used) => {
      for (const seq of ofStory.all(story)) if (!used.has(seq)) drop.run(seq);
    },
  };
}
