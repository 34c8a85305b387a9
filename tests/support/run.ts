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

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }),
  ),
});

async function vitest(): Promise<Tally> {
  const file = path.join(REPORTS, "vitest.json");
  const words = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const exitCode = await run("node_modules/vitest/vitest.mjs", words);
  const report = readReport(file, vitestReport);
  if (!report) return FAILED;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const { fullName, status } of tests)
    if (status !== "passed" && status !== "failed") say(`- ${fullName}`);
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report;
  return honest({ passed, failed, skipped: numPendingTests + numTodoTests }, exitCode);
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
