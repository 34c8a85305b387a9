import type { Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { SaveReceipt, SaveRequest } from "#shared/contract/stories.ts";
import { DOCUMENT_SCHEMA, type Block, type BlockId, type DocumentPatch } from "#shared/document/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { refuseBinned } from "../bin/refuse-binned.ts";
import type { StoryLine } from "../revisions/story-line.ts";
import { blockRow, idTrouble } from "./block-row.ts";
import { storyListLine } from "./list-line.ts";
import { staleBase } from "./stale-base.ts";
import { bringForward } from "./bring-forward.ts";
import { refuseNewer } from "./stored-document.ts";
import { factsOf } from "./story-row.ts";
import type { CountedBlock, StoryTable } from "./story-table.ts";

/** By how much a save changes what is counted of a story. */
interface Delta {
  words: number;
  characters: number;
  photos: number;
  tks: number;
  /** Whether any block with open changes came, went or is another. */
  touchesChanges: boolean;
}

function count(delta: Delta, sign: 1 | -1, block: CountedBlock | undefined): void {
  if (!block) return;
  delta.words += sign * block.words;
  delta.characters += sign * block.characters;
  delta.tks += sign * block.tks;
  if (block.changes !== null) delta.touchesChanges = true;
  if (block.kind === "photo") delta.photos += sign;
}

function isSameOrder(a: readonly BlockId[], b: readonly BlockId[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}

function patchTrouble(patch: DocumentPatch, order: readonly BlockId[]): string | null {
  if (!isSameOrder(patch.order, order)) {
    const known = new Set([...order, ...patch.put.map((block) => block.id)]);
    const missing = patch.order.find((id) => !known.has(id));
    if (missing !== undefined) return `nobody has its block ${missing}`;
  }
  return idTrouble(patch.put);
}

/**
 * Writes one autosave: changed blocks, the order where it is another one, the story's counts and
 * its line in the list, and a revision where one is due, all in one transaction. The receipt is
 * given only after the commit; the same `saveId` again gets the same receipt and writes nothing.
 * Gives `not-found`, `conflict`, `binned`, `newer-version`, and `invalid` for a patch that fits no
 * state of the story.
 */
export function storySaver(
  sql: Database,
  table: StoryTable,
  line: StoryLine,
  now: () => number,
): (request: SaveRequest, caller: string) => Result<SaveReceipt, Failure> {
  const update = sql.prepare<[string, number, number, number, number, number, number, number]>(
    `UPDATE story SET headline = ?, words = words + ?, characters = characters + ?, photos = photos + ?,
       tks = tks + ?, version = ?, updated_at_ms = ?, search_due = 1 WHERE seq = ?`,
  );

  const write = (seq: number, patch: DocumentPatch, order: readonly BlockId[]): Delta => {
    const delta: Delta = { words: 0, characters: 0, photos: 0, tks: 0, touchesChanges: false };
    const kept = new Set(patch.order);
    for (const id of order) {
      if (kept.has(id)) continue;
      count(delta, -1, table.counted(seq, id));
      table.dropBlock(seq, id);
    }
    const put = new Map<BlockId, Block>(patch.put.map((block) => [block.id, block]));
    for (const block of put.values()) {
      if (!kept.has(block.id)) continue;
      const row = blockRow(block);
      count(delta, -1, table.counted(seq, block.id));
      count(delta, 1, row);
      table.putBlock(seq, row);
    }
    if (!isSameOrder(order, patch.order)) table.putOrder(seq, patch.order);
    if (delta.touchesChanges) table.countChanges(seq);
    return delta;
  };

  const save = sql.transaction(
    ({ story, base, saveId, patch }: SaveRequest, caller: string): Result<SaveReceipt, Failure> => {
      const found = table.find(story);
      if (!found.ok) return found;
      const row = found.value;
      const before = table.receipt(row.seq, saveId);
      if (before) return ok(before);
      const out = refuseBinned(row);
      if (!out.ok) return out;
      if (row.version !== base) return failed(staleBase(row, base));
      const frame = table.frame(row.seq);
      const allowed = refuseNewer(row, frame);
      if (!allowed.ok) return allowed;
      const trouble = patchTrouble(patch, frame.order);
      if (trouble !== null) {
        const message = `The change to “${factsOf(row).slug}” does not fit: ${trouble}. Nothing was written.`;
        return failed(failure("invalid", message, row.id));
      }
      const tip = line.beforeSave(row, caller);
      const forward = bringForward(table, row, frame);
      if (!forward.ok) return forward;
      if (patch.notes) table.putNotes(row.seq, patch.notes, DOCUMENT_SCHEMA);
      const { words, characters, photos, tks } = write(row.seq, patch, frame.order);
      // A clock that was put back must not make this save look older than the last.
      const savedAtMs = Math.max(now(), row.updated_at_ms);
      const receipt: SaveReceipt = { version: row.version + 1, savedAtMs };
      const headline = storyListLine(table, row.seq, patch.order);
      update.run(headline, words, characters, photos, tks, receipt.version, receipt.savedAtMs, row.seq);
      table.putReceipt(row.seq, saveId, receipt);
      line.afterSave(row, receipt, caller, tip);
      return ok(receipt);
    },
  );
  return (request, caller) => save.immediate(request, caller);
}
