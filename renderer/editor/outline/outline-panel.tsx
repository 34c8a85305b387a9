import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { words } from "#shared/language/index.ts";
import { ListBox } from "#renderer/app/list-box.tsx";
import { PANEL_HOME } from "#renderer/app/panes.ts";
import { useCalmly, useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { BlockId } from "#shared/document/index.ts";
import type { StorySession } from "../story-session.ts";
import { dragRows } from "./drag-rows.ts";
import { outlineRows, type OutlineRow } from "./outline-rows.ts";
import "./outline.css";

const LIST_ID = "story-outline";
const ROW_PX = 40;

function Row({ row, isHere }: { readonly row: OutlineRow; readonly isHere: boolean }): ReactNode {
  const { name, outline } = words().blocks;
  return (
    <>
      <div className="outline-line">
        <span className="outline-kind">{name({ blockKind: row.kind })}</span>
        {isHere ? <span className="outline-here">{outline.caret}</span> : null}
        {row.sectionWords === null ? null : (
          <span className="outline-length">{outline.words({ count: row.sectionWords })}</span>
        )}
      </div>
      <div className="outline-words" dir="auto">
        {row.words === "" ? outline.empty : row.words}
      </div>
    </>
  );
}

function Outline({ session }: { readonly session: StorySession }): ReactNode {
  const { block: here } = useCalmly(session.settled);
  const rows = outlineRows(session.document());
  const [chosen, setChosen] = useState<BlockId | null>(null);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const placeOf = (id: BlockId | null): number => rows.findIndex((row) => row.id === id);
  const active = Math.max(0, placeOf(chosen) >= 0 ? placeOf(chosen) : placeOf(here));

  /** Moves the row at one place to before the row at another. */
  const moveTo = (from: number, place: number): void => {
    const row = rows[from];
    if (!row || place < 0 || place > rows.length) return;
    session.move(row.id, rows[place]?.id ?? null);
    setChosen(row.id);
    const now = place > from ? place : place + 1;
    setSaid(words().blocks.outline.moved({ blockKind: row.kind, nth: now, of: rows.length }));
  };
  const onDrop = useEffectEvent(moveTo);
  useEffect(
    () => (list.current ? dragRows(list.current, (from, place) => onDrop(from, place)) : undefined),
    [],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (!event.altKey || event.ctrlKey || event.metaKey || step === null) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(active, step < 0 ? active - 1 : active + 2);
  };

  return (
    <div
      className="outline"
      ref={list}
      onKeyDownCapture={onKeyDown}
      onBlur={() => setChosen(null)}
      {...PANEL_HOME}
    >
      <ListBox
        id={LIST_ID}
        label={words().blocks.outline.list}
        className="outline-list"
        count={rows.length}
        rowPx={ROW_PX}
        active={active}
        onActive={(row) => setChosen(rows[row]?.id ?? null)}
        onChoose={(row) => {
          const to = rows[row];
          if (to) session.goTo(to.id);
        }}
        isSelected={(row) => rows[row]?.id === here}
        rowClass="outline-row"
        renderRow={(at) => {
          const row = rows[at];
          if (!row) return { content: null };
          return { content: <Row row={row} isHere={row.id === here} />, kind: row.kind };
        }}
      />
      <output className="unseen">{said}</output>
    </div>
  );
}

/** Every block of the open story in a list: the way to each, and their order. */
export function OutlinePanel(): ReactNode {
  const { page } = useWorkbench();
  const session = useObservable(page.session);
  if (session === null) return <p className="panel-empty">{words().blocks.outline.noStory}</p>;
  return <Outline key={session.summary.get().id} session={session} />;
}
