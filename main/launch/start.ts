import { ROOT, stetHome } from "#main/checkout.ts";
import { hasDisplay } from "#main/webhost/desktop.ts";
import { runBrowserHost } from "./browser-host.ts";
import { runElectronHost } from "./electron-host.ts";
import { electronRuntime, fetchElectronRuntime } from "./electron-runtime.ts";
import { readStartFlags, START_HELP, type StartFlags } from "./start-flags.ts";

const FAILED = 1;
const USAGE = 2;

function say(sentence: string): void {
  console.log(sentence);
}

/** Electron's runtime, where it is wanted and is or can be here; null has been explained. */
async function runtimeFor({ host, window }: StartFlags, home: string): Promise<string | null> {
  if (host === "browser" || !window || !hasDisplay(process)) return null;
  const runtime = electronRuntime(ROOT) ?? (await fetchElectronRuntime({ root: ROOT, home }, say));
  if (runtime === null)
    say("Electron's runtime is not installed and cannot be fetched now, so Stet opens in a browser window.");
  return runtime;
}

async function start(words: readonly string[]): Promise<number> {
  const flags = readStartFlags(words);
  if (!flags.ok) {
    console.error(`${flags.error} (npm start -- --help lists the options.)`);
    return USAGE;
  }
  if (flags.value.help) {
    say(START_HELP);
    return 0;
  }
  const home = stetHome(flags.value.home, process.env);
  const runtime = await runtimeFor(flags.value, home);
  if (runtime !== null) return runElectronHost(runtime, home, flags.value.newsroom);
  if (flags.value.host === "electron") {
    console.error("The desktop app cannot open: it needs Electron's runtime and a display.");
    return FAILED;
  }
  await runBrowserHost({ ...flags.value, home, say });
  return 0;
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : "Stet could not start.");
  process.exitCode = FAILED;
}
// A browser that was asked to open a window may hold this process: its work is done.
process.exit();
