import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A file of each layer and what it may not load, with words of the rule that says so. */
const FORBIDDEN = [
  ["shared/fit/measure.ts", "#main/core/desk.ts", "knows no layer above"],
  ["shared/fit/measure.ts", "#renderer/app/commands.ts", "knows no layer above"],
  ["shared/fit/measure.ts", "../../main/core/desk.ts", "knows no layer above"],
  ["shared/fit/measure.ts", "node:fs", "pure TypeScript"],
  ["shared/fit/measure.ts", "electron", "pure TypeScript"],
  ["shared/fit/measure.ts", "react", "pure TypeScript"],
  ["shared/fit/measure.ts", "lexical", "pure TypeScript"],
  ["shared/fit/measure.ts", "@lexical/utils", "pure TypeScript"],
  ["shared/document/block.ts", "#shared/newsroom/index.ts", "imports no other room"],
  ["shared/document/block.ts", "../newsroom/index.ts", "imports no other room"],
  ["shared/document/block.ts", "node:crypto", "pure TypeScript"],
  ["renderer/desk/list.tsx", "#main/core/desk.ts", "through shared/contract only"],
  ["renderer/desk/list.tsx", "../../main/core/desk.ts", "through shared/contract only"],
  ["renderer/desk/list.tsx", "node:fs", "sandboxed page"],
  ["renderer/desk/list.tsx", "electron", "sandboxed page"],
  ["renderer/desk/list.tsx", "better-sqlite3", "sandboxed page"],
  ["main/core/desk.ts", "electron", "know no host"],
  ["main/core/desk.ts", "#main/electron/main.ts", "know no host"],
  ["main/core/desk.ts", "#main/webhost/web-host.ts", "know no host"],
  ["main/core/desk.ts", "#main/cli/stet.ts", "know no host"],
  ["main/core/desk.ts", "../launch/start.ts", "know no host"],
  ["main/core/desk.ts", "#renderer/app/commands.ts", "meet in shared only"],
  ["main/formats/icml/write.ts", "electron", "know no host"],
  ["main/formats/icml/write.ts", "#renderer/app/commands.ts", "meet in shared only"],
  ["main/webhost/web-host.ts", "electron", "Only main/electron"],
  ["main/webhost/web-host.ts", "#renderer/app/commands.ts", "meet in shared only"],
  ["main/cli/stet.ts", "#main/electron/main.ts", "Only main/electron"],
  ["main/launch/start.ts", "../electron/main.ts", "Only main/electron"],
  ["main/electron/main.ts", "#renderer/app/commands.ts", "meet in shared only"],
  ["tests/unit/some.test.ts", "electron", "Only main/electron"],
] as const;

/** What each layer lives on: were these refused, the rules above would prove nothing. */
const ALLOWED = [
  ["shared/fit/measure.ts", "#shared/document/index.ts"],
  ["shared/document/block.ts", "./run.ts"],
  ["shared/document/block.ts", "zod"],
  ["renderer/desk/list.tsx", "#shared/contract/index.ts"],
  ["renderer/desk/list.tsx", "react"],
  ["main/core/desk.ts", "node:fs"],
  ["main/core/desk.ts", "better-sqlite3"],
  ["main/formats/icml/write.ts", "#shared/document/index.ts"],
  ["main/webhost/web-host.ts", "#main/core/desk.ts"],
  ["main/cli/stet.ts", "#main/core/desk.ts"],
  ["main/electron/main.ts", "electron"],
] as const;

const report = z.object({
  diagnostics: z.array(
    z.object({ code: z.string(), message: z.string(), filename: z.string(), help: z.string().optional() }),
  ),
});
type Finding = z.infer<typeof report>["diagnostics"][number];

let folder: string;
let findings: readonly Finding[];

/** Where a case is written: each in a tree of its own, so that one file can be tried with many imports. */
function caseFolder(kind: string, index: number): string {
  return `${kind}-${String(index)}`;
}

function findingsIn(tree: string): readonly Finding[] {
  return findings.filter(
    ({ filename, code }) => filename.startsWith(`${tree}/`) && code.includes("no-restricted-imports"),
  );
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "stet-layers-"));
  const write = (tree: string, file: string, source: string): void => {
    const target = path.join(folder, tree, file);
    mkdirSync(path.dirname(target), { recursive: true });
    // The linter takes the nearest configuration, and its paths start where that lies.
    cpSync(path.join(ROOT, ".oxlintrc.json"), path.join(folder, tree, ".oxlintrc.json"));
    writeFileSync(target, `import { something } from "${source}";\nexport const used = something;\n`);
  };
  for (const [index, [file, source]] of FORBIDDEN.entries())
    write(caseFolder("forbidden", index), file, source);
  for (const [index, [file, source]] of ALLOWED.entries()) write(caseFolder("allowed", index), file, source);
  const oxlint = path.join(ROOT, "node_modules/oxlint/bin/oxlint");
  const run = spawnSync(process.execPath, [oxlint, "--format=json", "."], { cwd: folder, encoding: "utf8" });
  findings = report.parse(JSON.parse(run.stdout)).diagnostics;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the linter keeps the layers apart", () => {
  it.each(FORBIDDEN.map((row, index) => [...row, index] as const))(
    "%s may not load %s: %s",
    (_file, _source, rule, index) => {
      const found = findingsIn(caseFolder("forbidden", index)).map(
        ({ message, help }) => `${message} ${help ?? ""}`,
      );
      expect(found).toEqual([expect.stringContaining(rule)]);
    },
  );

  it.each(ALLOWED.map((row, index) => [...row, index] as const))(
    "%s may load %s",
    (_file, _source, index) => {
      expect(findingsIn(caseFolder("allowed", index))).toEqual([]);
    },
  );
});
