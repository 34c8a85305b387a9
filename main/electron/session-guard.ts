import type { App, Session } from "electron";
import { LOCAL_SCHEMES } from "./addresses.ts";

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : "";
}

/** Writing text to the clipboard, and reading it for the commands that paste in another way. */
const GRANTED: ReadonlySet<string> = new Set(["clipboard-sanitized-write", "clipboard-read"]);

/**
 * Denies a session all permissions but the clipboard, and every address that is not Stet's own: what
 * a page reads from the clipboard, it has nowhere to send to.
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(GRANTED.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !LOCAL_SCHEMES.has(schemeOf(details.url)) });
  });
}

/** Keeps every page where it is: no navigation, no new windows, no embedded pages. */
export function guardContents(app: App): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}
