import { closeSync, fsyncSync, openSync } from "node:fs";
import SqliteDatabase from "better-sqlite3";
import { contentOf, type DatabaseContent } from "./database-look.ts";

/** So many pages are copied between two looks around: about a megabyte, less than a thousandth of a second of memory's work. */
const STEP_PAGES = 256;
/** After so many steps the copy is brought to the disk, so that no save waits behind hundreds of megabytes at the end. */
const STEPS_TO_SYNC = 8;

/** How many pages are copied, of how many. */
export type TellCopied = (done: number, total: number) => void;

/**
 * Copies a database that may be in use, with SQLite's online backup (https://www.sqlite.org/backup.html),
 * to a file that is not there yet, and gives what was in it. One read transaction holds the state of
 * the beginning, so that saves in the meantime neither wait nor start the copy anew. The copy is a
 * single file, with no log beside it, and on the disk when this returns.
 */
export async function copyDatabase(from: string, to: string, tell: TellCopied): Promise<DatabaseContent> {
  const source = new SqliteDatabase(from, { readonly: true, fileMustExist: true });
  let content: DatabaseContent;
  let copy: number | undefined;
  try {
    source.exec("BEGIN");
    content = contentOf(source);
    let steps = 0;
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        tell(totalPages - remainingPages, totalPages);
        steps += 1;
        if (steps % STEPS_TO_SYNC === 0) {
          copy ??= openSync(to, "r+");
          fsyncSync(copy);
        }
        return STEP_PAGES;
      },
    });
    source.exec("COMMIT");
  } finally {
    if (copy !== undefined) closeSync(copy);
    source.close();
  }
  const made = new SqliteDatabase(to, { fileMustExist: true });
  try {
    made.pragma("journal_mode = DELETE");
  } finally {
    made.close();
  }
  const handle = openSync(to, "r+");
  fsyncSync(handle);
  closeSync(handle);
  return content;
}
