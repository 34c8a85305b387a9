import { $getNearestNodeFromDOMNode, type LexicalEditor } from "lexical";
import type { BlockId } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $blockOf } from "../fields/field.ts";
import { blockAt, blocksOn, placeAt } from "./block-at.ts";
import { moveBlock } from "./move-block.ts";

/** How near to the edge of the page it scrolls while a block is dragged, and how far with each frame. */
const EDGE_PX = 48;
const SCROLL_PX = 14;

export interface DragHandleParts {
  readonly editor: LexicalEditor;
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  /** Aborted when the story leaves the page. */
  readonly signal: AbortSignal;
}

function part(className: string): HTMLElement {
  const made = document.createElement("div");
  made.className = className;
  made.ariaHidden = "true";
  made.hidden = true;
  return made;
}

/** Where the drop line belongs: between the block above a place and the one below. */
function lineY(blocks: readonly HTMLElement[], place: number): number {
  const above = blocks[place - 1]?.getBoundingClientRect();
  const below = blocks[place]?.getBoundingClientRect();
  if (above && below) return (Math.max(above.bottom, above.top) + below.top) / 2;
  return above ? above.bottom + 4 : (below?.top ?? 0) - 4;
}

/**
 * Shows a handle in the margin beside the block under the pointer. Dragged, it moves the block to
 * where the line is; near the edges the page scrolls, and Escape leaves everything as it was. The
 * keyboard has the commands that move blocks: the handle is for the pointer only.
 */
export function dragHandle({ editor, scroller, page, signal }: DragHandleParts): void {
  const handle = part("block-handle");
  const line = part("drop-line");
  scroller.append(handle, line);
  let held: HTMLElement | null = null;
  let dragging: AbortController | null = null;

  const blockId = (dom: HTMLElement | undefined): BlockId | null =>
    editor.getEditorState().read(
      () => {
        const node = dom ? $getNearestNodeFromDOMNode(dom) : null;
        const block = node && $blockOf(node);
        return block && $blockId(block);
      },
      { editor },
    );

  const put = (dom: HTMLElement, y: number): void => {
    dom.style.top = `${String(y - scroller.getBoundingClientRect().top + scroller.scrollTop)}px`;
    dom.style.left = `${String(page.getBoundingClientRect().left - scroller.getBoundingClientRect().left)}px`;
    dom.hidden = false;
  };

  const hide = (): void => {
    if (dragging === null) handle.hidden = true;
  };

  const hover = (event: PointerEvent): void => {
    if (dragging !== null || event.buttons !== 0 || !editor.isEditable()) return;
    if (event.target === handle) return;
    const block = blockAt(blocksOn(page), event.clientY);
    if (block === held && !handle.hidden) return;
    held = block;
    if (!block) {
      hide();
      return;
    }
    handle.title = words().blocks.drag;
    put(handle, block.getBoundingClientRect().top);
    // A block may move while text is typed: the handle is not carried along, it goes.
    page.addEventListener("keydown", hide, { once: true, signal });
  };

  const drag = (start: PointerEvent): void => {
    const block = held;
    if (start.button !== 0 || !block) return;
    start.preventDefault();
    handle.setPointerCapture(start.pointerId);
    const drop = new AbortController();
    const during = { signal: AbortSignal.any([drop.signal, signal]), capture: true };
    dragging = drop;
    let { clientY } = start;
    let hasMoved = false;
    block.dataset["dragged"] = "";

    const follow = (): void => {
      if (drop.signal.aborted) return;
      const { top, bottom } = scroller.getBoundingClientRect();
      if (hasMoved && clientY < top + EDGE_PX) scroller.scrollTop -= SCROLL_PX;
      if (hasMoved && clientY > bottom - EDGE_PX) scroller.scrollTop += SCROLL_PX;
      const blocks = blocksOn(page);
      if (hasMoved) put(line, lineY(blocks, placeAt(blocks, clientY)));
      requestAnimationFrame(follow);
    };
    const end = (): void => {
      drop.abort();
      dragging = null;
      line.hidden = true;
      handle.hidden = true;
      delete block.dataset["dragged"];
    };
    const letGo = (): void => {
      const blocks = blocksOn(page);
      const moved = blockId(block);
      const target = blocks[placeAt(blocks, clientY)];
      const before = blockId(target);
      const isKnown = target === undefined || before !== null;
      end();
      if (hasMoved && moved !== null && isKnown) moveBlock(editor, moved, before);
    };

    handle.addEventListener(
      "pointermove",
      (event) => {
        hasMoved ||= Math.abs(event.clientY - start.clientY) > 3;
        ({ clientY } = event);
      },
      during,
    );
    handle.addEventListener("pointerup", letGo, during);
    handle.addEventListener("pointercancel", end, during);
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        end();
      },
      during,
    );
    follow();
  };

  scroller.addEventListener("pointermove", hover, { passive: true, signal });
  scroller.addEventListener("pointerleave", hide, { signal });
  handle.addEventListener("pointerdown", drag, { signal });
  signal.addEventListener("abort", () => {
    dragging?.abort();
    handle.remove();
    line.remove();
  });
}
