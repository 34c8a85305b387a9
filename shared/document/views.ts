import { hasRuns, type Block } from "./block.ts";
import { canonicalRuns, type Run } from "./run.ts";
import type { StoryDocument } from "./story-document.ts";

function finalRuns(runs: readonly Run[]): readonly Run[] {
  return canonicalRuns(
    runs
      .filter((run) => run.change?.kind !== "delete")
      .map(({ change: _change, formatChange: _formatChange, notes: _notes, ...plain }) => plain),
  );
}

function originalRuns(runs: readonly Run[]): readonly Run[] {
  return canonicalRuns(
    runs
      .filter((run) => run.change?.kind !== "insert")
      .map(({ change: _change, formatChange, notes: _notes, ...plain }) =>
        formatChange ? { ...plain, marks: formatChange.was } : plain,
      ),
  );
}

function mapRuns(block: Block, view: (runs: readonly Run[]) => readonly Run[]): Block {
  if (block.kind === "photo") {
    return { ...block, caption: view(block.caption), credit: view(block.credit) };
  }
  return hasRuns(block) ? { ...block, runs: view(block.runs) } : block;
}

function withoutNotes(
  { schema, blocks }: StoryDocument,
  view: (runs: readonly Run[]) => readonly Run[],
): StoryDocument {
  return { schema, blocks: blocks.map((block) => mapRuns(block, view)) };
}

/** The story as it prints: deletions gone, insertions plain, notes gone. Counting, search and export work on this. */
export function finalView(document: StoryDocument): StoryDocument {
  return withoutNotes(document, finalRuns);
}

/** The story as it was before any open change: insertions gone, deletions and old marks back, notes gone. */
export function originalView(document: StoryDocument): StoryDocument {
  return withoutNotes(document, originalRuns);
}

/** The final text of runs: what a reader would see of them. */
export function finalText(runs: readonly Run[]): string {
  return runs.map((run) => (run.change?.kind === "delete" ? "" : run.text)).join("");
}
