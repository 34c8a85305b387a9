import type { Migration } from "../migration.ts";
import { firstEdition } from "./0001-first-edition.ts";
import { revisions } from "./0002-revisions.ts";
import { bin } from "./0003-bin.ts";
import { binAuthor } from "./0004-bin-author.ts";
import { seals } from "./0005-seals.ts";
import { tks } from "./0006-tks.ts";
import { openMatters } from "./0007-open-matters.ts";

/** Every step that a newsroom's database goes through, in order. A new one is a new file and a new line here. */
export const MIGRATIONS: readonly Migration[] = [
  firstEdition,
  revisions,
  bin,
  binAuthor,
  seals,
  tks,
  openMatters,
];

/** The version of the database that this Stet reads and writes. */
export const DATABASE_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
