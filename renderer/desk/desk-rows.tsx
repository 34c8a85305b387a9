import type { ReactNode } from "react";
import { ListBox } from "#renderer/app/list-box.tsx";
import { DESK_ROWS_ID } from "#renderer/app/panes.ts";
import { useObservable, usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { storyAt } from "./desk-pages.ts";
import { DeskRow } from "./desk-row.tsx";

const ROW_PX = 63;

/** The rows of the desk list. */
export function DeskRows({ onLeaveUp }: { readonly onLeaveUp: () => void }): ReactNode {
  const { list, page, now } = useWorkbench();
  const { list: pages, active, question } = useObservable(list.state);
  const open = usePart(page.summary, (summary) => summary?.id ?? null);
  const nowMs = useObservable(now);

  const choose = (row: number): void => {
    const story = storyAt(pages, row);
    if (!story) return;
    void page.open(story.id).then((opened) => opened && page.session.get()?.focus());
  };

  return (
    <ListBox
      key={JSON.stringify(question)}
      id={DESK_ROWS_ID}
      label="Stories"
      className="desk-rows"
      count={pages.total}
      rowPx={ROW_PX}
      active={active}
      onActive={list.setActive}
      onChoose={choose}
      onLeaveUp={onLeaveUp}
      onShown={list.show}
      isSelected={(row) => open !== null && storyAt(pages, row)?.id === open}
      rowClass="desk-row"
      renderRow={(row) => {
        const story = storyAt(pages, row);
        return {
          content: story ? <DeskRow story={story} nowMs={nowMs} /> : <span className="row-waiting">…</span>,
        };
      }}
    />
  );
}
