import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stetHome } from "#main/checkout.ts";
import { electronRuntime, fetchElectronRuntime } from "#main/launch/electron-runtime.ts";
import { installedBrowser } from "#main/launch/installed-browser.ts";
import { addressOfRunningStet, answerOtherStarts } from "#main/launch/other-starts.ts";
import { readStartFlags } from "#main/launch/start-flags.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "stet-launch-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content = ""): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const A_DAY_MS = 24 * 60 * 60 * 1000;
function silence(): void {}
function attempts(): number {
  return ["1", "2", "3"].filter((name) => existsSync(path.join(folder, `try-${name}`))).length;
}

/** A checkout whose installer counts its tries and, where `works`, leaves a runtime. */
function checkout(works: boolean): void {
  write("node_modules/electron/package.json", JSON.stringify({ version: "45.4.1", type: "commonjs" }));
  write(
    "node_modules/electron/install.js",
    `const fs = require("node:fs"), path = require("node:path");
     const next = [1, 2, 3].find((name) => !fs.existsSync(path.join(__dirname, "../../try-" + name)));
     fs.writeFileSync(path.join(__dirname, "../../try-" + next), "");
     if (!${String(works)}) process.exit(1);
     fs.mkdirSync(path.join(__dirname, "dist"), { recursive: true });
     fs.writeFileSync(path.join(__dirname, "dist", "electron"), "");
     fs.writeFileSync(path.join(__dirname, "path.txt"), "electron");`,
  );
}

async function withMirror(body: () => Promise<void>): Promise<void> {
  const mirror = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => {
    mirror.listen(0, "127.0.0.1", resolve);
  });
  const address = mirror.address();
  const port = typeof address === "object" && address ? address.port : 0;
  vi.stubEnv("ELECTRON_MIRROR", `http://127.0.0.1:${String(port)}/`);
  await body();
  mirror.close();
  mirror.closeAllConnections();
}

describe("npm start", () => {
  it("opens a window on any free port where nothing else is said", () => {
    expect(readStartFlags([])).toMatchObject({ ok: true, value: { window: true, port: 0, host: undefined } });
  });

  it("takes every option in either form", () => {
    const flags = [
      "--newsroom",
      "/desk",
      "--home=/home",
      "--no-window",
      "--port",
      "4000",
      "--host",
      "browser",
    ];
    expect(readStartFlags(flags)).toEqual({
      ok: true,
      value: { newsroom: "/desk", home: "/home", window: false, port: 4000, host: "browser", help: false },
    });
  });

  it.each([
    [["--host", "safari"], /"safari".*electron or browser/],
    [["--port", "http"], /"http" is no port/],
    [["--port", "70000"], /"70000" is no port/],
    [["--colour"], /--colour/],
    [["harbor.txt"], /harbor\.txt/],
  ])("says what is wrong with %j", (words, sentence) => {
    expect(readStartFlags(words)).toEqual({ ok: false, error: expect.stringMatching(sentence) });
  });

  it("keeps its things where it is told, else in STET_HOME, else where the system keeps such things", () => {
    expect(stetHome("/given", { STET_HOME: "/named" })).toBe(path.resolve("/given"));
    expect(stetHome(undefined, { STET_HOME: "/named" })).toBe(path.resolve("/named"));
    expect(stetHome(undefined, { STET_HOME: "" })).toMatch(/stet/);
  });
});

