import { openMatters } from "#shared/changes/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import type { OpenCounts } from "#shared/language/english/told/exporting.ts";

/** How much is open in a story, for whoever gets its final text; null where nothing is. */
export function openIn(document: StoryDocument): OpenCounts | null {
  const { changes, queries } = openMatters(document);
  return changes.length + queries.length === 0 ? null : { changes: changes.length, queries: queries.length };
}
