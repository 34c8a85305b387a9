import type { Failure, RevisionId, SaveReceipt, SaveRequest } from "#shared/contract/index.ts";
import type { DocumentPatch } from "#shared/document/index.ts";
import type { Result } from "#shared/rpc/result.ts";
import type { SaveState } from "../story-session.ts";

/** A pause in typing after which the text is committed. With the commit itself it stays under 300 ms. */
export const PAUSE_MS = 180;
/** How long non-stop typing may go uncommitted. With the commit itself it stays under 1 s. */
export const NON_STOP_MS = 700;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 8_000;

/** The story that is saved to, and the version that the next patch is made on. */
export interface SaveTarget {
  readonly story: string;
  readonly version: number;
  readonly savedAtMs: number;
}

/** What the saver needs of the world. */
export interface SaverPorts {
  /** What changed since it was asked last; null where nothing did. */
  readonly takePatch: () => DocumentPatch | null;
  /** The text of a patch that was taken did not arrive anywhere: it belongs into the next one. */
  readonly forgetTaken: () => void;
  /** Where the patch puts a revision back, `restores` names it: what stood before is then kept first. */
  readonly send: (request: SaveRequest, restores: RevisionId | null) => Promise<Result<SaveReceipt, Failure>>;
  /** Keeps the whole text of this window as a story of its own, where the old one cannot take it. */
  readonly keepCopy: (why: Failure) => Promise<Result<SaveTarget, Failure>>;
  readonly onState: (state: SaveState) => void;
  readonly newSaveId: () => string;
  readonly nowMs: () => number;
}

/** Commits edits one save at a time and says how safe the text is. */
export interface Saver {
  /** The story may have changed. Costs nothing: call it with every keystroke. */
  readonly touch: () => void;
  /** The next patch puts this revision back. Say it when nothing else is left to commit. */
  readonly restores: (revision: RevisionId) => void;
  /** Commits all there is. False where that failed; the text is kept and tried again. */
  readonly flush: () => Promise<boolean>;
  /** What is not known to be committed, as requests to be sent in this order while the page goes away. */
  readonly lastWords: () => readonly SaveRequest[];
  readonly target: () => SaveTarget;
  /** The story leaves the screen: commits what is left, for as long as that takes, and then rests. Says no more states. */
  readonly finish: () => void;
}

/** Reasons that pass by themselves: the same save, under the same id, is sent again. */
const PASSING: ReadonlySet<Failure["code"]> = new Set([
  "disk-full",
  "not-writable",
  "unavailable",
  "internal",
  "cancelled",
  "no-newsroom",
]);

/** Reasons for which the story on disk will never take this window's text. */
const FINAL: ReadonlySet<Failure["code"]> = new Set(["conflict", "not-found"]);

/** Makes a saver for one open story, all of which is committed in `target` as yet. */
export function createSaver(target: SaveTarget, ports: SaverPorts): Saver {
  let at = target;
  let savedAtMs = target.savedAtMs;
  let pending: SaveRequest | null = null;
  let touchedAtMs: number | null = null;
  let failure: Failure | null = null;
  let restoring: RevisionId | null = null;
  let running: Promise<boolean> | null = null;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFinishing = false;

  const tell = (): void => {
    if (isFinishing) return;
    if (failure) ports.onState({ state: "failed", message: failure.message, code: failure.code });
    else if (running) ports.onState({ state: "saving" });
    else if (touchedAtMs !== null) ports.onState({ state: "editing" });
    else ports.onState({ state: "saved", atMs: savedAtMs });
  };

  const schedule = (inMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), inMs);
  };

  const untilSave = (touchedMs: number): number =>
    Math.max(0, Math.min(PAUSE_MS, touchedMs + NON_STOP_MS - ports.nowMs()));

  const nextRequest = (): SaveRequest | null => {
    if (pending) return pending;
    if (touchedAtMs === null && failure === null) return null;
    touchedAtMs = null;
    const patch = ports.takePatch();
    return patch && { story: at.story, base: at.version, saveId: ports.newSaveId(), patch };
  };

  const keepCopy = async (why: Failure): Promise<boolean> => {
    const kept = await ports.keepCopy(why);
    if (!kept.ok) {
      failure = kept.error;
      return false;
    }
    at = kept.value;
    savedAtMs = at.savedAtMs;
    failure = null;
    return true;
  };

  const refused = async (why: Failure): Promise<boolean> => {
    failure = why;
    if (PASSING.has(why.code)) return false;
    pending = null;
    restoring = null;
    ports.forgetTaken();
    return FINAL.has(why.code) ? keepCopy(why) : false;
  };

  const send = async (request: SaveRequest): Promise<boolean> => {
    pending = request;
    const answer = await ports.send(request, restoring);
    if (!answer.ok) return refused(answer.error);
    pending = null;
    restoring = null;
    failure = null;
    retryMs = FIRST_RETRY_MS;
    at = { story: at.story, version: answer.value.version, savedAtMs: answer.value.savedAtMs };
    savedAtMs = at.savedAtMs;
    return true;
  };

  const settle = (isSaved: boolean): boolean => {
    running = null;
    tell();
    if (!isSaved) {
      schedule(retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    } else if (touchedAtMs !== null) {
      schedule(untilSave(touchedAtMs));
    }
    return isSaved;
  };

  const run = (): Promise<boolean> => {
    if (running) return running;
    clearTimeout(timer);
    const request = nextRequest();
    if (!request) return Promise.resolve(settle(true));
    running = send(request).then(settle);
    tell();
    return running;
  };

  const flush = async (): Promise<boolean> => {
    if (!(await run())) return false;
    return pending === null && touchedAtMs === null ? true : flush();
  };

  return {
    touch: () => {
      const isFirst = touchedAtMs === null;
      touchedAtMs ??= ports.nowMs();
      if (failure || running) return;
      schedule(untilSave(touchedAtMs));
      if (isFirst) tell();
    },
    restores: (revision) => {
      restoring = revision;
    },
    flush,
    lastWords: () => {
      const words = pending ? [pending] : [];
      const patch = touchedAtMs === null && failure === null ? null : ports.takePatch();
      if (!patch) return words;
      const base = pending ? pending.base + 1 : at.version;
      return [...words, { story: at.story, base, saveId: ports.newSaveId(), patch }];
    },
    target: () => at,
    finish: () => {
      isFinishing = true;
      void flush();
    },
  };
}
