import type * as Electron from "electron";
import { EventEmitter } from "node:events";
import path from "node:path";
import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { portMain, type PortMain } from "./port-main.ts";

type Listener = (...given: never[]) => unknown;

/** An event whose default can be prevented, as Electron's are. */
class PreventableEvent {
  defaultPrevented = false;
  readonly url: string;
  constructor(url = "") {
    this.url = url;
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** What the code under test did to Electron, in order, by the names of the calls. */
export const journal: string[] = [];

/** The switches with which a test plays the world around the app. */
export const world = {
  userData: "",
  switches: new Map<string, string>(),
  singleInstance: true,
  /** What the person answers in a message box: the index of the button. */
  messageBoxAnswer: 0,
  messageBoxes: [] as Electron.MessageBoxSyncOptions[],
  chosenFolder: null as string | null,
  shownInFolder: [] as string[],
  errorBoxes: [] as string[],
  utilities: [] as UtilityDouble[],
  quitDone: false,
  menu: [] as Electron.MenuItemConstructorOptions[],
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

class WebContentsDouble extends EventEmitter {
  readonly sent: { channel: string; payload: unknown }[] = [];
  readonly ipc = new EventEmitter();
  windowOpenHandler: Listener | undefined;
  setWindowOpenHandler(handler: Listener): void {
    this.windowOpenHandler = handler;
  }
  /** What arrives at the page's preload. */
  postMessage(channel: string, _message: unknown, ports: readonly PortMain[]): void {
    ipcRenderer.emit(channel, { ports: ports.map((port) => port.raw) });
  }
  send(channel: string, payload: unknown): void {
    this.sent.push({ channel, payload });
    ipcRenderer.emit(channel, {}, payload);
  }
}

export class WindowDouble extends EventEmitter {
  static open: WindowDouble[] = [];
  static nextId = 1;
  readonly id = WindowDouble.nextId++;
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents = new WebContentsDouble();
  address = "";
  visible = false;
  destroyed = false;
  maximized = false;
  minimized = false;
  focused = 0;
  /** The page's `beforeunload`: true where it refuses to go. */
  refusesToUnload: () => boolean = () => false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    journal.push("BrowserWindow");
    WindowDouble.open.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }
  static getAllWindows(): WindowDouble[] {
    return [...WindowDouble.open];
  }
  static getFocusedWindow(): WindowDouble | null {
    return WindowDouble.open.at(-1) ?? null;
  }
  loadURL(address: string): Promise<void> {
    this.address = address;
    setImmediate(() => {
      this.emit("ready-to-show");
    });
    return Promise.resolve();
  }
  close(): void {
    if (this.destroyed) return;
    if (this.refusesToUnload()) {
      const event = new PreventableEvent();
      this.webContents.emit("will-prevent-unload", event);
      if (!event.defaultPrevented) return;
    }
    this.emit("close", new PreventableEvent());
    this.destroy();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    WindowDouble.open = WindowDouble.open.filter((window) => window !== this);
    this.emit("closed");
    if (WindowDouble.open.length === 0) app.emit("window-all-closed");
  }
  show(): void {
    this.visible = true;
  }
  maximize(): void {
    this.maximized = true;
  }
  focus(): void {
    this.focused += 1;
  }
  restore(): void {
    this.minimized = false;
  }
  isDestroyed = (): boolean => this.destroyed;
  isMaximized = (): boolean => this.maximized;
  isMinimized = (): boolean => this.minimized;
  getNormalBounds = (): Electron.Rectangle => ({ x: 40, y: 50, width: 1200, height: 800 });
}

/** Runs the real core entry file on a worker thread; `die` is a crash. */
export class UtilityDouble extends EventEmitter {
  readonly entry: string;
  readonly #worker: Worker;
  constructor(entry: string) {
    super();
    this.entry = entry;
    this.#worker = new Worker(path.join(import.meta.dirname, "core-worker.ts"), { stderr: true });
    this.#worker.on("message", (message: unknown) => this.emit("message", message));
    this.#worker.on("exit", (code) => this.emit("exit", code));
    world.utilities.push(this);
  }
  postMessage(data: unknown, ports: readonly PortMain[] = []): void {
    const raw: MessagePort[] = ports.map((port) => port.raw);
    this.#worker.postMessage({ data, ports: raw }, raw);
  }
  kill(): boolean {
    void this.#worker.terminate();
    return true;
  }
  async die(): Promise<void> {
    await this.#worker.terminate();
  }
}

class MessageChannelDouble {
  readonly port1: PortMain;
  readonly port2: PortMain;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = portMain(port1);
    this.port2 = portMain(port2);
  }
}

class AppDouble extends EventEmitter {
  readonly commandLine = { getSwitchValue: (name: string) => world.switches.get(name) ?? "" };
  requestSingleInstanceLock(): boolean {
    journal.push("requestSingleInstanceLock");
    return world.singleInstance;
  }
  enableSandbox(): void {
    journal.push("enableSandbox");
  }
  whenReady(): Promise<void> {
    journal.push("whenReady");
    return Promise.resolve();
  }
  getPath(): string {
    return world.userData;
  }
  getPreferredSystemLanguages(): string[] {
    return ["en-US"];
  }
  getVersion(): string {
    return "0.0.0-test";
  }
  quit(): void {
    journal.push("quit");
    this.emit("before-quit", new PreventableEvent());
    for (const window of WindowDouble.getAllWindows()) window.close();
    if (WindowDouble.open.length > 0) return;
    const event = new PreventableEvent();
    this.emit("will-quit", event);
    if (!event.defaultPrevented) world.quitDone = true;
  }
}

class SessionDouble {
  permissionRequest: Listener | undefined;
  permissionCheck: Listener | undefined;
  device: Listener | undefined;
  beforeRequest: Listener | undefined;
  readonly webRequest = {
    onBeforeRequest: (handler: Listener) => {
      this.beforeRequest = handler;
    },
  };
  setPermissionRequestHandler(handler: Listener): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Listener): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Listener): void {
    this.device = handler;
  }
}

