import type {
  BranchRequest,
  Failure,
  RevisionId,
  RevisionSummary,
  SaveReceipt,
  SaveRequest,
} from "#shared/contract/index.ts";
import type { DocumentPatch, StoryDocument } from "#shared/document/index.ts";
import type { Result } from "#shared/rpc/result.ts";
import type { SaveState } from "../story-session.ts";

/** A pause in typing after which the text is committed. With the commit itself it stays under 300 ms. */
export const PAUSE_MS = 180;
/** How long non-stop typing may go uncommitted. With the commit itself it stays under 1 s. */
export const NON_STOP_MS = 700;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 8_000;

/** What is saved to, and the version that the next save is made on. */
export interface SaveTarget {
  readonly story: string;
  readonly version: number;
  readonly savedAtMs: number;
  /** The branch that this window writes on, made from `version`; null where it writes the story itself. */
  readonly branch: string | null;
}

/**
 * One save as it goes out: an edit of the story, or the whole text beside it. Where the edit puts a
 * revision back, `restores` names it: what stood before is then kept first.
 */
export type Outgoing =
  | { readonly to: "story"; readonly request: SaveRequest; readonly restores: RevisionId | null }
  | { readonly to: "branch"; readonly request: BranchRequest };

/** What the saver needs of the world. */
export interface SaverPorts {
  /** What changed since it was asked last; null where nothing did. */
  readonly takePatch: () => DocumentPatch | null;
  /** The text of a patch that was taken did not arrive anywhere: it belongs into the next one. */
  readonly forgetTaken: () => void;
  /** The whole text as it stands. */
  readonly document: () => StoryDocument;
  readonly save: (request: SaveRequest, restores: RevisionId | null) => Promise<Result<SaveReceipt, Failure>>;
  readonly branch: (request: BranchRequest) => Promise<Result<RevisionSummary, Failure>>;
  /** Keeps the whole text of this window as a story of its own, where the old one is gone. */
  readonly keepCopy: (why: Failure) => Promise<Result<SaveTarget, Failure>>;
  readonly onState: (state: SaveState) => void;
  /** A save was acknowledged. */
  readonly onCommitted: () => void;
  /** The story took no more of this window's text: from now on it goes to a branch beside it. */
  readonly onBranch: () => void;
  readonly newId: () => string;
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
  /** What is not known to be committed, to be sent in this order while the page goes away. */
  readonly lastWords: () => readonly Outgoing[];
  readonly target: () => SaveTarget;
  /** What is on its way, or was refused and is sent again. */
  readonly pending: () => Outgoing | null;
  /** Since when there is text that is not known to be committed; null where there is none. */
  readonly unsafeSinceMs: () => number | null;
  /** True where every word is committed and nothing is on its way. */
  readonly isClean: () => boolean;
  /** Does some work between two saves; typing goes on meanwhile and is saved afterwards. */
  readonly hold: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Inside of {@link hold}: the text on screen was brought in line with this target, less what `takePatch` gives now. */
  readonly moveTo: (target: SaveTarget) => void;
  /** The story leaves the screen: commits what is left, for as long as that takes, and then rests. Says no more states. */
  readonly finish: () => Promise<boolean>;
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

/** Reasons for which the story does not take this window's text, but a branch beside it does. */
const BESIDE: ReadonlySet<Failure["code"]> = new Set(["conflict", "binned"]);

/** Makes a saver for one open story, all of which is committed in `target` as yet. */
export function createSaver(target: SaveTarget, ports: SaverPorts): Saver {
  let at = target;
  let savedAtMs = target.savedAtMs;
  let pending: Outgoing | null = null;
  let touchedAtMs: number | null = null;
  /** The first key of what was taken for a save that is not acknowledged. */
  let takenSinceMs: number | null = null;
  let failure: Failure | null = null;
  let restoring: RevisionId | null = null;
  let running: Promise<boolean> | null = null;
  let runningSinceMs = 0;
  let held: Promise<void> | null = null;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFinishing = false;

  const tell = (): void => {
    if (isFinishing) return;
    if (failure) ports.onState({ state: "failed", message: failure.message, code: failure.code });
    else if (running) ports.onState({ state: "saving", sinceMs: runningSinceMs });
    else if (touchedAtMs !== null) ports.onState({ state: "editing" });
    else ports.onState({ state: "saved", atMs: savedAtMs });
  };

  const schedule = (inMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), inMs);
  };

  const untilSave = (touchedMs: number): number =>
    Math.max(0, Math.min(PAUSE_MS, touchedMs + NON_STOP_MS - ports.nowMs()));

  const outgoing = (patch: DocumentPatch, base: number): Outgoing =>
    at.branch === null
      ? { to: "story", request: { story: at.story, base, saveId: ports.newId(), patch }, restores: restoring }
      : {
          to: "branch",
          request: { story: at.story, base: at.version, branch: at.branch, document: ports.document() },
        };

  const next = (): Outgoing | null => {
    if (pending) return pending;
    if (touchedAtMs === null && failure === null) return null;
    takenSinceMs ??= touchedAtMs;
    touchedAtMs = null;
    const patch = ports.takePatch();
    if (patch) return outgoing(patch, at.version);
    takenSinceMs = null;
    failure = null;
    return null;
  };

  /** Everything that was taken is in the newsroom: nothing is on its way, and nothing is wrong. */
  const standAt = (now: SaveTarget): void => {
    at = now;
    ({ savedAtMs } = now);
    pending = null;
    failure = null;
    restoring = null;
    takenSinceMs = null;
  };

  const committed = (now: SaveTarget): true => {
    standAt(now);
    retryMs = FIRST_RETRY_MS;
    ports.onCommitted();
    return true;
  };

  const refused = async (why: Failure): Promise<boolean> => {
    failure = why;
    if (PASSING.has(why.code)) return false;
    pending = null;
    restoring = null;
    ports.forgetTaken();
    if (why.code === "not-found") {
      const kept = await ports.keepCopy(why);
      if (kept.ok) return committed(kept.value);
      failure = kept.error;
      return false;
    }
    if (!BESIDE.has(why.code) || at.branch !== null) return false;
    at = { ...at, branch: ports.newId() };
    failure = null;
    ports.onBranch();
    const whole = ports.takePatch();
    return whole === null || send(outgoing(whole, at.version));
  };

  const send = async (words: Outgoing): Promise<boolean> => {
    pending = words;
    if (words.to === "branch") {
      const made = await ports.branch(words.request);
      return made.ok ? committed({ ...at, savedAtMs: made.value.atMs }) : refused(made.error);
    }
    const answer = await ports.save(words.request, words.restores);
    return answer.ok ? committed({ ...at, ...answer.value }) : refused(answer.error);
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
    if (held) return held.then(run);
    clearTimeout(timer);
    const words = next();
    if (!words) return Promise.resolve(settle(true));
    runningSinceMs = ports.nowMs();
    running = send(words).then(settle);
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
      const base = pending?.to === "story" ? pending.request.base + 1 : at.version;
      return [...words, outgoing(patch, base)];
    },
    target: () => at,
    pending: () => pending,
    unsafeSinceMs: () => takenSinceMs ?? touchedAtMs,
    isClean: () => pending === null && touchedAtMs === null && failure === null && running === null,
    hold: async (work) => {
      const before = held;
      const turn = Promise.withResolvers<void>();
      const mine = before ? before.then(() => turn.promise) : turn.promise;
      held = mine;
      await before;
      await running;
      try {
        return await work();
      } finally {
        if (held === mine) held = null;
        turn.resolve();
        if (touchedAtMs !== null || failure !== null) schedule(0);
      }
    },
    moveTo: (now) => {
      standAt(now);
      touchedAtMs = null;
      tell();
    },
    finish: () => {
      isFinishing = true;
      return flush();
    },
  };
}
