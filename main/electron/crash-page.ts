import { CRASH_QUIT, CRASH_REOPEN } from "./addresses.ts";
import { spokenLanguage, words } from "#shared/language/index.ts";

/**
 * The page of the crash window: plain HTML with two links and no script, so that nothing that
 * broke the desk can break it too.
 */
export function crashPage(): string {
  const { crash } = words().desktop;
  return `<!doctype html>
<html lang="${spokenLanguage()}">
  <head><meta charset="utf-8" /><title>${crash.title}</title></head>
  <body>
    <h1>${crash.head}</h1>
    <p>${crash.text}</p>
    <p><a href="${CRASH_REOPEN}">${crash.open}</a></p>
    <p><a href="${CRASH_QUIT}">${crash.quit}</a></p>
  </body>
</html>
`;
}
