import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderShower, hasDisplay } from "#main/webhost/desktop.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "stet-desktop-"));
  mkdirSync(path.join(folder, "bin"));
  mkdirSync(path.join(folder, "export"));
  writeFileSync(path.join(folder, "export", "harbor.icml"), "");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A Linux desktop whose file manager writes down what it was given. */
function desktop(): { readonly platform: "linux"; readonly env: Readonly<Record<string, string>> } {
  const program = path.join(folder, "bin", "xdg-open");
  writeFileSync(program, `#!/bin/sh\nprintf '%s' "$*" > '${folder}/shown'\n`);
  chmodSync(program, 0o755);
  return { platform: "linux", env: { PATH: path.join(folder, "bin"), DISPLAY: ":0" } };
}

async function shown(): Promise<string> {
  const file = path.join(folder, "shown");
  await expect.poll(() => existsSync(file) && readFileSync(file, "utf8")).toBeTruthy();
  return readFileSync(file, "utf8");
}

describe.skipIf(process.platform === "win32")("showing a folder", () => {
  it("hands the folder to the file manager", async () => {
    const show = folderShower(desktop());
    expect(await show?.(path.join(folder, "export"))).toEqual({ ok: true, value: null });
    expect(await shown()).toBe(path.join(folder, "export"));
  });

  it("hands over the folder of a file, never the file: that would start the program it is for", async () => {
    await folderShower(desktop())?.(path.join(folder, "export", "harbor.icml"));
    expect(await shown()).toBe(path.join(folder, "export"));
  });

  it("says that a folder is gone", async () => {
    const gone = path.join(folder, "gone");
    expect(await folderShower(desktop())?.(gone)).toMatchObject({
      ok: false,
      error: { code: "not-found", message: expect.stringContaining(gone) as string },
    });
  });

  it("says where the folder is when the file manager does not start", async () => {
    const machine = desktop();
    chmodSync(path.join(folder, "bin", "xdg-open"), 0o644);
    expect(await folderShower(machine)?.(path.join(folder, "export"))).toMatchObject({
      ok: false,
      error: { code: "not-here", message: expect.stringContaining(path.join(folder, "export")) as string },
    });
  });

  it("is not offered without a display or a file manager", () => {
    const { platform, env } = desktop();
    expect(folderShower({ platform, env: { ...env, DISPLAY: "" } })).toBeUndefined();
    expect(folderShower({ platform, env: { DISPLAY: ":0", PATH: folder } })).toBeUndefined();
    expect(folderShower({ platform: "darwin", env: {} })).toBeDefined();
    expect(folderShower({ platform: "win32", env: {} })).toBeDefined();
  });
});

describe("a display", () => {
  it.each([
    ["linux", {}, false],
    ["linux", { DISPLAY: ":0" }, true],
    ["linux", { WAYLAND_DISPLAY: "wayland-0" }, true],
    ["darwin", {}, true],
    ["win32", {}, true],
  ] as const)("on %s with %j: %s", (platform, env, has) => {
    expect(hasDisplay({ platform, env })).toBe(has);
  });
});
