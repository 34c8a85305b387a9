import type { Workbench } from "#renderer/app/workbench.ts";

/** Takes the comparison off the page: caret and scroll are where they were. */
export function closeComparison({ history, page }: Pick<Workbench, "history" | "page">): void {
  history.comparing.set(null);
  // The page can take the focus once it is drawn again.
  setTimeout(() => page.session.get()?.focus({ still: true }));
}
