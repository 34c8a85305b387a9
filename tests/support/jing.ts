import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { notRun, SHARED_FOLDER } from "./outside-programs.ts";

const GRAMMAR = join(SHARED_FOLDER, "conformance/idml-schema/single/IDMarkupLanguage.rnc");

/** The version of the document model that Adobe's grammar describes; a file to check must name it. */
export const GRAMMAR_DOM_VERSION = "21.5";

/** Why Adobe's grammar cannot be asked here, or null. */
export const adobeGrammarNotRun = notRun(["jing"], [GRAMMAR]);

/** Checks ICML, IDMS or flat IDML files against Adobe's grammar; gives its complaints, empty where there are none. */
export function adobeGrammarComplaints(files: readonly string[]): string {
  const run = spawnSync("jing", ["-c", GRAMMAR, ...files], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (run.error) throw run.error;
  if (run.status !== 0 && run.stdout === "") return run.stderr;
  return run.stdout;
}
