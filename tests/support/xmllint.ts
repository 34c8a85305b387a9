import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { notRun, SHARED_FOLDER } from "./outside-programs.ts";

const NITF_SCHEMA = join(SHARED_FOLDER, "conformance/nitf/nitf-3-6.xsd");

/** Why IPTC's schema for NITF 3.6 cannot be asked here, or null. */
export const nitfSchemaNotRun = notRun(["xmllint"], [NITF_SCHEMA]);

/** Why nobody can be asked here whether a file is well-formed XML, or null. */
export const wellFormedNotRun = notRun(["xmllint"]);

function complaints(args: readonly string[], files: readonly string[]): string {
  const run = spawnSync("xmllint", ["--noout", "--nonet", ...args, ...files], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (run.error) throw run.error;
  return run.status === 0 ? "" : run.stderr;
}

/** Checks files against IPTC's schema for NITF 3.6; gives what is wrong with them, empty where nothing is. */
export function nitfSchemaComplaints(files: readonly string[]): string {
  return complaints(["--schema", NITF_SCHEMA], files);
}

/** Gives what keeps files from being well-formed XML, empty where nothing does. */
export function wellFormedComplaints(files: readonly string[]): string {
  return complaints([], files);
}
