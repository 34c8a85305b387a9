import type { Link } from "#renderer/bridge/standing-road.ts";
import type { SaveState } from "#renderer/editor/story-session.ts";
import { savedAgo } from "./saved-ago.ts";
import { words, type Catalogue } from "#shared/language/index.ts";

/** What stands at the left of the state line. */
export interface SaveWords {
  readonly text: string;
  /** More of it, where there is more to know. */
  readonly detail: string;
  /** True where the person should know that something is wrong. */
  readonly wrong: boolean;
  /** True where something takes long, and nothing is wrong yet. */
  readonly slow: boolean;
  /** True where everything is committed. */
  readonly saved: boolean;
  /** When the words will be others by themselves, in milliseconds since 1970; null for never. */
  readonly nextAtMs: number | null;
}

/** What the words depend on besides the save itself. */
export interface SaveSurroundings {
  readonly link: Link;
  /** Whether what is not saved lies in the browser at least. */
  readonly isKeptHere: boolean;
  readonly nowMs: number;
}

/** A save that takes longer is told of: the disk is slow, or busy with something else. */
const SLOW_AFTER_MS = 2_000;

/** What goes wrong, and what Stet then does with the text that it keeps. */
const TROUBLES: Readonly<Record<string, keyof Catalogue["app"]["saving"]["troubles"]>> = {
  "disk-full": "diskFull",
  "not-writable": "notWritable",
  "newsroom-in-use": "inUse",
  unavailable: "unavailable",
};

function failedText(code: string, message: string, isKeptHere: boolean): string {
  const { saving } = words().app;
  const trouble = TROUBLES[code];
  return trouble === undefined
    ? saving.failed({ message })
    : saving.trouble({ ...saving.troubles[trouble], isKeptHere });
}

/** The save state in words. While the newsroom does not answer, that is what matters. */
export function saveWords(save: SaveState, { link, isKeptHere, nowMs }: SaveSurroundings): SaveWords {
  const { saving, waiting } = words().app;
  const quiet = { detail: "", wrong: false, slow: false, saved: save.state === "saved", nextAtMs: null };
  if (save.state === "failed") {
    const code = link === "up" ? save.code : "unavailable";
    const text = failedText(code, save.message, isKeptHere);
    return { ...quiet, text, detail: save.message, wrong: true };
  }
  if (link !== "up") return { ...quiet, text: waiting.again, wrong: true };
  if (save.state === "saved") {
    const { text, nextAtMs } = savedAgo(save.atMs, nowMs);
    const detail = saving.committed({ atMs: save.atMs });
    return { ...quiet, text: saving.saved({ ago: text }), detail, nextAtMs };
  }
  if (save.state === "editing") return { ...quiet, text: saving.editing };
  const slowAtMs = save.sinceMs + SLOW_AFTER_MS;
  if (nowMs < slowAtMs) return { ...quiet, text: saving.saving, nextAtMs: slowAtMs };
  return { ...quiet, text: saving.slow({ isKeptHere }), slow: true };
}
