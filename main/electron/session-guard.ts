import type { App, Session } from "electron";
import type { StoryId } from "#shared/contract/index.ts";
import { namedStory } from "#shared/contract/story-address.ts";
import { APP_PAGE, LOCAL_SCHEMES } from "./addresses.ts";

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

/**
 * Keeps every page where it is: no navigation, no embedded pages, and no windows that a page makes. One
 * that Stet's own page asks for, with a story, is opened by `openStory` as every other.
 */
export function guardContents(app: App, openStory: (story: StoryId) => void): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      const story = url.startsWith(`${APP_PAGE}#`) ? namedStory(new URL(url).hash) : null;
      if (story !== null) openStory(story);
      return { action: "deny" };
    });
  });
}
