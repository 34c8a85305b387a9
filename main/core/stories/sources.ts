import { createHash } from "node:crypto";
import { ulid } from "ulid";
import type { Database } from "better-sqlite3";
import type { SourceSummary } from "#shared/contract/stories.ts";

/** The encoding of a source that was pasted: text already, kept as UTF-8. */
export const PASTE_ENCODING = "text";

/** What a story was made from, as it came. */
export interface NewSource {
  readonly name: string;
  readonly mediaType: string;
  /** How its bytes are read: "UTF-8", "Windows-1252" …, or {@link PASTE_ENCODING}. */
  readonly encoding: string;
  readonly bytes: Uint8Array;
}

/** A source with everything that was kept of it. */
export interface StoredSource extends NewSource {
  readonly summary: SourceSummary;
}

/** The originals beside the stories. They are never changed. */
export interface SourceTable {
  readonly add: (seq: number, source: NewSource, receivedAtMs: number) => void;
  /** Whether a story has the very same bytes under the same name already. */
  readonly has: (seq: number, source: NewSource) => boolean;
  /** The sources of a story, oldest first. */
  readonly ofStory: (seq: number) => readonly SourceSummary[];
  readonly find: (id: string) => StoredSource | undefined;
}

interface SummaryRow {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly received_at_ms: number;
  readonly size: number;
}

interface SourceRow extends SummaryRow {
  readonly encoding: string;
  readonly bytes: Buffer;
}

const SUMMARY_COLUMNS = "id, name, media_type, received_at_ms, length(bytes) AS size";

function summaryOf(row: SummaryRow): SourceSummary {
  const { id, name, media_type: mediaType, received_at_ms: receivedAtMs, size: bytes } = row;
  return { id, name, mediaType, receivedAtMs, bytes };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Prepares the statements on the table of sources. */
export function sourceTable(sql: Database): SourceTable {
  const insert = sql.prepare<[string, number, string, string, string, string, Uint8Array, number]>(
    `INSERT INTO source (id, story, name, media_type, encoding, sha256, bytes, received_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const same = sql
    .prepare<[number, string, string], number>(
      "SELECT 1 FROM source WHERE story = ? AND name = ? AND sha256 = ?",
    )
    .pluck();
  const ofStory = sql.prepare<[number], SummaryRow>(
    `SELECT ${SUMMARY_COLUMNS} FROM source WHERE story = ? ORDER BY received_at_ms, id`,
  );
  const byId = sql.prepare<[string], SourceRow>(
    `SELECT ${SUMMARY_COLUMNS}, encoding, bytes FROM source WHERE id = ?`,
  );
  return {
    add: (seq, { name, mediaType, encoding, bytes }, receivedAtMs) => {
      insert.run(`o_${ulid()}`, seq, name, mediaType, encoding, sha256Of(bytes), bytes, receivedAtMs);
    },
    has: (seq, { name, bytes }) => same.get(seq, name, sha256Of(bytes)) !== undefined,
    ofStory: (seq) => ofStory.all(seq).map(summaryOf),
    find: (id) => {
      const row = byId.get(id);
      if (!row) return undefined;
      const { name, media_type: mediaType, encoding, bytes } = row;
      return { name, mediaType, encoding, bytes, summary: summaryOf(row) };
    },
  };
}
