import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { ROOT } from "#main/checkout.ts";
import { buildElectronHost } from "#main/launch/electron-host.ts";
import { electronRuntime } from "#main/launch/electron-runtime.ts";
import { ensureBrowser } from "./browser.ts";

/** How many checks of a suite went which way. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const PASSED: Tally = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };
const REPORTS = path.join(ROOT, ".cache", "test-reports");

function say(line: string): void {
  console.log(line);
}

/** Runs a tool of node_modules to its end, its output on the screen; gives its exit code. */
function run(
  tool: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(process.execPath, [path.join(ROOT, tool), ...words], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    child.once("exit", (code) => resolve(code ?? 1));
    child.once("error", () => resolve(1));
  });
}

/** One tool that passes or fails as a whole. */
async function check(name: string, tool: string, ...words: readonly string[]): Promise<Tally> {
  const passed = (await run(tool, words)) === 0;
  say(`${passed ? "✓" : "✗"} ${name}`);
  return passed ? PASSED : FAILED;
}

/** A runner that says it failed has failed, whatever it counted: a file that does not load has no tests in it. */
function honest(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readReport<Report>(file: string, schema: z.ZodType<Report>): Report | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

const testFile = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string(),
  assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
});
type TestFile = z.infer<typeof testFile>;
const vitestReport = z.object({ testResults: z.array(testFile) });

function testsOf({ assertionResults }: TestFile, isCounted: (status: string) => boolean): readonly string[] {
  return assertionResults.filter(({ status }) => isCounted(status)).map(({ fullName }) => fullName);
}

/** A file that has failed with no failure to show for it: its process died. */
function isLost(file: TestFile): boolean {
  return file.status === "failed" && file.message === "" && !file.assertionResults.some(hasFailed);
}

function hasFailed({ status }: { readonly status: string }): boolean {
  return status === "failed";
}

/** Runs test files, or all there are; gives how each went, and the exit code. */
async function testFiles(
  name: string,
  files: readonly string[],
): Promise<{ readonly results: readonly TestFile[]; readonly exitCode: number } | null> {
  const out = path.join(REPORTS, `${name}.json`);
  const words = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${out}`, ...files];
  const exitCode = await run("node_modules/vitest/vitest.mjs", words);
  const report = readReport(out, vitestReport);
  return report && { results: report.testResults, exitCode };
}

function tallied(results: readonly TestFile[]): Tally {
  const skipped = results.flatMap((file) =>
    testsOf(file, (status) => status !== "passed" && status !== "failed"),
  );
  for (const fullName of skipped) say(`- ${fullName}`);
  // A file that does not load has no tests in it, and has failed.
  const unloaded = results.filter((file) => file.status === "failed" && file.message !== "");
  return {
    passed: results.flatMap((file) => testsOf(file, (status) => status === "passed")).length,
    failed:
      results.flatMap((file) => testsOf(file, (status) => status === "failed")).length + unloaded.length,
    skipped: skipped.length,
  };
}

/**
 * All tests that run in Node. Node 24's V8 sometimes ends a whole process when a thread in it ends
 * ("Check failed: jit_page_->allocations_.erase"); the file that this took along is run once more, and named.
 */
async function vitest(): Promise<Tally> {
  const first = await testFiles("vitest", []);
  if (!first) return FAILED;
  const lost = first.results.filter(isLost).map(({ name }) => name);
  if (lost.length === 0) return honest(tallied(first.results), first.exitCode);
  say(`- a process died under ${lost.map((file) => path.relative(ROOT, file)).join(", ")}: run once more`);
  const again = await testFiles("vitest-again", lost);
  if (!again) return FAILED;
  const results = [...first.results.filter((file) => !isLost(file)), ...again.results];
  return honest(tallied(results), again.exitCode);
}

/** So many kills show whether a change broke something; `npm run test:crash` makes more. */
const CRASH_ROUNDS = 45;
const crashReport = z.object({ passed: z.number(), failed: z.number() });

/** Kills the real core again and again; each kill after which everything is there counts as one check. */
async function crashes(): Promise<Tally> {
  const file = path.join(REPORTS, "crash.json");
  const exitCode = await run("tests/crash/run.ts", ["--rounds", String(CRASH_ROUNDS), "--report", file]);
  const report = readReport(file, crashReport);
  return report ? honest({ ...report, skipped: 0 }, exitCode) : FAILED;
}

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

async function playwright(): Promise<Tally> {
  const desktop = electronRuntime(ROOT) !== null;
  if (ensureBrowser(say) === null) {
    say("✗ end to end: no browser is installed and none could be. Install Chromium, Chrome or Edge.");
    return FAILED;
  }
  if (desktop && (await buildElectronHost()) !== 0) return FAILED;
  const file = path.join(REPORTS, "playwright.json");
  const exitCode = await run(
    "node_modules/@playwright/test/cli.js",
    ["test", "--reporter=list,json", "--pass-with-no-tests"],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  const report = readReport(file, playwrightReport);
  if (!report) return exitCode === 0 ? { passed: 0, failed: 0, skipped: 0 } : FAILED;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const notRun = desktop ? 0 : expected + unexpected + flaky + skipped;
  if (!desktop)
    say(`- end to end on the desktop app, not run: no Electron runtime (${String(notRun)} specs)`);
  return honest({ passed: expected, failed: unexpected + flaky, skipped: skipped + notRun }, exitCode);
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const suites: readonly (() => Promise<Tally>)[] = [
  () => check("types", "node_modules/typescript/bin/tsc", "-b"),
  () => check("lint", "node_modules/oxlint/bin/oxlint", "--type-aware", "--max-warnings", "0"),
  () => check("format", "node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."),
  vitest,
  crashes,
  () => check("pages are built", "main/launch/prepare.mjs", "--quiet"),
  playwright,
];
let total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites) {
  const { passed, failed, skipped } = await suite();
  total = {
    passed: total.passed + passed,
    failed: total.failed + failed,
    skipped: total.skipped + skipped,
  };
}
say(`${String(total.passed)} passed, ${String(total.failed)} failed, ${String(total.skipped)} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
