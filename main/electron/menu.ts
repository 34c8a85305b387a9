import type { MenuItemConstructorOptions } from "electron";
import type { ChosenKeys } from "#shared/contract/settings.ts";
import { acceleratorOf, menuKeys } from "./menu-keys.ts";
import { words } from "#shared/language/index.ts";

interface MenuOptions {
  readonly mac: boolean;
  /** The keys that the person chose in place of a command's own. */
  readonly chosen: ChosenKeys;
  /** Sends a command's id to the window in front. */
  readonly command: (id: string) => void;
  readonly newWindow: () => void;
}

/**
 * The menu bar, in the language that is spoken now. Undo, Redo and the story's commands are the editor's own, run in the window in
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
  const { menus, items, roles } = words().desktop;
  return [
    ...(mac ? [{ role: "appMenu" } as const] : []),
    {
      label: menus.file,
      submenu: [
        item(items.new, "story.new", "Mod+N"),
        item(items.bringIn, "story.bring-in", "Mod+Shift+I"),
        item(items.compareFile, "story.compare-file", "Mod+Alt+Shift+I"),
        item(items.photo, "photo.insert"),
        { type: "separator" },
        item(items.export, "story.export", "Mod+Shift+E"),
        { type: "separator" },
        { label: items.newWindow, click: newWindow },
        item(items.storyInWindow, "view.new-window", "Mod+Alt+O"),
        mac ? { role: "close", label: roles.close } : { role: "quit", label: roles.quit },
      ],
    },
    {
      label: menus.edit,
      submenu: [
        item(items.undo, "edit.undo", "Mod+Z"),
        item(items.redo, "edit.redo", mac ? "Mod+Shift+Z" : "Mod+Y"),
        { type: "separator" },
        { role: "cut", label: roles.cut },
        { role: "copy", label: roles.copy },
        { role: "paste", label: roles.paste },
        { role: "pasteAndMatchStyle", label: items.pasteText, accelerator: "CmdOrCtrl+Shift+V" },
        item(items.pasteLines, "paste.lines", "Mod+Alt+V"),
        { role: "selectAll", label: roles.selectAll },
        { type: "separator" },
        item(items.find, "find.open", "Mod+F"),
        item(items.replace, "find.replace", ...(mac ? ["Mod+Alt+F", "Mod+H"] : ["Mod+H", "Mod+Alt+F"])),
      ],
    },
    {
      label: menus.view,
      submenu: [
        item(items.commands, "app.palette", "Mod+K"),
        item(items.keyboard, "app.keyboard", "F1"),
        { type: "separator" },
        item(items.zoomUsual, "view.zoom-usual", "Mod+0"),
        item(items.zoomIn, "view.zoom-in", "Mod+="),
        item(items.zoomOut, "view.zoom-out", "Mod+-"),
        item(items.alone, "view.alone"),
        { role: "togglefullscreen", label: roles.fullScreen },
      ],
    },
    { role: "windowMenu", label: roles.window },
  ];
}
