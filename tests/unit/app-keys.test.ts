import { describe, expect, it } from "vitest";
import { commandBook, type Command } from "#renderer/app/commands.ts";
import { commandFor } from "#renderer/app/key-dispatch.ts";
import { isShortcut, isTyping, shortcutText, type KeyPress } from "#renderer/app/keys.ts";

/** A key press in words: `press("Ctrl+Shift+e", "KeyE")`. */
function press(keys: string, code: string): KeyPress {
  const parts = keys.split("+");
  return {
    code,
    key: parts.at(-1) ?? "",
    ctrlKey: parts.includes("Ctrl"),
    metaKey: parts.includes("Meta"),
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
  };
}

function command(id: string, change: Partial<Command> = {}): Command {
  return { id, title: () => id, group: "Story", keys: null, run: () => undefined, ...change };
}

describe("A shortcut", () => {
  it("takes Mod for Command on a Mac and for Control elsewhere", () => {
    expect(isShortcut(press("Ctrl+k", "KeyK"), "Mod+K", "linux")).toBe(true);
    expect(isShortcut(press("Meta+k", "KeyK"), "Mod+K", "mac")).toBe(true);
    expect(isShortcut(press("Ctrl+k", "KeyK"), "Mod+K", "mac")).toBe(false);
    expect(isShortcut(press("Meta+k", "KeyK"), "Mod+K", "windows")).toBe(false);
  });

  it("goes by the key's place, so that a Greek or Cyrillic layout runs it too", () => {
    expect(isShortcut(press("Ctrl+κ", "KeyK"), "Mod+K", "linux")).toBe(true);
    expect(isShortcut(press("Ctrl+Shift+И", "KeyB"), "Mod+Shift+B", "linux")).toBe(true);
  });

  it("is another one where a further modifier is held", () => {
    expect(isShortcut(press("Ctrl+Shift+k", "KeyK"), "Mod+K", "linux")).toBe(false);
    expect(isShortcut(press("Ctrl+Alt+k", "KeyK"), "Mod+K", "linux")).toBe(false);
  });

  it("may be written with a sign or with the sign's code", () => {
    expect(isShortcut(press("Ctrl+/", "Slash"), "Mod+/", "linux")).toBe(true);
    expect(isShortcut(press("Ctrl+/", "Slash"), "Mod+Slash", "linux")).toBe(true);
    expect(isShortcut(press("Ctrl+1", "Digit1"), "Mod+1", "linux")).toBe(true);
    expect(isShortcut(press("F6", "F6"), "F6", "linux")).toBe(true);
  });

  it("is shown as this platform's people write it", () => {
    expect(shortcutText("Mod+Shift+E", "linux")).toBe("Ctrl+Shift+E");
    expect(shortcutText("Mod+Shift+E", "mac")).toBe("⌘⇧E");
    expect(shortcutText("Alt+Shift+ArrowUp", "windows")).toBe("Alt+Shift+↑");
    expect(shortcutText("Escape", "linux")).toBe("Esc");
    expect(shortcutText("Mod+NumpadAdd", "linux")).toBe("Ctrl+Keypad +");
    expect(shortcutText("Mod+Numpad0", "mac")).toBe("⌘Keypad 0");
    expect(shortcutText("Alt+NumpadEnter", "linux")).toBe("Alt+Keypad Enter");
  });
});

describe("Typing", () => {
  it.each([
    ["a letter", press("a", "KeyA"), true],
    ["a slash", press("/", "Slash"), true],
    ["an emoji", press("😀", "KeyA"), true],
    ["a dead key", press("Dead", "Quote"), true],
    ["Enter", press("Enter", "Enter"), false],
    ["a letter with Control", press("Ctrl+k", "KeyK"), false],
    ["a letter with Alt", press("Alt+n", "KeyN"), false],
  ])("is what %s does, or is not", (_name, pressed, typing) => {
    expect(isTyping(pressed, "linux")).toBe(typing);
  });

  it("is what Option does on a Mac: no shortcut may take “ø” from a text", () => {
    expect(isTyping(press("Alt+ø", "KeyO"), "mac")).toBe(true);
  });
});

describe("The command book", () => {
  it("finds a command by its first key and by any other", () => {
    const commands = [command("story.new", { keys: "Mod+N", otherKeys: ["Alt+Shift+N"] })];
    expect(commandFor(commands, press("Ctrl+n", "KeyN"), "linux")?.id).toBe("story.new");
    expect(commandFor(commands, press("Alt+Shift+N", "KeyN"), "linux")?.id).toBe("story.new");
    expect(commandFor(commands, press("n", "KeyN"), "linux")).toBeUndefined();
  });

  it("lists the groups in one order, whoever registered first", () => {
    const book = commandBook();
    book.register([command("help", { group: "Help" })]);
    book.register([command("bold", { group: "Edit" }), command("new")]);
    expect(book.commands.get().map(({ id }) => id)).toEqual(["new", "bold", "help"]);
  });

  it("runs nothing that makes no sense now", () => {
    const ran: string[] = [];
    const book = commandBook();
    book.register([
      command("export", { enabled: () => false, run: () => ran.push("export") }),
      command("new", { run: () => ran.push("new") }),
    ]);
    expect([book.run("export"), book.run("new"), book.run("gone")]).toEqual([false, true, false]);
    expect(ran).toEqual(["new"]);
  });
});
