import type { Database } from "better-sqlite3";
import { storyFactsSchema } from "#shared/newsroom/index.ts";
import type { StoryId } from "#shared/contract/stories.ts";

/** A story by its name. */
export interface KnownStory {
  readonly id: StoryId;
  /** The story's id where its facts cannot be read. */
  readonly slug: string;
}

/** Every story of a newsroom, those in the bin among them, whatever their state. */
export function everyStory(sql: Database): readonly KnownStory[] {
  const rows = sql.prepare<[], { readonly id: string; readonly facts: string }>(
    "SELECT id, facts FROM story ORDER BY seq",
  );
  return rows.all().map(({ id, facts }) => {
    try {
      return { id, slug: storyFactsSchema.parse(JSON.parse(facts)).slug };
    } catch {
      return { id, slug: id };
    }
  });
}
