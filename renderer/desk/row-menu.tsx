import { words } from "#shared/language/index.ts";
import { Menu } from "@base-ui/react/menu";
import { type ReactNode } from "react";
import { DESK_ROWS_ID } from "#renderer/app/panes.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StorySummary } from "#shared/contract/index.ts";
import { openInNewWindow } from "#renderer/view/new-window.ts";
import { STORY_MOVES } from "./story-commands.ts";
import "./row-menu.css";

/** A story of the list whose menu is open, and where. */
export interface MenuPlace {
  readonly story: StorySummary;
  readonly xPx: number;
  readonly yPx: number;
}

interface RowMenuProps {
  readonly place: MenuPlace;
  readonly onOpenStory: () => void;
  readonly onClose: () => void;
}

/** What the desk can do with one story of the list. */
export function RowMenu({ place: { story, xPx, yPx }, onOpenStory, onClose }: RowMenuProps): ReactNode {
  const bench = useWorkbench();
  const anchor = { getBoundingClientRect: () => new DOMRect(xPx, yPx, 0, 0) };
  const { menu } = words().desk;
  const binned = story.binned !== undefined;
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal render={<section aria-label={menu.name} />}>
        <Menu.Positioner anchor={anchor} side="bottom" align="start" className="row-menu-place">
          <Menu.Popup
            className="row-menu"
            aria-label={menu.of({ slug: story.facts.slug })}
            finalFocus={() => document.getElementById(DESK_ROWS_ID)}
          >
            <Menu.Item className="row-menu-item" onClick={onOpenStory}>
              {binned ? menu.look : menu.open}
            </Menu.Item>
            <Menu.Item className="row-menu-item" onClick={() => void bench.sides.openBeside(story.id)}>
              {menu.beside}
            </Menu.Item>
            <Menu.Item className="row-menu-item" onClick={() => openInNewWindow(story.id)}>
              {menu.newWindow}
            </Menu.Item>
            <Menu.Separator className="row-menu-rule" />
            {STORY_MOVES.filter((move) => move.isFor(story)).map(({ id, title, run }) => (
              <Menu.Item key={id} className="row-menu-item" onClick={() => run(bench, story)}>
                {title(words())}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
