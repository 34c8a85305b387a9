/** The page's own address in the desktop app. */
export const APP_SCHEME = "app";
export const APP_HOST = "stet";
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** `photo://<sha256>` shows a picture of the newsroom. */
export const PHOTO_SCHEME = "photo";

/** The page that is shown where the page itself has died; served from memory, it needs nothing. */
export const CRASH_PAGE = `${APP_SCHEME}://${APP_HOST}/crash`;
export const CRASH_REOPEN = `${APP_SCHEME}://${APP_HOST}/crash/reopen`;
export const CRASH_QUIT = `${APP_SCHEME}://${APP_HOST}/crash/quit`;

/** The schemes that may be loaded at all; everything else is network, and the desk works without. */
export const LOCAL_SCHEMES: ReadonlySet<string> = new Set([
  `${APP_SCHEME}:`,
  `${PHOTO_SCHEME}:`,
  "blob:",
  "devtools:",
]);
