import type { Workbench } from "./workbench.ts";

/**
 * Keeps the window from closing over text that is not committed. The desktop app waits on this and
 * closes as soon as it can (see `main/electron/quit.ts`); a browser asks the person, so there it is
 * done only where saving fails: what is still to be saved goes out with the page otherwise.
 */
export function guardLeaving({ page, host }: Pick<Workbench, "page" | "host">): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent): void => {
    const session = page.session.get();
    const save = session?.status.get().save.state;
    if (session === null || save === undefined || save === "saved") return;
    void session.flush();
    if (save === "failed" || host.get().host === "electron") event.preventDefault();
  };
  window.addEventListener("beforeunload", onBeforeUnload);
  return () => window.removeEventListener("beforeunload", onBeforeUnload);
}
