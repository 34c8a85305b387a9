import type { Migration } from "../migration.ts";

/**
 * The bin: when a story was put there, and why. The desk list's indexes hold only what is not in
 * it; they name the column all the same, because SQLite reads from an index alone only what stands in it.
 */
export const bin: Migration = {
  version: 3,
  name: "bin",
  up: (sql) => {
    sql.exec(`
      ALTER TABLE story ADD COLUMN binned_at_ms INTEGER;
      ALTER TABLE story ADD COLUMN binned_why TEXT NOT NULL DEFAULT '';
      DROP INDEX story_by_update;
      DROP INDEX story_by_deadline;
      DROP INDEX story_by_slug;
      CREATE INDEX story_by_update ON story (updated_at_ms, seq, status, desk, binned_at_ms) WHERE binned_at_ms IS NULL;
      CREATE INDEX story_by_deadline ON story (deadline_at_ms, seq, status, desk, binned_at_ms) WHERE binned_at_ms IS NULL;
      CREATE INDEX story_by_slug ON story (slug_key, seq, status, desk, binned_at_ms) WHERE binned_at_ms IS NULL;
      CREATE INDEX story_in_bin ON story (binned_at_ms) WHERE binned_at_ms IS NOT NULL;
    `);
  },
};