describe("the browser for the window", () => {
  it("is found on the path on Linux, Chromium before the others", () => {
    write("one/google-chrome");
    const machine = {
      platform: "linux",
      env: { PATH: `${folder}/one${path.delimiter}${folder}/two` },
    } as const;
    expect(installedBrowser(machine)).toEqual({
      name: "Chrome",
      program: path.join(folder, "one/google-chrome"),
    });
    write("two/chromium");
    expect(installedBrowser(machine)).toEqual({
      name: "Chromium",
      program: path.join(folder, "two/chromium"),
    });
  });

  it("is found among a person's own programs on a Mac", () => {
    const program = write("Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
    const browser = installedBrowser({ platform: "darwin", env: { HOME: folder } });
    expect([program, "/Applications"].some((place) => browser?.program.startsWith(place))).toBe(true);
  });

  it("is found among the programs of Windows", () => {
    const program = write("Microsoft/Edge/Application/msedge.exe");
    expect(installedBrowser({ platform: "win32", env: { "ProgramFiles(x86)": folder } })).toEqual({
      name: "Edge",
      program,
    });
  });

  it("is the one that STET_BROWSER names, and no other", () => {
    const program = write("my-browser");
    const env = { PATH: process.env["PATH"], STET_BROWSER: program };
    expect(installedBrowser({ platform: "linux", env })?.program).toBe(program);
    const gone = { ...env, STET_BROWSER: `${program}-gone` };
    expect(installedBrowser({ platform: "linux", env: gone })).toBeNull();
  });

  it("is none where none is installed", () => {
    expect(installedBrowser({ platform: "linux", env: { PATH: folder } })).toBeNull();
    expect(installedBrowser({ platform: "win32", env: {} })).toBeNull();
  });
});

describe("Electron's runtime", () => {
  it("is not there before it was fetched, and is found after", async () => {
    checkout(true);
    expect(electronRuntime(folder, {})).toBeNull();
    await withMirror(async () => {
      const said: string[] = [];
      const runtime = await fetchElectronRuntime({ root: folder, home: folder }, (line) => said.push(line));
      expect(runtime).toBe(path.join(folder, "node_modules/electron/dist/electron"));
      expect(said).toHaveLength(1);
    });
    expect(electronRuntime(folder, {})).not.toBeNull();
  });

  it("is not asked for again for a day after it could not be had", async () => {
    checkout(false);
    const places = { root: folder, home: path.join(folder, "home") };
    await withMirror(async () => {
      expect(await fetchElectronRuntime(places, silence, 0)).toBeNull();
      expect(await fetchElectronRuntime(places, silence, A_DAY_MS - 1)).toBeNull();
      expect(attempts()).toBe(1);
      expect(await fetchElectronRuntime(places, silence, A_DAY_MS)).toBeNull();
      expect(attempts()).toBe(2);
    });
  });

  it("is asked for again at once where another version is wanted", async () => {
    checkout(false);
    const places = { root: folder, home: folder };
    await withMirror(async () => {
      await fetchElectronRuntime(places, silence, 0);
      write("node_modules/electron/package.json", JSON.stringify({ version: "46.0.0", type: "commonjs" }));
      await fetchElectronRuntime(places, silence, 1);
      expect(attempts()).toBe(2);
    });
  });

  it("is not even tried for, and nothing is said, where its home cannot be reached", async () => {
    checkout(true);
    vi.stubEnv("ELECTRON_MIRROR", "http://127.0.0.1:1/");
    const said: string[] = [];
    const runtime = await fetchElectronRuntime({ root: folder, home: folder }, (line) => said.push(line));
    expect(runtime).toBeNull();
    expect(attempts()).toBe(0);
    expect(said).toEqual([]);
  });
});

describe("a second start on the same newsroom", () => {
  it("is given another address by the Stet that runs, each time a new one", async () => {
    let given = 0;
    const running = await answerOtherStarts(
      folder,
      undefined,
      () => `http://127.0.0.1/${String((given += 1))}`,
    );
    expect(await addressOfRunningStet(folder, undefined)).toBe("http://127.0.0.1/1");
    expect(await addressOfRunningStet(folder, undefined)).toBe("http://127.0.0.1/2");
    running.close();
    await expect.poll(() => addressOfRunningStet(folder, undefined)).toBeNull();
  });

  it("is on its own where another newsroom is open", async () => {
    const running = await answerOtherStarts(folder, "/desk", () => "http://127.0.0.1/");
    expect(await addressOfRunningStet(folder, "/other")).toBeNull();
    running.close();
  });

  it("starts where a crash has left the meeting place behind", async () => {
    const first = await answerOtherStarts(folder, undefined, () => "first");
    const second = await answerOtherStarts(folder, undefined, () => "second");
    expect(await addressOfRunningStet(folder, undefined)).toBe("second");
    first.close();
    second.close();
  });

  it("starts in a home whose path is too long for a meeting place", async () => {
    const far = path.join(folder, "a".repeat(120));
    const running = await answerOtherStarts(far, undefined, () => "address");
    expect(await addressOfRunningStet(far, undefined)).toBeNull();
    running.close();
  });
});

describe.skipIf(process.platform === "win32")("the meeting place of two starts", () => {
  it("is open to the same person only", async () => {
    chmodSync(folder, 0o755);
    const running = await answerOtherStarts(folder, undefined, () => "address");
    const socket = readdirSync(folder).find((name) => name.endsWith(".socket")) ?? "";
    expect(statSync(path.join(folder, socket)).mode & 0o022).toBe(0);
    running.close();
  });
});
