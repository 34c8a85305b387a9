import { BrowserWindow, type Rectangle, type WebPreferences } from "electron";
import { recallBounds, rememberBounds } from "./window-bounds.ts";

/** What every window of Stet has: a sandboxed page that knows nothing of Node. */
export const WEB_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: true,
} as const satisfies WebPreferences;

interface WindowOptions {
  readonly address: string;
  readonly preload?: string;
  /** The file that remembers where the window stood; absent for windows that need no memory. */
  readonly boundsFile?: string;
  readonly screens: readonly Rectangle[];
  readonly size: { readonly width: number; readonly height: number };
}

/** The one place where windows are made. The window is shown when its first picture is ready. */
export function openWindow({ address, preload, boundsFile, screens, size }: WindowOptions): BrowserWindow {
  const remembered = boundsFile === undefined ? null : recallBounds(boundsFile, screens);
  const { maximized, ...bounds } = remembered ?? { ...size, maximized: false };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: "Stet",
    webPreferences: { ...WEB_PREFERENCES, ...(preload === undefined ? {} : { preload }) },
  });
  window.once("ready-to-show", () => {
    if (maximized) window.maximize();
    window.show();
  });
  if (boundsFile !== undefined) {
    window.on("close", () => {
      rememberBounds(boundsFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
    });
  }
  void window.loadURL(address);
  return window;
}
