import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const PREPARE = path.resolve(import.meta.dirname, "../../main/launch/prepare.mjs");

let checkout: string;

function write(name: string, content: string): void {
  const file = path.join(checkout, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A checkout with nothing installed, whose npm and Vite only write down that they were called. */
beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), "stet-checkout-"));
  mkdirSync(path.join(checkout, "main/launch"), { recursive: true });
  cpSync(PREPARE, path.join(checkout, "main/launch/prepare.mjs"));
  write("package.json", `{ "type": "module" }`);
  write("package-lock.json", "{}");
  write("renderer/main.tsx", "first");
  write(
    "fake-npm.js",
    `import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
     appendFileSync("calls.txt", "npm " + process.argv.slice(2).join(" ") + "\\n");
     if (process.env.NPM_FAILS) { console.error("npm error: no network"); process.exit(1); }
     mkdirSync("node_modules/vite/bin", { recursive: true });
     writeFileSync("node_modules/vite/package.json", '{ "type": "module" }');
     writeFileSync("node_modules/vite/bin/vite.js", \`
       import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
       appendFileSync("calls.txt", "vite\\\\n");
       if (process.env.VITE_FAILS) { console.error("main.tsx: a bracket is missing"); process.exit(1); }
       mkdirSync("dist/renderer", { recursive: true });
       writeFileSync("dist/renderer/index.html", "");\`);`,
  );
  write(
    "main/say.ts",
    `const words: readonly string[] = process.argv.slice(2);
     console.log("said " + words.join("|"));
     process.exitCode = 7;`,
  );
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, npm_execpath: path.join(checkout, "fake-npm.js"), ...more };
}

function prepare(words: readonly string[], more: Readonly<Record<string, string>> = {}): Run {
  return spawnSync(process.execPath, [path.join(checkout, "main/launch/prepare.mjs"), ...words], {
    encoding: "utf8",
    env: environment(more),
  });
}

function calls(): readonly string[] {
  return readFileSync(path.join(checkout, "calls.txt"), "utf8").trim().split("\n");
}

describe("preparing a checkout", () => {
  it("installs, builds, and runs the script with its own words and exit code", () => {
    const run = prepare(["main/say.ts", "--json", "two words"]);
    expect(run.stdout).toMatch(/^Installing .*\nBuilding .*\nsaid --json\|two words\n$/);
    expect(run.status).toBe(7);
    expect(calls()).toEqual([expect.stringMatching(/^npm ci .*--ignore-scripts/), "vite"]);
  });

  it("does nothing the second time, and says nothing", () => {
    prepare([]);
    expect(prepare(["main/say.ts"]).stdout).toBe("said \n");
    expect(calls()).toHaveLength(2);
  });

  it("installs again when the lock file has changed", () => {
    prepare([]);
    write("package-lock.json", `{ "lockfileVersion": 3 }`);
    prepare([]);
    expect(calls().filter((call) => call.startsWith("npm"))).toHaveLength(2);
  });

  it("builds again when a source has changed, is new, or is gone", () => {
    prepare([]);
    write("renderer/main.tsx", "second");
    prepare([]);
    write("renderer/desk.tsx", "new");
    prepare([]);
    rmSync(path.join(checkout, "renderer/desk.tsx"));
    prepare([]);
    prepare([]);
    expect(calls().filter((call) => call === "vite")).toHaveLength(4);
  });

  it("builds again when the pages are gone", () => {
    prepare([]);
    rmSync(path.join(checkout, "dist/renderer"), { recursive: true });
    prepare([]);
    expect(calls().filter((call) => call === "vite")).toHaveLength(2);
  });

  it("says nothing at all for a script that speaks for itself, and builds no pages that it does not need", () => {
    const run = prepare(["--quiet", "--no-bundle", "main/say.ts", "list"]);
    expect(run.stdout).toBe("said list\n");
    expect(run.stderr).toBe("");
    expect(calls()).toHaveLength(1);
  });

  it("shows what npm says where it fails, runs nothing, and tries again next time", () => {
    const run = prepare(["--quiet", "main/say.ts"], { NPM_FAILS: "1" });
    expect(run.status).toBe(1);
    expect(run.stdout).toBe("");
    expect(run.stderr).toMatch(/no network[^]*could not be installed/);
    expect(prepare(["main/say.ts"]).status).toBe(7);
  });

  it("shows what is wrong with the pages where they cannot be built, and tries again next time", () => {
    const run = prepare(["main/say.ts"], { VITE_FAILS: "1" });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/a bracket is missing[^]*could not be built/);
    expect(prepare(["main/say.ts"]).status).toBe(7);
  });

  it.skipIf(process.platform === "win32")("leaves Control-C to the script", async () => {
    write(
      "main/wait.ts",
      `process.once("SIGINT", () => { console.log("committed"); process.exit(0); });
       setInterval(() => undefined, 1000);
       console.log("waiting");`,
    );
    const words = ["--quiet", "--no-bundle", "main/wait.ts"];
    const child = spawn(process.execPath, [path.join(checkout, "main/launch/prepare.mjs"), ...words], {
      env: environment(),
    });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed === "waiting\n") child.kill("SIGINT");
    });
    const [code] = (await once(child, "exit")) as [number | null];
    expect(printed).toBe("waiting\ncommitted\n");
    expect(code).toBe(0);
  });
});
