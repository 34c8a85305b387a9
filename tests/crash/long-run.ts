/**
 * The long proof, `npm run test:crash`: 500 kills of the real core, damage done to every page of a
 * database and of its log, and 50 kills of a host or a window that somebody types in. Words after `--` go to the kills: `npm run test:crash -- --rounds 2000 --seed 7`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { ROOT } from "#main/checkout.ts";

async function passes(words: readonly string[], env: Readonly<Record<string, string>>): Promise<boolean> {
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  const [code]: unknown[] = await once(child, "exit");
  return code === 0;
}

const kills = await passes([path.join(import.meta.dirname, "run.ts"), ...process.argv.slice(2)], {});
const vitest = path.join(ROOT, "node_modules/vitest/vitest.mjs");
const damage = await passes([vitest, "run", "tests/db/recovery-damage.test.ts"], { STET_EVERY_PAGE: "1" });
const playwright = path.join(ROOT, "node_modules/@playwright/test/cli.js");
const typing = await passes([playwright, "test", "killed-while-typing"], { STET_TYPING_KILLS: "25" });
process.exitCode = kills && damage && typing ? 0 : 1;
