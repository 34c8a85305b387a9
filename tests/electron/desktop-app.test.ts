import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { ChosenKeys } from "#shared/contract/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { app, electronDouble, journal, protocol, session, WindowDouble, world } from "./electron-double.ts";
import { PageDouble } from "./page-double.ts";

vi.mock("electron", () => electronDouble);

/** One run of the desktop app's real main and preload files in a fresh home. */
async function launch(): Promise<{ page: PageDouble; window: WindowDouble }> {
  const page = new PageDouble();
  vi.stubGlobal("window", page);
  await import("#main/electron/preload.ts");
  await import("#main/electron/main.ts");
  await vi.waitFor(() => expect(WindowDouble.open).toHaveLength(1));
  page.ready();
  const [window] = WindowDouble.open;
  if (!window) throw new Error("no window opened");
  return { page, window };
}

function called(listener: unknown, ...given: readonly unknown[]): unknown {
  if (typeof listener !== "function") throw new Error("nothing was installed");
  return (listener as (...all: readonly unknown[]) => unknown)(...given);
}

/** Every item of the menu bar. */
function menuItems(): readonly Electron.MenuItemConstructorOptions[] {
  return world.menu.flatMap((entry) => (Array.isArray(entry.submenu) ? entry.submenu : []));
}

function namesInMenuBar(): readonly unknown[] {
  return world.menu.map(({ label }) => label);
}

