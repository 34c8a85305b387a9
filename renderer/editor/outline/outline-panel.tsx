import { useState, type KeyboardEvent, type ReactNode } from "react";
import { BLOCK_NAMES } from "#renderer/app/block-names.ts";
import { counted } from "#renderer/app/length.ts";
import { ListBox } from "#renderer/app/list-box.tsx";
import { PANEL_HOME } from "#renderer/app/panes.ts";
import { useCalmly, useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { BlockId } from "#shared/document/index.ts";
import type { StorySession } from "../story-session.ts";
import { outlineRows, type OutlineRow } from "./outline-rows.ts";
import "./outline.css";

const LIST_ID = "story-outline";
const ROW_PX = 40;

function kindName(kind: OutlineRow["kind"]): string {
  return kind === "unknown" ? "Newer Stet" : BLOCK_NAMES[kind];
}

function Row({ row, isHere }: { readonly row: OutlineRow; readonly isHere: boolean }): ReactNode {
  return (
    <>
      <div className="outline-line">
        <span className="outline-kind">{kindName(row.kind)}</span>
        {isHere ? <span className="outline-here">Caret</span> : null}
        {row.sectionWords === null ? null : (
          <span className="outline-length">{counted(row.sectionWords, "word")}</span>
        )}
      </div>
      <div className="outline-words" dir="auto">
        {row.words === "" ? "Empty" : row.words}
      </div>
    </>
  );
}

function Outline({ session }: { readonly session: StorySession }): ReactNode {
  const { block: here } = useCalmly(session.settled);
  const rows = outlineRows(session.document());
  const [chosen, setChosen] = useState<BlockId | null>(null);
  const [said, setSaid] = useState("");
  const placeOf = (id: BlockId | null): number => rows.findIndex((row) => row.id === id);
  const active = Math.max(0, placeOf(chosen) >= 0 ? placeOf(chosen) : placeOf(here));

  const move = (step: -1 | 1): void => {
    const row = rows[active];
    const target = active + step;
    if (!row || target < 0 || target >= rows.length) return;
    const before = step < 0 ? rows[target] : rows[target + 1];
    session.move(row.id, before?.id ?? null);
    setChosen(row.id);
    setSaid(`${kindName(row.kind)} moved to place ${String(target + 1)} of ${String(rows.length)}.`);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (!event.altKey || event.ctrlKey || event.metaKey || step === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(step);
  };

  return (
    <div className="outline" onKeyDownCapture={onKeyDown} onBlur={() => setChosen(null)} {...PANEL_HOME}>
      <ListBox
        id={LIST_ID}
        label="Outline of this story"
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
  if (session === null) return <p className="panel-empty">Open a story to see its outline.</p>;
  return <Outline key={session.summary.get().id} session={session} />;
}
