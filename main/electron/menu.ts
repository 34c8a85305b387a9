import type { MenuItemConstructorOptions } from "electron";

interface MenuOptions {
  readonly mac: boolean;
  /** Sends a command's id to the window in front. */
  readonly command: (id: string) => void;
  readonly newWindow: () => void;
}

/**
 * The menu bar. Undo, Redo and the story's commands are the editor's own, run in the window in
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
  return [
    ...(mac ? [{ role: "appMenu" } as const] : []),
    {
      label: "&File",
      submenu: [
        item("New Story", "story.new", "CmdOrCtrl+N"),
        item("Bring Copy In…", "story.bring-in", "CmdOrCtrl+Shift+I"),
        item("Insert Photo…", "photo.insert"),
        { type: "separator" },
        item("Export…", "story.export", "CmdOrCtrl+Shift+E"),
        { type: "separator" },
        { label: "New Window", click: newWindow },
        item("Open This Story in a New Window", "view.new-window", "CmdOrCtrl+Alt+O"),
        mac ? { role: "close" } : { role: "quit" },
      ],
    },
    {
      label: "&Edit",
      submenu: [
        item("Undo", "edit.undo", "CmdOrCtrl+Z"),
        item("Redo", "edit.redo", mac ? "Cmd+Shift+Z" : "Ctrl+Y"),
        { type: "separator" },
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "pasteAndMatchStyle", label: "Paste as Text", accelerator: "CmdOrCtrl+Shift+V" },
        item("Paste Keeping the Source’s Paragraphs", "paste.lines", "CmdOrCtrl+Alt+V"),
        { role: "selectAll" },
        { type: "separator" },
        item("Find…", "find.open", "CmdOrCtrl+F"),
        item("Find and Replace…", "find.replace", mac ? "Cmd+Alt+F" : "Ctrl+H"),
      ],
    },
    {
      label: "&View",
      submenu: [
        item("Commands…", "app.palette", "CmdOrCtrl+K"),
        item("Keyboard", "app.keyboard", "F1"),
        { type: "separator" },
        item("Usual Text Size", "view.zoom-usual", "CmdOrCtrl+0"),
        item("Larger Text", "view.zoom-in", "CmdOrCtrl+="),
        item("Smaller Text", "view.zoom-out", "CmdOrCtrl+-"),
        item("Distraction-Free", "view.alone"),
        { role: "togglefullscreen" },
      ],
    },
    { role: "windowMenu" },
  ];
}
