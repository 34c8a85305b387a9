import { app, BrowserWindow, dialog, Menu, protocol, screen, session, shell } from "electron";
import { existsSync } from "node:fs";
import path from "node:path";
import type { ChosenKeys, StoryId } from "#shared/contract/index.ts";
import { storyFragment } from "#shared/contract/story-address.ts";
import { APP_PAGE, CRASH_PAGE, CRASH_QUIT, CRASH_REOPEN } from "./addresses.ts";
import { superviseCore, type CoreSupervisor } from "./core-supervisor.ts";
import { deskMenu } from "./menu.ts";
import { registerSchemes, serveAddresses } from "./protocols.ts";
import { closeWhenSaved } from "./quit.ts";
import { guardContents, guardSession } from "./session-guard.ts";
import { openWindow } from "./windows.ts";
import { chosenLanguage, LANGUAGES, onLanguage, speak, words } from "#shared/language/index.ts";

const HERE = import.meta.dirname;
const PRELOAD = path.join(HERE, "preload.cjs");
const CORE_ENTRY = path.join(HERE, "core-process.js");
const BUNDLE = path.join(HERE, "..", "renderer");

let core: CoreSupervisor | undefined;
/** As the newsroom that is open has them. */
let chosenKeys: ChosenKeys = {};
let quitting = false;
let coreClosed = false;

function screens(): Electron.Rectangle[] {
  return screen.getAllDisplays().map((display) => display.workArea);
}

function connect(window: BrowserWindow): void {
  if (core)
    window.webContents.postMessage("stet:port", null, [core.connectWindow(`window-${String(window.id)}`)]);
}

function openDeskWindow(story: StoryId | null = null): void {
  const window = openWindow({
    address: story === null ? APP_PAGE : `${APP_PAGE}${storyFragment(story)}`,
    preload: PRELOAD,
    boundsFile: path.join(app.getPath("userData"), "window.json"),
    screens: screens(),
    size: { width: 1320, height: 860 },
  });
  window.webContents.ipc.on("stet:ready", () => connect(window));
  window.webContents.ipc.on("stet:language", (_event, language: unknown) => speakAs(language));
  window.webContents.on("render-process-gone", () => {
    window.destroy();
    openCrashWindow();
  });
  closeWhenSaved(window, {
    dialog,
    tryAgain: () => (quitting ? app.quit() : window.close()),
    onStay: () => {
      quitting = false;
    },
  });
}

function openCrashWindow(): void {
  const window = openWindow({ address: CRASH_PAGE, screens: screens(), size: { width: 640, height: 480 } });
  window.webContents.on("will-navigate", (event) => {
    if (event.url === CRASH_REOPEN) openDeskWindow();
    if (event.url === CRASH_QUIT) app.quit();
    window.close();
  });
}

async function chooseFolder(startAt: string): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    ...(startAt === "" ? {} : { defaultPath: startAt }),
    properties: ["openDirectory", "createDirectory"],
  };
  const front = BrowserWindow.getFocusedWindow();
  const chosen = await (front ? dialog.showOpenDialog(front, options) : dialog.showOpenDialog(options));
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

function showInFolder(file: string): boolean {
  if (!existsSync(file)) return false;
  shell.showItemInFolder(file);
  return true;
}

function showMenu(): void {
  const menu = deskMenu({
    mac: process.platform === "darwin",
    chosen: chosenKeys,
    command: (id) => BrowserWindow.getFocusedWindow()?.webContents.send("stet:command", id),
    newWindow: () => openDeskWindow(),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}

/** Speaks the language of a page, where it is one that Stet speaks. */
function speakAs(named: unknown): void {
  const language = LANGUAGES.find((one) => one === named);
  if (language !== undefined) void speak(language);
}

function start(): void {
  guardSession(session.defaultSession);
  const supervisor = superviseCore({
    entry: CORE_ENTRY,
    home: process.env["STET_HOME"] ?? app.getPath("userData"),
    newsroom: app.commandLine.getSwitchValue("newsroom") || null,
    version: app.getVersion(),
    chooseFolder,
    showInFolder,
    onKeys: (chosen) => {
      chosenKeys = chosen;
      showMenu();
    },
    onRestarted: () => {
      for (const window of BrowserWindow.getAllWindows()) connect(window);
    },
    onGivenUp: () => {
      const { stopping } = words().desktop;
      dialog.showErrorBox(stopping.head, stopping.text);
    },
  });
  core = supervisor;
  serveAddresses(protocol, BUNDLE, (asset) => supervisor.photoFile(asset));
  showMenu();
  onLanguage(showMenu);
  // Until a page says what its newsroom chose.
  void speak(chosenLanguage("system", app.getPreferredSystemLanguages()));
  openDeskWindow();
}

function quitAfterLastCommit(event: Electron.Event): void {
  if (coreClosed || !core) return;
  event.preventDefault();
  void core.close().finally(() => {
    coreClosed = true;
    app.quit();
  });
}

if (app.requestSingleInstanceLock()) {
  registerSchemes();
  app.enableSandbox();
  guardContents(app, openDeskWindow);
  app.on("second-instance", () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on("before-quit", () => {
    quitting = true;
  });
  app.on("will-quit", quitAfterLastCommit);
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin" || quitting) app.quit();
  });
  app.on("activate", () => {
    if (BrowserWindow.getAllWindows().length === 0) openDeskWindow();
  });
  void app.whenReady().then(start);
} else {
  app.quit();
}
