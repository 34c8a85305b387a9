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
/** How many blocks are laid out before somebody looks at the clock again. */
const STEP = 32;
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
  let rest = 0;

  const step = (): void => {
    for (const block of blocks.slice(done, done + STEP)) layOut(block);
    done += STEP;
    if (done >= blocks.length) stop();
  };
  /** True where the first block that is not laid out begins above a height of the window. */
  const isAbove = (bottomPx: number): boolean => {
    const next = blocks.slice(done).find((block) => block.isConnected);
    return next !== undefined && next.getBoundingClientRect().top < bottomPx;
  };
  const reachOnScreen = (bottomPx: number): void => {
    while (isAbove(bottomPx)) step();
  };

  const follow = (): void => {
    const { bottom, height } = scroller.getBoundingClientRect();
    if (!isAbove(bottom)) return;
    holdLine({ editor, page, scroller }, () => reachOnScreen(bottom + height * BEYOND));
  };
  const finish = (): void => holdLine({ editor, page, scroller }, () => reachOnScreen(Infinity));
  const onKey = ({ key }: KeyboardEvent): void => {
    if (FAR_KEYS.has(key)) finish();
  };
  const onRest = (deadline: IdleDeadline): void => {
    while (done < blocks.length && deadline.timeRemaining() > LEAST_REST_MS) {
      step();
      page.getBoundingClientRect();
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