class ProtocolDouble {
  schemes: Electron.CustomScheme[] = [];
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    journal.push("registerSchemesAsPrivileged");
    this.schemes = schemes;
  }
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    journal.push(`handle ${scheme}`);
    this.handlers.set(scheme, handler);
  }
}

export const app = new AppDouble();
/** One preload serves every window here; what it sends comes from the newest one. */
export const ipcRenderer = Object.assign(new EventEmitter(), {
  send: (channel: string, payload?: unknown) =>
    WindowDouble.open.at(-1)?.webContents.ipc.emit(channel, {}, payload),
});
export const protocol = new ProtocolDouble();
export const session = { defaultSession: new SessionDouble() };

/** The names of the real module that the desktop app uses, so that a renamed one fails to compile here. */
type UsedOfElectron = Pick<
  typeof Electron,
  | "app"
  | "BrowserWindow"
  | "dialog"
  | "ipcRenderer"
  | "Menu"
  | "MessageChannelMain"
  | "net"
  | "protocol"
  | "screen"
  | "session"
  | "shell"
  | "utilityProcess"
>;

/** What `import "electron"` gives under test. */
export const electronDouble = {
  app,
  BrowserWindow: WindowDouble,
  dialog: {
    showMessageBoxSync: (_window: unknown, options: Electron.MessageBoxSyncOptions) => {
      world.messageBoxes.push(options);
      return world.messageBoxAnswer;
    },
    showErrorBox: (title: string) => world.errorBoxes.push(title),
    showOpenDialog: () =>
      Promise.resolve(
        world.chosenFolder === null
          ? { canceled: true, filePaths: [] }
          : { canceled: false, filePaths: [world.chosenFolder] },
      ),
  },
  ipcRenderer,
  Menu: {
    buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => {
      world.menu = menu;
    },
  },
  MessageChannelMain: MessageChannelDouble,
  net: { fetch: (address: string) => readAsResponse(address) },
  protocol,
  screen: { getAllDisplays: () => world.displays },
  session,
  shell: { showItemInFolder: (file: string) => world.shownInFolder.push(file) },
  utilityProcess: { fork: (entry: string) => new UtilityDouble(entry) },
} satisfies Record<keyof UsedOfElectron, unknown>;

async function readAsResponse(address: string): Promise<Response> {
  const { readFile } = await import("node:fs/promises");
  const { fileURLToPath } = await import("node:url");
  return new Response(new Uint8Array(await readFile(fileURLToPath(address))));
}
