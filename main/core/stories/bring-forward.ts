import type { Failure } from "#shared/contract/failures.ts";
import { DOCUMENT_SCHEMA } from "#shared/document/index.ts";
import { ok, type Result } from "#shared/rpc/result.ts";
import { blockRow } from "./block-row.ts";
import { storedDocument } from "./stored-document.ts";
import type { StoryRow } from "./story-row.ts";
import type { StoryFrame, StoryTable } from "./story-table.ts";

/**
 * Before a story that an older Stet wrote is changed, all of it is written in today's form: rows
 * of two versions never lie under one number. Gives `damaged` where the story cannot be read.
 */
export function bringForward(table: StoryTable, row: StoryRow, frame: StoryFrame): Result<null, Failure> {
  if (frame.documentSchema >= DOCUMENT_SCHEMA) return ok(null);
  const story = storedDocument(table, row, frame);
  if (!story.ok) return story;
  for (const block of story.value.blocks) table.putBlock(row.seq, blockRow(block));
  table.countChanges(row.seq);
  table.putNotes(row.seq, story.value.notes ?? [], DOCUMENT_SCHEMA);
  return ok(null);
}
