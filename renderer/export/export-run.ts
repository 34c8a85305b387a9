import { observable, type Observable } from "#renderer/app/observable.ts";
import type { OpenPage } from "#renderer/app/open-page.ts";
import type { Desk, ExportProgress, ExportReport, ExportRequest, StoryId } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

/** Where an export has come to. A result says which story it is about. */
export type ExportState =
  | { readonly state: "idle" }
  | { readonly state: "running"; readonly progress: ExportProgress | null }
  | { readonly state: "done"; readonly story: StoryId; readonly report: ExportReport }
  | { readonly state: "failed"; readonly story: StoryId; readonly message: string };

/** How one story is to be exported. */
export type StoryExport = Omit<ExportRequest, "stories">;

/** The export of the open story: one at a time, going on while other panels are looked at. */
export interface ExportRun {
  readonly state: Observable<ExportState>;
  /** Commits the text on the page, then exports. Where that commit fails nothing is exported. */
  readonly start: (story: StoryId, how: StoryExport) => Promise<void>;
  readonly cancel: () => void;
  /** Puts the result away. */
  readonly dismiss: () => void;
}

export function exportRun(desk: Desk, page: OpenPage): ExportRun {
  const state = observable<ExportState>({ state: "idle" });
  let controller: AbortController | null = null;
  return {
    state,
    start: async (story, how) => {
      if (state.get().state === "running") return;
      const own = new AbortController();
      controller = own;
      state.set({ state: "running", progress: null });
      const session = page.session.get();
      if (session !== null && !(await session.flush())) {
        state.set({ state: "failed", story, message: words().exporting.unsaved });
        return;
      }
      const answer = await desk.exporting.run(
        { ...how, stories: [story] },
        {
          signal: own.signal,
          onProgress: (progress) => state.set({ state: "running", progress }),
        },
      );
      if (answer.ok) state.set({ state: "done", story, report: answer.value });
      else if (answer.error.code === "cancelled") state.set({ state: "idle" });
      else state.set({ state: "failed", story, message: answer.error.message });
    },
    cancel: () => controller?.abort(),
    dismiss: () => state.set({ state: "idle" }),
  };
}
