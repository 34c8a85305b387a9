import { flushSync } from "react-dom";
import type { Workbench } from "#renderer/app/workbench.ts";

type AloneBench = Pick<Workbench, "alone" | "page">;

/**
 * Takes everything but the page and its save state off the window, or brings it back. The line with
 * the caret stays where it is on screen.
 */
export function setAlone({ alone, page }: AloneBench, isAlone: boolean): void {
  if (alone.get() === isAlone) return;
  const session = page.session.get();
  const change = (): void => flushSync(() => alone.set(isAlone));
  if (session === null) {
    change();
    return;
  }
  session.holdLine(change);
  session.focus({ still: true });
}