describe("the desktop app", () => {
  let home = "";
  let page: PageDouble;
  let window: WindowDouble;

  beforeAll(async () => {
    home = mkdtempSync(path.join(tmpdir(), "stet-desktop-"));
    world.userData = home;
    ({ page, window } = await launch());
  });

  afterAll(async () => {
    for (const utility of world.utilities) await utility.die();
    rmSync(home, { recursive: true, force: true });
    vi.unstubAllGlobals();
  });

  it("takes the single-instance lock and names its schemes before the app is ready", () => {
    expect(journal.slice(0, 4)).toEqual([
      "requestSingleInstanceLock",
      "registerSchemesAsPrivileged",
      "enableSandbox",
      "whenReady",
    ]);
    expect(journal.indexOf("handle app")).toBeLessThan(journal.indexOf("BrowserWindow"));
    expect(protocol.schemes.map((scheme) => scheme.scheme)).toEqual(["app", "photo"]);
  });

  it("opens its page in a sandbox, cut off from Node, and shows it only when there is something to see", async () => {
    expect(window.address).toBe("app://stet/index.html");
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    expect(window.options.webPreferences?.preload).toMatch(/preload\.cjs$/);
    expect(window.options.show).toBe(false);
    await vi.waitFor(() => expect(window.visible).toBe(true));
  });

  it("lets its own pages read and write the clipboard, for the commands that paste", () => {
    const { defaultSession } = session;
    for (const permission of ["clipboard-read", "clipboard-sanitized-write"]) {
      expect(called(defaultSession.permissionCheck, {}, permission)).toBe(true);
    }
  });

  it("denies permissions, devices, the network, navigation and new windows", () => {
    const { defaultSession } = session;
    const answers: boolean[] = [];
    for (const permission of ["media", "geolocation", "notifications", "openExternal"]) {
      called(defaultSession.permissionRequest, {}, permission, (granted: boolean) => answers.push(granted));
      expect(called(defaultSession.permissionCheck, {}, permission)).toBe(false);
    }
    expect(answers).toEqual([false, false, false, false]);
    expect(called(defaultSession.device, {})).toBe(false);

    const verdict = (url: string): unknown => {
      let cancelled: unknown;
      called(defaultSession.beforeRequest, { url }, (answer: { cancel: boolean }) => {
        cancelled = answer.cancel;
      });
      return cancelled;
    };
    expect(verdict("https://example.com/")).toBe(true);
    expect(verdict("http://127.0.0.1:8080/")).toBe(true);
    expect(verdict("file:///etc/passwd")).toBe(true);
    expect(verdict("app://stet/index.html")).toBe(false);
    expect(verdict(`photo://${"a".repeat(64)}`)).toBe(false);

    for (const name of ["will-navigate", "will-redirect", "will-attach-webview"]) {
      const event = { defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) };
      window.webContents.emit(name, event);
      expect(event.defaultPrevented, name).toBe(true);
    }
    expect(called(window.webContents.windowOpenHandler, { url: "https://example.com/" })).toEqual({
      action: "deny",
    });
  });

  it("opens a story in another window of its own making, and nothing else that a page asks for", async () => {
    const ask = (url: string): unknown => called(window.webContents.windowOpenHandler, { url });
    expect(ask("app://stet/index.html#story=01HARBOR")).toEqual({ action: "deny" });
    const second = WindowDouble.open.at(-1);
    expect(WindowDouble.open).toHaveLength(2);
    expect(second?.address).toBe("app://stet/index.html#story=01HARBOR");
    expect(second?.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true });
    await vi.waitFor(() => expect(second?.visible).toBe(true));
    for (const url of [
      "app://stet/index.html",
      "app://stet/index.html#story=",
      "app://stet/index.html#story=../../etc",
      "app://stet/crash#story=01HARBOR",
      "https://example.com/#story=01HARBOR",
    ])
      expect(ask(url), url).toEqual({ action: "deny" });
    expect(WindowDouble.open).toHaveLength(2);
    second?.close();
    expect(WindowDouble.open).toEqual([window]);
  });

  it("serves only files of the bundle, under the strict policy", async () => {
    const serve = protocol.handlers.get("app");
    for (const address of [
      "app://stet/../../package.json",
      "app://stet/%2e%2e/%2e%2e/package.json",
      "app://elsewhere/index.html",
    ]) {
      expect((await serve?.(new Request(address)))?.status, address).toBe(404);
    }
    const crash = await serve?.(new Request("app://stet/crash"));
    const policy = crash?.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain("'unsafe-");
    expect((await protocol.handlers.get("photo")?.(new Request(`photo://${"0".repeat(64)}`)))?.status).toBe(
      404,
    );
    expect((await protocol.handlers.get("photo")?.(new Request("photo://not-a-hash")))?.status).toBe(404);
  });

  it("hands the page one port, over which the whole contract works", async () => {
    const { client } = await page.connection(1);
    const info = await client.host.info(null);
    expect(info).toMatchObject({
      ok: true,
      value: { host: "electron", canChooseFolder: true, newsroom: null },
    });
    expect(await client.host.openNewsroom({ kind: "own" })).toMatchObject({ ok: true });

    world.chosenFolder = home;
    expect(await client.host.chooseFolder({ startAt: "" })).toEqual({ ok: true, value: home });
    world.chosenFolder = null;
    expect(await client.host.chooseFolder({ startAt: "" })).toEqual({ ok: true, value: null });
    expect(await client.host.showInFolder({ path: home })).toEqual({ ok: true, value: null });
    expect(world.shownInFolder).toEqual([home]);
    expect(await client.host.showInFolder({ path: path.join(home, "gone") })).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });

  it("starts a core that died again; a save sent a second time is applied once", async () => {
    const before = await page.connection(1);
    const made = await before.client.stories.create({
      facts: { slug: "seawall" },
      document: story(headline("Seawall")),
    });
    if (!made.ok) throw new Error(made.error.message);
    const { id, version } = made.value.summary;
    const added = paragraph("The tide came over the wall at noon.");
    const request = {
      story: id,
      base: version,
      saveId: "save-1",
      patch: { order: [...made.value.document.blocks.map((block) => block.id), added.id], put: [added] },
    };
    const first = await before.client.stories.save(request);
    expect(first).toMatchObject({ ok: true });

    const lost = new Promise<void>((resolve) => before.onLost(resolve));
    await world.utilities.at(-1)?.die();
    await lost;

    const { client } = await page.connection(2);
    expect(await client.stories.save(request)).toEqual(first);
    const opened = await client.stories.open({ story: id });
    expect(opened).toMatchObject({
      ok: true,
      value: { document: { blocks: [{ kind: "headline" }, added] } },
    });
  });

  it("passes the menu's commands to the page by their ids", () => {
    const submenus = world.menu.flatMap((entry) => (Array.isArray(entry.submenu) ? entry.submenu : []));
    for (const [label, id] of [
      ["Undo", "edit.undo"],
      ["Redo", "edit.redo"],
      ["Export…", "story.export"],
      ["Compare with Another Version…", "story.compare-file"],
    ]) {
      called(submenus.find((item) => item.label === label)?.click);
      expect(page.commands.at(-1)).toEqual({ type: "stet:command", id });
    }
    expect(submenus.map((item) => item.role).filter(Boolean)).toEqual(
      expect.arrayContaining(["cut", "copy", "paste", "selectAll"]),
    );
  });

  it("shows in the menu the keys that were chosen, and those that a command lost to another no more", async () => {
    const keysOf = (label: string): string | undefined =>
      menuItems()
        .find((item) => item.label === label)
        ?.accelerator?.toString();
    await vi.waitFor(() => expect(keysOf("New Story")).toBe("CmdOrCtrl+N"));
    const { client } = await page.connection(2);
    const change = async (chosenKeys: ChosenKeys): Promise<void> => {
      expect(await client.settings.change({ chosenKeys })).toMatchObject({ ok: true });
    };
    await change({
      "photo.insert": ["Mod+Alt+ArrowUp"],
      "story.new": ["Mod+Shift+F9"],
      "app.palette": [],
      "tk.next": ["Mod+H"],
    });
    await vi.waitFor(() => expect(keysOf("New Story")).toBe("CmdOrCtrl+Shift+F9"));
    expect(keysOf("Insert Photo…")).toBe("CmdOrCtrl+Alt+Up");
    expect(keysOf("Commands…")).toBeUndefined();
    expect(keysOf("Find and Replace…")).toBe("CmdOrCtrl+Alt+F");
    expect(keysOf("Export…")).toBe("CmdOrCtrl+Shift+E");
    called(menuItems().find((item) => item.label === "New Story")?.click);
    expect(page.commands.at(-1)).toEqual({ type: "stet:command", id: "story.new" });
    await change({});
    await vi.waitFor(() => expect(keysOf("New Story")).toBe("CmdOrCtrl+N"));
  });

  it("names the menu in the language that the page speaks, and takes no other for one", async () => {
    page.speaks("de");
    await vi.waitFor(() => expect(namesInMenuBar()).toContain("&Datei"), { timeout: 15_000 });
    page.speaks("tlh");
    page.speaks({ language: "en" });
    expect(namesInMenuBar()).toContain("&Datei");
    page.speaks("en");
    await vi.waitFor(() => expect(namesInMenuBar()).toContain("&File"), { timeout: 15_000 });
  });

  it("brings the open window to the front when Stet is started a second time", () => {
    window.minimized = true;
    app.emit("second-instance");
    expect(window.minimized).toBe(false);
    expect(window.focused).toBe(1);
  });

  describe("when it is asked to quit", () => {
    afterEach(() => {
      vi.useRealTimers();
    });

    it("waits while the page is still saving, and asks the person when the save fails", () => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
      window.refusesToUnload = () => true;
      world.messageBoxAnswer = 0;
      app.quit();
      expect(world.messageBoxes).toHaveLength(0);
      vi.advanceTimersByTime(10_000);
      expect(world.messageBoxes).toHaveLength(1);
      expect(world.messageBoxes[0]?.buttons).toEqual(["Keep Stet Open", "Close and Lose Them"]);
      expect(window.isDestroyed()).toBe(false);
      expect(world.quitDone).toBe(false);
    });

    it("shows a crash window with a way back when the page dies", () => {
      window.webContents.emit("render-process-gone", {}, { reason: "crashed" });
      expect(window.isDestroyed()).toBe(true);
      const [crash] = WindowDouble.open;
      expect(crash?.address).toBe("app://stet/crash");
      expect(crash?.options.webPreferences?.preload).toBeUndefined();
      crash?.webContents.emit("will-navigate", {
        url: "app://stet/crash/reopen",
        preventDefault: () => undefined,
      });
      expect(WindowDouble.open.map((open) => open.address)).toEqual(["app://stet/index.html"]);
    });

    it("goes on as soon as the save is committed, closes the newsroom, and only then ends", async () => {
      const [last] = WindowDouble.open;
      if (!last) throw new Error("no window left");
      let saving = true;
      last.refusesToUnload = () => saving;
      app.quit();
      expect(last.isDestroyed()).toBe(false);
      saving = false;
      await vi.waitFor(() => expect(world.quitDone).toBe(true), { timeout: 15_000 });
      expect(last.isDestroyed()).toBe(true);
      expect(world.messageBoxes).toHaveLength(1);
    });

    it("remembers where its window stood, unless that screen is gone", async () => {
      const { recallBounds } = await import("#main/electron/window-bounds.ts");
      const file = path.join(home, "window.json");
      expect(recallBounds(file, [{ x: 0, y: 0, width: 1920, height: 1080 }])).toMatchObject({ x: 40, y: 50 });
      expect(recallBounds(file, [{ x: 5000, y: 0, width: 1920, height: 1080 }])).toBeNull();
      writeFileSync(file, "not json");
      expect(
        recallBounds(
          file,
          world.displays.map((display) => display.workArea),
        ),
      ).toBeNull();
    });
  });
});
