import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { rowAfter } from "./row-after.ts";

const ROWS_AHEAD = 12;
const ROWS_OF_A_SCREEN = 8;
const MENU_INDENT_PX = 12;

interface ListBoxProps {
  readonly id: string;
  readonly label: string;
  readonly className: string;
  readonly count: number;
  /** The height of a row in pixels; the true one is measured where `measured` is set. */
  readonly rowPx: number | ((row: number) => number);
  readonly measured?: boolean;
  /** The row that the arrow keys are on. */
  readonly active: number;
  readonly onActive: (row: number) => void;
  /** Enter, Space or a click on a row. */
  readonly onChoose?: (row: number) => void;
  /** The up arrow on the first row. */
  readonly onLeaveUp?: () => void;
  /** Any other key without Control, Command or Alt. True where it was answered. */
  readonly onKey?: (key: string) => boolean;
  /** A menu was asked for, by mouse or key, at this place of the window; without it the browser shows its own. */
  readonly onMenu?: (row: number, xPx: number, yPx: number) => void;
  readonly isSelected: (row: number) => boolean;
  /** True where any number of rows can be selected. */
  readonly multiple?: boolean;
  readonly rowClass: string;
  /** What is written on a row, and data attributes for its look. */
  readonly renderRow: (row: number) => { readonly content: ReactNode; readonly kind?: string };
  /** Told which rows exist on screen now. */
  readonly onShown?: (first: number, last: number) => void;
}

function clickedRow(event: MouseEvent): number | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
  return row ? Number(row.dataset["index"]) : null;
}

/**
 * A list of any length of which only the rows on screen exist. The focus is on the list; the active
 * row is named to assistive technology (ARIA 1.2, "listbox", managed by `aria-activedescendant`).
 */
export function ListBox(props: ListBoxProps): ReactNode {
  const { id, count, rowPx, measured = false, active, onShown } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => (typeof rowPx === "number" ? rowPx : rowPx(row)),
    overscan: ROWS_AHEAD,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const rowId = (row: number): string => `${id}-${String(row)}`;

  useEffect(() => onShown?.(first, last), [onShown, first, last]);

  const goTo = (row: number): void => {
    props.onActive(row);
    rows.scrollToIndex(row);
  };

  const answers = (key: string): boolean => {
    if ((key === "Enter" || key === " ") && props.onChoose) {
      props.onChoose(active);
      return true;
    }
    if (key === "ArrowUp" && active === 0 && props.onLeaveUp) {
      props.onLeaveUp();
      return true;
    }
    const next = count === 0 ? null : rowAfter(key, active, count, ROWS_OF_A_SCREEN);
    if (next === null) return props.onKey?.(key) ?? false;
    goTo(next);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (answers(event.key)) event.preventDefault();
  };

  const onContextMenu = (event: MouseEvent): void => {
    if (!props.onMenu || count === 0) return;
    event.preventDefault();
    const byMouse = clickedRow(event);
    const row = byMouse ?? active;
    props.onActive(row);
    const box = document.getElementById(rowId(row))?.getBoundingClientRect();
    if (byMouse === null && box) props.onMenu(row, box.left + MENU_INDENT_PX, box.bottom);
    else props.onMenu(row, event.clientX, event.clientY);
  };

  const onClick = (event: MouseEvent): void => {
    const row = clickedRow(event);
    if (row === null) return;
    props.onActive(row);
    props.onChoose?.(row);
  };

  return (
    <div
      ref={scroller}
      id={id}
      className={`list-box ${props.className}`}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable={props.multiple}
      aria-activedescendant={items.some((item) => item.index === active) ? rowId(active) : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onContextMenu={onContextMenu}
    >
      <div role="presentation" className="list-box-length" style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const { content, kind } = props.renderRow(item.index);
          return (
            <div
              key={item.key}
              ref={measured ? rows.measureElement : null}
              id={rowId(item.index)}
              className={props.rowClass}
              role="option"
              tabIndex={-1}
              aria-selected={props.isSelected(item.index)}
              aria-posinset={item.index + 1}
              aria-setsize={count}
              data-index={item.index}
              data-active={item.index === active}
              data-kind={kind}
              style={{ transform: `translateY(${String(item.start)}px)` }}
            >
              {content}
            </div>
          );
        })}
      </div>
    </div>
  );
}
