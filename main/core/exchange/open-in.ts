import { openMatters } from "#shared/changes/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";

function sentencePart(count: number, one: string, more: string): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? `1 ${one}` : `${String(count)} ${more}`];
}

/**
 * What is open in a story, for whoever gets its final text: `3 open changes were taken as accepted,
 * 1 query is open.` Null where nothing is.
 */
export function openIn(document: StoryDocument): string | null {
  const { changes, queries } = openMatters(document);
  const parts = [
    ...sentencePart(
      changes.length,
      "open change was taken as accepted",
      "open changes were taken as accepted",
    ),
    ...sentencePart(queries.length, "query is open", "queries are open"),
  ];
  return parts.length === 0 ? null : `${parts.join(", ")}.`;
}
