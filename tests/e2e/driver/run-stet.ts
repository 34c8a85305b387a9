import { execFileSync } from "node:child_process";
import path from "node:path";
import { ownNewsroom } from "./stored-stories.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Runs the command line on a newsroom that no window has open, and gives the JSON that it prints. */
export function runStet(home: string, words: readonly string[]): unknown {
  const printed = execFileSync(
    process.env["STET_NODE"] ?? path.join(ROOT, "node_modules/.bin/node"),
    ["main/cli/stet.ts", "--newsroom", ownNewsroom(home), ...words],
    { cwd: ROOT, encoding: "utf8" },
  );
  return JSON.parse(printed);
}
