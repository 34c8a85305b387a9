import { Suspense, useState, type ReactNode } from "react";
import { latePart } from "#renderer/app/late-part.ts";
import { ListBox } from "#renderer/app/list-box.tsx";
import { DESK_ROWS_ID } from "#renderer/app/panes.ts";
import { useObservable, usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { openInNewWindow } from "#renderer/view/new-window.ts";
import { storyAt } from "./desk-pages.ts";
import { BinRow } from "./bin-row.tsx";
import { DeskRow } from "./desk-row.tsx";
import type { MenuPlace } from "./row-menu.tsx";
import { moveToBin, putBackFromBin } from "./story-moves.ts";
import { words } from "#shared/language/index.ts";

const RowMenu = latePart(async () => (await import("./row-menu.tsx")).RowMenu);

const ROW_PX = 63;
const BIN_KEYS: ReadonlySet<string> = new Set(["Delete", "Backspace"]);

/** The rows of the desk list. */
export function DeskRows({ onLeaveUp }: { readonly onLeaveUp: () => void }): ReactNode {
  const bench = useWorkbench();
  const { list, page, now } = bench;
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const { list: pages, active, question } = useObservable(list.state);
  const open = usePart(page.summary, (summary) => summary?.id ?? null);
  const nowMs = useObservable(now);
  const { desk } = words();

  const choose = (row: number): void => {
    const story = storyAt(pages, row);
    if (!story) return;
    void page.open(story.id).then((opened) => opened && page.session.get()?.focus());
  };

  const onKey = (key: string): boolean => {
    const story = storyAt(pages, active);
    if (!story) return false;
    if (key.toLowerCase() === "b") {
      void bench.sides.openBeside(story.id);
      return true;
    }
    if (key.toLowerCase() === "w") {
      openInNewWindow(story.id);
      return true;
    }
    if (story.binned) {
      if (key.toLowerCase() !== "p") return false;
      void putBackFromBin(bench, story);
      return true;
    }
    if (!BIN_KEYS.has(key)) return false;
    void moveToBin(bench, story);
    return true;
  };

  return (
    <>
      <ListBox
        key={JSON.stringify(question)}
        id={DESK_ROWS_ID}
        label={question.bin ? desk.binRows : desk.rows}
        className="desk-rows"
        count={pages.total}
        rowPx={ROW_PX}
        active={active}
        onActive={list.setActive}
        onChoose={choose}
        onLeaveUp={onLeaveUp}
        onKey={onKey}
        onMenu={(row, xPx, yPx) => {
          const story = storyAt(pages, row);
          if (story) setMenu({ story, xPx, yPx });
        }}
        onShown={list.show}
        isSelected={(row) => open !== null && storyAt(pages, row)?.id === open}
        rowClass="desk-row"
        renderRow={(row) => {
          const story = storyAt(pages, row);
          if (!story) return { content: <span className="row-waiting">…</span> };
          const { binned } = story;
          if (binned) return { content: <BinRow story={story} binned={binned} nowMs={nowMs} /> };
          return { content: <DeskRow story={story} nowMs={nowMs} /> };
        }}
      />
      {menu === null ? null : (
        <Suspense fallback={null}>
          <RowMenu place={menu} onOpenStory={() => choose(active)} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </>
  );
}
