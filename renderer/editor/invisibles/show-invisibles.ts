import { mergeRegister, type LexicalEditor, type UpdateListenerPayload } from "lexical";
import type { Observable } from "#renderer/app/observable.ts";
import type { Settings } from "#shared/contract/index.ts";
import { replacesAll } from "../live/replaces-all.ts";
import { drawMark } from "./draw.ts";
import { measureBlock, type PlacedMark } from "./measure.ts";

interface InvisiblesParts {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
  readonly settings: Observable<Pick<Settings, "showInvisibles">>;
}

/** What is drawn above and below the part on screen, so that a short scroll needs no new drawing. */
const MARGIN = 0.5;

/** The first child that ends below `y`: blocks follow on each other downwards. */
function firstBelow(blocks: HTMLCollection, y: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Shows what has no ink on a canvas over the page, for the part of the story that is on screen. The
 * text, its elements and what is copied stay as they are; while this is off it costs nothing.
 */
function drawInvisibles({ editor, page, scroller }: InvisiblesParts): () => void {
  const canvas = document.createElement("canvas");
  canvas.className = "invisibles";
  canvas.setAttribute("aria-hidden", "true");
  scroller.append(canvas);
  const context = canvas.getContext("2d");
  let measured = new WeakMap<Element, readonly PlacedMark[]>();
  let drawn = { top: 0, bottom: -1 };
  let frame = 0;

  const draw = (): void => {
    frame = 0;
    if (!context) return;
    const view = scroller.getBoundingClientRect();
    const extra = view.height * MARGIN;
    const band = { top: view.top - extra, bottom: view.bottom + extra };
    const height = band.bottom - band.top;
    const ratio = window.devicePixelRatio;
    const width = scroller.clientWidth;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    const top = scroller.scrollTop - extra;
    canvas.style.top = `${top}px`;
    drawn = { top, bottom: top + height };
    const { color: faint, outlineColor: loud } = getComputedStyle(canvas);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const blocks = page.children;
    for (let at = firstBelow(blocks, band.top); at < blocks.length; at += 1) {
      const block = blocks[at];
      if (!(block instanceof HTMLElement)) continue;
      const box = block.getBoundingClientRect();
      if (box.top > band.bottom) break;
      const isLong = box.height > height;
      const marks = (isLong ? undefined : measured.get(block)) ?? measureBlock(block, editor, band);
      measured.set(block, marks);
      context.setTransform(ratio, 0, 0, ratio, (box.left - view.left) * ratio, (box.top - band.top) * ratio);
      for (const mark of marks) drawMark(context, mark, { faint, loud });
    }
  };
  const drawSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const measureAnew = (): void => {
    measured = new WeakMap();
    drawSoon();
  };

  const onUpdate = (update: UpdateListenerPayload): void => {
    const { dirtyElements, dirtyLeaves } = update;
    if (replacesAll(update)) measured = new WeakMap();
    else if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    for (const key of dirtyElements.keys()) {
      const block = editor.getElementByKey(key)?.closest(".story-page > *");
      if (block) measured.delete(block);
    }
    drawSoon();
  };
  const onScroll = (): void => {
    const { scrollTop, clientHeight } = scroller;
    const isDrawn = scrollTop >= Math.max(0, drawn.top) && scrollTop + clientHeight <= drawn.bottom;
    if (!isDrawn) drawSoon();
  };

  const sizes = new ResizeObserver(measureAnew);
  sizes.observe(scroller);
  sizes.observe(page);
  const themes = new MutationObserver(drawSoon);
  themes.observe(document.documentElement, { attributes: true });
  scroller.addEventListener("scroll", onScroll, { passive: true });
  document.fonts.addEventListener("loadingdone", measureAnew);
  const stopUpdates = editor.registerUpdateListener(onUpdate);
  drawSoon();

  return () => {
    cancelAnimationFrame(frame);
    stopUpdates();
    sizes.disconnect();
    themes.disconnect();
    scroller.removeEventListener("scroll", onScroll);
    document.fonts.removeEventListener("loadingdone", measureAnew);
    canvas.remove();
  };
}

/** Shows what has no ink while the settings say so. */
export function showInvisibles(parts: InvisiblesParts): () => void {
  let stop: (() => void) | null = null;
  const follow = (): void => {
    const { showInvisibles: isWanted } = parts.settings.get();
    if (isWanted === (stop !== null)) return;
    if (stop) stop();
    stop = isWanted ? drawInvisibles(parts) : null;
  };
  follow();
  return mergeRegister(parts.settings.subscribe(follow), () => stop?.());
}
