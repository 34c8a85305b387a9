import type { Workbench } from "./workbench.ts";

/**
 * Keeps the window from closing over text that is not committed. The desktop app waits on this and
 * closes as soon as it can (see `main/electron/quit.ts`); a browser asks the person, so there it is
 * done only where saving fails: what is still to be saved goes out with the page otherwise.
 */
export function guardLeaving({ sides, host }: Pick<Workbench, "sides" | "host">): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent): void => {
    for (const side of sides.shown.get()) {
      const session = sides.pageOf(side).session.get();
      const save = session?.status.get().save.state;
      if (session === null || save === undefined || save === "saved") continue;
      void session.flush();
      if (save === "failed" || host.get().host === "electron") event.preventDefault();
    }
  };
  window.addEventListener("beforeunload", onBeforeUnload);
  return () => window.removeEventListener("beforeunload", onBeforeUnload);
}
