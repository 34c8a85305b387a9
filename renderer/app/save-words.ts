import { TRYING_AGAIN, type Link } from "#renderer/bridge/standing-road.ts";
import type { SaveState } from "#renderer/editor/story-session.ts";
import { savedAgo } from "./saved-ago.ts";

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
const TROUBLES: Readonly<Record<string, { readonly what: string; readonly until: string }>> = {
  "disk-full": { what: "Disk full", until: "saved as soon as there is room" },
  "not-writable": { what: "Disk locked or gone", until: "saved as soon as it can be written to" },
  "newsroom-in-use": { what: "Another program keeps the newsroom", until: "saved as soon as it is free" },
  unavailable: { what: "The newsroom is not answering", until: "saved as soon as it does" },
};

function failedText(code: string, message: string, isKeptHere: boolean): string {
  const trouble = TROUBLES[code];
  const where = isKeptHere ? "your text is kept here" : "your text is in this window only";
  return trouble ? `Not saved. ${trouble.what}: ${where} and ${trouble.until}.` : `Not saved: ${message}`;
}

/** The save state in words. While the newsroom does not answer, that is what matters. */
export function saveWords(save: SaveState, { link, isKeptHere, nowMs }: SaveSurroundings): SaveWords {
  const quiet = { detail: "", wrong: false, slow: false, saved: save.state === "saved", nextAtMs: null };
  if (save.state === "failed") {
    const code = link === "up" ? save.code : "unavailable";
    const text = failedText(code, save.message, isKeptHere);
    return { ...quiet, text, detail: save.message, wrong: true };
  }
  if (link !== "up") return { ...quiet, text: TRYING_AGAIN, wrong: true };
  if (save.state === "saved") {
    const { text, nextAtMs } = savedAgo(save.atMs, nowMs);
    const detail = `Committed to the disk of this laptop on ${new Date(save.atMs).toLocaleString("en-GB")}`;
    return { ...quiet, text: `Saved on this laptop ${text}`, detail, nextAtMs };
  }
  if (save.state === "editing") return { ...quiet, text: "Editing…" };
  const slowAtMs = save.sinceMs + SLOW_AFTER_MS;
  if (nowMs < slowAtMs) return { ...quiet, text: "Saving…", nextAtMs: slowAtMs };
  const kept = isKeptHere ? " Your text is kept here until it has." : "";
  return { ...quiet, text: `Still saving: the disk takes its time.${kept}`, slow: true };
}
