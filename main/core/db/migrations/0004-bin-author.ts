import type { Migration } from "../migration.ts";

/** Who put a story into the bin, by the name in the settings; "" where nobody had given one. */
export const binAuthor: Migration = {
  version: 4,
  name: "bin-author",
  up: (sql) => {
    sql.exec("ALTER TABLE story ADD COLUMN binned_by TEXT NOT NULL DEFAULT ''");
  },
};
