/** How far the pointer goes before a press is a drag, and how near to an edge the list scrolls. */
const DRAG_PX = 4;
const EDGE_PX = 24;

interface Over {
  readonly row: HTMLElement;
  /** The place into which the dragged row goes, counted from 0 among the rows as they stand. */
  readonly place: number;
  readonly side: "before" | "after";
}

function rowAt(list: HTMLElement, xPx: number, yPx: number): HTMLElement | null {
  const row = document.elementFromPoint(xPx, yPx)?.closest<HTMLElement>("[data-index]") ?? null;
  return row && list.contains(row) ? row : null;
}

function overAt(list: HTMLElement, xPx: number, yPx: number): Over | null {
  const row = rowAt(list, xPx, yPx);
  if (!row) return null;
  const { top, bottom } = row.getBoundingClientRect();
  const at = Number(row.dataset["index"]);
  const isBefore = yPx < (top + bottom) / 2;
  return { row, place: isBefore ? at : at + 1, side: isBefore ? "before" : "after" };
}

function swallow(event: MouseEvent): void {
  event.stopPropagation();
}

/**
 * Lets the rows of a list be dragged: `onMove` gets the row and the place where it was let go, both
 * counted from 0 among the rows as they stand. Escape leaves everything as it was.
 */
export function dragRows(list: HTMLElement, onMove: (row: number, place: number) => void): () => void {
  const closing = new AbortController();

  const press = (start: PointerEvent): void => {
    const pressed = start.button === 0 ? rowAt(list, start.clientX, start.clientY) : null;
    if (!pressed) return;
    const from = Number(pressed.dataset["index"]);
    const held = new AbortController();
    const during = { signal: AbortSignal.any([held.signal, closing.signal]), capture: true };
    let over: Over | null = null;
    let isDragged = false;

    const show = (next: Over | null): void => {
      if (over) delete over.row.dataset["drop"];
      over = next;
      if (over) over.row.dataset["drop"] = over.side;
    };
    const end = (): void => {
      held.abort();
      show(null);
    };
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      isDragged ||= Math.abs(clientY - start.clientY) > DRAG_PX;
      if (!isDragged) return;
      const scroller = list.querySelector<HTMLElement>("[role=listbox]");
      const box = scroller?.getBoundingClientRect();
      if (scroller && box && clientY < box.top + EDGE_PX) scroller.scrollTop -= EDGE_PX;
      if (scroller && box && clientY > box.bottom - EDGE_PX) scroller.scrollTop += EDGE_PX;
      show(overAt(list, clientX, clientY));
    };
    const letGo = (): void => {
      const place = isDragged ? over?.place : undefined;
      end();
      if (place === undefined) return;
      // The click that ends a drag chooses nothing.
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
      if (place !== from && place !== from + 1) onMove(from, place);
    };
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };

    window.addEventListener("pointermove", follow, during);
    window.addEventListener("pointerup", letGo, during);
    window.addEventListener("pointercancel", end, during);
    window.addEventListener("keydown", cancel, during);
  };

  list.addEventListener("pointerdown", press, { signal: closing.signal });
  return () => closing.abort();
}
