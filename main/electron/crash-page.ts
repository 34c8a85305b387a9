import { CRASH_QUIT, CRASH_REOPEN } from "./addresses.ts";

/**
 * The page of the crash window: plain HTML with two links and no script, so that nothing that
 * broke the desk can break it too.
 */
export function crashPage(): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Stet stopped</title></head>
  <body>
    <h1>The desk stopped working</h1>
    <p>Everything that the state line called saved is on this laptop. At most the last second of typing is missing.</p>
    <p><a href="${CRASH_REOPEN}">Open the desk again</a></p>
    <p><a href="${CRASH_QUIT}">Quit Stet</a></p>
  </body>
</html>
`;
}
