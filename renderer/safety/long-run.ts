import { observable, type Observable } from "#renderer/app/observable.ts";
import type { Failure, SafetyProgress } from "#shared/contract/index.ts";
import type { CallOptions, Result } from "#shared/rpc/index.ts";

/** Where something that takes long has come to. */
export interface RunState<Found> {
  /** How far it is, null for not yet known; null where it does not run. */
  readonly running: { readonly progress: SafetyProgress | null } | null;
  /** What it gave when it went through last, in this window. */
  readonly found: Found | null;
  /** Why it did not go through the last time; null where it did, or was cancelled. */
  readonly trouble: string | null;
}

/** Something that takes long, one at a time, going on while other things are looked at. */
export interface LongRun<Found> {
  readonly state: Observable<RunState<Found>>;
  readonly start: () => Promise<void>;
  readonly cancel: () => void;
  /** Cancels it, and forgets what it gave. */
  readonly forget: () => void;
}

type LongCall<Found> = (options: CallOptions<SafetyProgress>) => Promise<Result<Found, Failure>>;

/** Runs a long call of the newsroom when it is asked to. What was found before stays until it is found anew. */
export function longRun<Found>(call: LongCall<Found>): LongRun<Found> {
  const state = observable<RunState<Found>>({ running: null, found: null, trouble: null });
  let controller: AbortController | null = null;

  const cancel = (): void => controller?.abort();

  return {
    state,
    start: async () => {
      if (state.get().running !== null) return;
      const own = new AbortController();
      controller = own;
      const isOver = (): boolean => controller !== own;
      state.set({ ...state.get(), running: { progress: null }, trouble: null });
      const answer = await call({
        signal: own.signal,
        onProgress: (progress) => {
          if (!isOver()) state.set({ ...state.get(), running: { progress } });
        },
      });
      if (isOver()) return;
      controller = null;
      if (answer.ok) state.set({ running: null, found: answer.value, trouble: null });
      else {
        const trouble = answer.error.code === "cancelled" ? null : answer.error.message;
        state.set({ ...state.get(), running: null, trouble });
      }
    },
    cancel,
    forget: () => {
      cancel();
      controller = null;
      state.set({ running: null, found: null, trouble: null });
    },
  };
}
