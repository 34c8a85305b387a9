import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The folder beside the checkout with what others made: grammars, sample files, tools. */
export const SHARED_FOLDER = join(import.meta.dirname, "../../../shared");

/** True where a program of this name can be run. */
export function isInstalled(program: string): boolean {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

/** Why a check cannot be made here, to be put in the name of the skipped test; null where it can. */
export function notRun(programs: readonly string[], files: readonly string[] = []): string | null {
  const missing = [
    ...programs.filter((program) => !isInstalled(program)),
    ...files.filter((file) => !existsSync(file)),
  ];
  return missing.length === 0 ? null : `not run: no ${missing.join(", no ")}`;
}
