import type { Link } from "#renderer/bridge/standing-road.ts";
import { words } from "#shared/language/index.ts";

/**
 * What is being waited for while the newsroom has not answered once. Asked but not answered, it is
 * being opened, and a damaged one is put together again before it is.
 */
export function waitingWords(link: Link): string {
  const { waiting } = words().app;
  return link === "up" ? waiting.opening : waiting.again;
}
