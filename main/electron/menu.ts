import type { MenuItemConstructorOptions } from "electron";
import { words } from "#shared/language/index.ts";

interface MenuOptions {
  readonly mac: boolean;
  /** Sends a command's id to the window in front. */
  readonly command: (id: string) => void;
  readonly newWindow: () => void;
}

/**
 * The menu bar, in the language that is spoken now. Undo, Redo and the story's commands are the editor's own, run in the window in
 * front; the accelerators are shown but left to the page, which knows where the caret is. Cut,
 * Copy and Paste go through Chromium's editing commands, which reach the editor as the real
 * clipboard events.
 */
export function deskMenu({ mac, command, newWindow }: MenuOptions): MenuItemConstructorOptions[] {
  const item = (label: string, id: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => command(id),
  });
  const { menus, items, roles } = words().desktop;
  return [
    ...(mac ? [{ role: "appMenu" } as const] : []),
    {
      label: menus.file,
      submenu: [
        item(items.new, "story.new", "CmdOrCtrl+N"),
        item(items.bringIn, "story.bring-in", "CmdOrCtrl+Shift+I"),
        item(items.photo, "photo.insert"),
        { type: "separator" },
        item(items.export, "story.export", "CmdOrCtrl+Shift+E"),
        { type: "separator" },
        { label: items.newWindow, click: newWindow },
        item(items.storyInWindow, "view.new-window", "CmdOrCtrl+Alt+O"),
        mac ? { role: "close", label: roles.close } : { role: "quit", label: roles.quit },
      ],
    },
    {
      label: menus.edit,
      submenu: [
        item(items.undo, "edit.undo", "CmdOrCtrl+Z"),
        item(items.redo, "edit.redo", mac ? "Cmd+Shift+Z" : "Ctrl+Y"),
        { type: "separator" },
        { role: "cut", label: roles.cut },
        { role: "copy", label: roles.copy },
        { role: "paste", label: roles.paste },
        { role: "pasteAndMatchStyle", label: items.pasteText, accelerator: "CmdOrCtrl+Shift+V" },
        item(items.pasteLines, "paste.lines", "CmdOrCtrl+Alt+V"),
        { role: "selectAll", label: roles.selectAll },
        { type: "separator" },
        item(items.find, "find.open", "CmdOrCtrl+F"),
        item(items.replace, "find.replace", mac ? "Cmd+Alt+F" : "Ctrl+H"),
      ],
    },
    {
      label: menus.view,
      submenu: [
        item(items.commands, "app.palette", "CmdOrCtrl+K"),
        item(items.keyboard, "app.keyboard", "F1"),
        { type: "separator" },
        item(items.zoomUsual, "view.zoom-usual", "CmdOrCtrl+0"),
        item(items.zoomIn, "view.zoom-in", "CmdOrCtrl+="),
        item(items.zoomOut, "view.zoom-out", "CmdOrCtrl+-"),
        item(items.alone, "view.alone"),
        { role: "togglefullscreen", label: roles.fullScreen },
      ],
    },
    { role: "windowMenu", label: roles.window },
  ];
}
