import type { LexicalEditor } from "lexical";
import { holdLine } from "./hold-line.ts";

interface LaidOutPage {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
}

/** Lays a page out from its head on: first what is seen, then, while the window rests, what is below. */
export interface GradualLayout {
  /** Lays out all down to a height of the page's text, in CSS pixels from its top, so that it can be scrolled there exactly. */
  readonly reach: (bottomPx: number) => void;
  readonly stop: () => void;
}

/** Stories with fewer blocks are laid out at once. */
const SHORT = 60;
/** How many blocks are laid out in one go at first, and how long one may take while the window rests. */
const FIRST_STEP = 16;
const STEP_MS = { short: 4, long: 10 } as const;
/** What is laid out beyond what is seen, in parts of its height, so that a short scroll finds it there. */
const BEYOND = 0.5;
/** Characters in a line, about: how high a block will be is guessed by it until it is known. */
const LINE = 68;
/** What has to be left of a rest for one more step. */
const LEAST_REST_MS = 4;
/** Keys that may go to where nothing is laid out yet; the browser looks there before it tells of it. */
const FAR_KEYS: ReadonlySet<string> = new Set(["End", "Home", "PageDown", "PageUp"]);

function putOff(block: HTMLElement): void {
  block.style.contentVisibility = "auto";
  block.style.containIntrinsicBlockSize = `${String(Math.ceil(block.textContent.length / LINE) || 1)}lh`;
}

function layOut(block: HTMLElement): void {
  block.style.removeProperty("content-visibility");
  block.style.removeProperty("contain-intrinsic-block-size");
}

/**
 * Puts the layout of a long page off, before it is first drawn: opening a story then takes as long
 * as its first screen. What is not laid out is always below what is seen, so nothing moves when its
 * turn comes, within a second or so; whoever jumps there before waits for as much as there is
 * between. Until then the browser itself lays out what it is asked to measure (`content-visibility`).
 */
export function layOutLater({ editor, page, scroller }: LaidOutPage): GradualLayout {
  const blocks = [...page.children].filter((child) => child instanceof HTMLElement);
  if (blocks.length < SHORT) return { reach: () => undefined, stop: () => undefined };
  for (const block of blocks) putOff(block);
  let done = 0;
  let size = FIRST_STEP;
  let rest = 0;

  const step = (): void => {
    for (const block of blocks.slice(done, done + size)) layOut(block);
    done += size;
    if (done >= blocks.length) stop();
  };
  /** True where the first block that is not laid out begins above a height of the window. */
  const isAbove = (bottomPx: number): boolean => {
    const next = blocks.slice(done).find((block) => block.isConnected);
    return next !== undefined && next.getBoundingClientRect().top < bottomPx;
  };
  const reachOnScreen = (bottomPx: number): void => {
    // Each look forces the layout of all before it: who goes far looks seldom.
    for (; isAbove(bottomPx); size *= 2) step();
    size = FIRST_STEP;
  };

  const follow = (): void => {
    const { bottom, height } = scroller.getBoundingClientRect();
    if (!isAbove(bottom)) return;
    holdLine({ editor, page, scroller }, () => reachOnScreen(bottom + height * BEYOND));
  };
  const finish = (): void => {
    size = blocks.length;
    holdLine({ editor, page, scroller }, step);
  };
  const onKey = ({ key }: KeyboardEvent): void => {
    if (FAR_KEYS.has(key)) finish();
  };
  const onRest = (deadline: IdleDeadline): void => {
    while (done < blocks.length && deadline.timeRemaining() > LEAST_REST_MS) {
      const beganMs = performance.now();
      step();
      page.getBoundingClientRect();
      const tookMs = performance.now() - beganMs;
      // Every step costs the page something whatever its size: large pages are laid out in larger steps.
      if (tookMs < STEP_MS.short) size *= 2;
      else if (tookMs > STEP_MS.long && size > FIRST_STEP) size /= 2;
    }
    if (done < blocks.length) rest = requestIdleCallback(onRest);
  };
  const stop = (): void => {
    cancelIdleCallback(rest);
    scroller.removeEventListener("scroll", follow);
    page.removeEventListener("keydown", onKey, { capture: true });
    window.removeEventListener("beforeprint", finish);
  };

  rest = requestIdleCallback(onRest);
  scroller.addEventListener("scroll", follow, { passive: true });
  page.addEventListener("keydown", onKey, { capture: true });
  window.addEventListener("beforeprint", finish);
  return {
    stop,
    reach: (bottomPx) => {
      const { top } = page.getBoundingClientRect();
      const { height } = scroller.getBoundingClientRect();
      reachOnScreen(top + bottomPx + height * BEYOND);
    },
  };
}
