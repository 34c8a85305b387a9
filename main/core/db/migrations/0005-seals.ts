import type { Migration } from "../migration.ts";
import { NO_SEAL, teachSeals } from "../seal.ts";

/** What every paragraph, and what is known of every story, was when it was written: see `seal.ts`. */
export const seals: Migration = {
  version: 5,
  name: "seals",
  up: (sql) => {
    teachSeals(sql);
    sql.exec(`
      ALTER TABLE block ADD COLUMN seal INTEGER NOT NULL DEFAULT ${String(NO_SEAL)};
      ALTER TABLE story ADD COLUMN facts_seal INTEGER NOT NULL DEFAULT ${String(NO_SEAL)};
      UPDATE block SET seal = stet_seal(json);
      UPDATE story SET facts_seal = stet_seal(facts);
    `);
  },
};
