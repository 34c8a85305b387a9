import type { MenuItemConstructorOptions } from "electron";
import type { ChosenKeys } from "#shared/contract/settings.ts";
import { acceleratorOf, menuKeys } from "./menu-keys.ts";

interface MenuOptions {
  readonly mac: boolean;
  /** The keys that the person chose in place of a command's own. */
  readonly chosen: ChosenKeys;
  /** Sends a command's id to the window in front. */
  readonly command: (id: string) => void;
  readonly newWindow: () => void;
}

/**
 * The menu bar. Undo, Redo and the story's commands are the editor's own, run in the window in
 * front; their keys, as they were chosen, are shown but left to the page, which knows where the caret is. Cut,
 * Copy and Paste go through Chromium's editing commands, which reach the editor as the real
 * clipboard events.
 */
export function deskMenu({ mac, chosen, command, newWindow }: MenuOptions): MenuItemConstructorOptions[] {
  const item = (label: string, id: string, ...own: readonly string[]): MenuItemConstructorOptions => {
    const accelerator = acceleratorOf(menuKeys(id, own, chosen) ?? "");
    return {
      label,
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      click: () => command(id),
    };
  };
  return [
    ...(mac ? [{ role: "appMenu" } as const] : []),
    {
      label: "&File",
      submenu: [
        item("New Story", "story.new", "Mod+N"),
        item("Bring Copy In…", "story.bring-in", "Mod+Shift+I"),
        item("Insert Photo…", "photo.insert"),
        { type: "separator" },
        item("Export…", "story.export", "Mod+Shift+E"),
        { type: "separator" },
        { label: "New Window", click: newWindow },
        item("Open This Story in a New Window", "view.new-window", "Mod+Alt+O"),
        mac ? { role: "close" } : { role: "quit" },
      ],
    },
    {
      label: "&Edit",
      submenu: [
        item("Undo", "edit.undo", "Mod+Z"),
        item("Redo", "edit.redo", mac ? "Mod+Shift+Z" : "Mod+Y"),
        { type: "separator" },
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "pasteAndMatchStyle", label: "Paste as Text", accelerator: "CmdOrCtrl+Shift+V" },
        item("Paste Keeping the Source’s Paragraphs", "paste.lines", "Mod+Alt+V"),
        { role: "selectAll" },
        { type: "separator" },
        item("Find…", "find.open", "Mod+F"),
        item("Find and Replace…", "find.replace", ...(mac ? ["Mod+Alt+F", "Mod+H"] : ["Mod+H", "Mod+Alt+F"])),
      ],
    },
    {
      label: "&View",
      submenu: [
        item("Commands…", "app.palette", "Mod+K"),
        item("Keyboard", "app.keyboard", "F1"),
        { type: "separator" },
        item("Usual Text Size", "view.zoom-usual", "Mod+0"),
        item("Larger Text", "view.zoom-in", "Mod+="),
        item("Smaller Text", "view.zoom-out", "Mod+-"),
        item("Distraction-Free", "view.alone"),
        { role: "togglefullscreen" },
      ],
    },
    { role: "windowMenu" },
  ];
}
