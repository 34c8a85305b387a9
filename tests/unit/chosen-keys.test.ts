import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  movedKeys,
  ownKeys,
  withChosenKeys,
  withKey,
  withOwnKeys,
  withoutKey,
} from "#renderer/app/chosen-keys.ts";
import { commandBook, type Command } from "#renderer/app/commands.ts";
import { commandFor } from "#renderer/app/key-dispatch.ts";
import { isShortcut, shortcutName, shortcutOf, type KeyPress } from "#renderer/app/keys.ts";
import { observable } from "#renderer/app/observable.ts";
import { keyRefusal } from "#renderer/app/refused-keys.ts";
import { settingsChangeSchema, type ChosenKeys } from "#shared/contract/settings.ts";

function command(id: string, keys: string | null, otherKeys?: readonly string[]): Command {
  return {
    id,
    title: () => id,
    group: "Edit",
    keys,
    ...(otherKeys ? { otherKeys } : {}),
    run: () => undefined,
  };
}

const COMMANDS = [
  command("bold", "Mod+B"),
  command("link", "Mod+Shift+K"),
  command("new", "Mod+N", ["Alt+Shift+N"]),
  command("bin", null),
];

function keysNow(chosen: ChosenKeys): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(withChosenKeys(COMMANDS, chosen).map((one) => [one.id, ownKeys(one)]));
}

describe("Keys that are chosen", () => {
  it("take the place of all that the command had", () => {
    expect(keysNow(withKey({}, "new", "Mod+Shift+Y"))["new"]).toEqual(["Mod+Shift+Y"]);
  });

  it("are taken from the command that comes with them, and given back when they are put back", () => {
    const chosen = withKey({}, "bin", "Mod+B");
    expect(keysNow(chosen)).toMatchObject({ bin: ["Mod+B"], bold: [] });
    const bin = command("bin", null);
    expect(keysNow(withOwnKeys(chosen, bin))).toEqual(keysNow({}));
  });

  it("are taken from the command that had chosen them before", () => {
    const chosen = withKey(withKey({}, "bin", "Mod+Y"), "link", "Mod+Y");
    expect(keysNow(chosen)).toMatchObject({ bin: [], link: ["Mod+Y"] });
  });

  it("may be none at all", () => {
    expect(keysNow(withoutKey({}, "bold"))["bold"]).toEqual([]);
  });

  it("say which keys the editor must not answer by itself any more", () => {
    expect([...movedKeys(COMMANDS, withKey({}, "bold", "Mod+Shift+B"))]).toEqual(["Mod+B", "Mod+Shift+B"]);
  });

  it("hold for a story that is opened later, and show in every list of commands at once", () => {
    const chosen = observable<ChosenKeys>({});
    const book = commandBook(chosen);
    book.register([command("bin", null)]);
    chosen.set(withKey({}, "bin", "Mod+B"));
    book.register([command("bold", "Mod+B")]);
    const press: KeyPress = {
      code: "KeyB",
      key: "b",
      ctrlKey: true,
      metaKey: false,
      shiftKey: false,
      altKey: false,
    };
    expect(commandFor(book.commands.get(), press, "linux")?.id).toBe("bin");
    chosen.set({});
    expect(commandFor(book.commands.get(), press, "linux")?.id).toBe("bold");
  });

  it("never leave two commands with one key, whatever is chosen in whatever order", () => {
    const step = fc.record({
      id: fc.constantFrom("bold", "link", "new", "bin"),
      what: fc.constantFrom("Mod+B", "Mod+Shift+K", "Mod+N", "Alt+Shift+N", "F7", "none", "own"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let chosen: ChosenKeys = {};
        for (const { id, what } of steps) {
          const own = COMMANDS.filter((candidate) => candidate.id === id);
          let wanted: readonly string[] = [what];
          if (what === "none") {
            chosen = withoutKey(chosen, id);
            wanted = [];
          } else if (what === "own") {
            for (const one of own) chosen = withOwnKeys(chosen, one);
            wanted = own.flatMap(ownKeys);
          } else {
            chosen = withKey(chosen, id, what);
          }
          expect(keysNow(chosen)[id]).toEqual(wanted);
          const all = Object.values(keysNow(chosen)).flat().map(shortcutName);
          expect(new Set(all).size).toBe(all.length);
          expect(settingsChangeSchema.safeParse({ chosenKeys: chosen }).success).toBe(true);
        }
        expect(keysNow({})).toEqual(Object.fromEntries(COMMANDS.map((one) => [one.id, ownKeys(one)])));
      }),
    );
  });
});

describe("A key press", () => {
  it("is written as the shortcut that it then runs", () => {
    const anyPress = fc.record({
      code: fc.constantFrom("KeyK", "Digit1", "Slash", "Quote", "F7", "ArrowUp", "Numpad1", "Backslash"),
      key: fc.constant("x"),
      ctrlKey: fc.boolean(),
      metaKey: fc.boolean(),
      shiftKey: fc.boolean(),
      altKey: fc.boolean(),
    });
    fc.assert(
      fc.property(anyPress, fc.constantFrom("mac", "windows", "linux"), (press, platform) => {
        const shortcut = shortcutOf(press, platform);
        const isForeign = platform === "mac" ? press.ctrlKey : press.metaKey;
        expect(shortcut === null).toBe(isForeign);
        expect(shortcut !== null && isShortcut(press, shortcut, platform)).toBe(!isForeign);
      }),
    );
  });

  it("is nothing yet while only Shift is held", () => {
    const press = { key: "Shift", ctrlKey: false, metaKey: false, shiftKey: true, altKey: false };
    expect(shortcutOf({ ...press, code: "ShiftLeft" }, "linux")).toBeNull();
  });
});

describe("A key that no command may have", () => {
  it.each([
    ["Mod+C", "linux", "Ctrl+C copies, everywhere on this machine."],
    ["Mod+T", "windows", "Ctrl+T opens a new tab in a browser, and never reaches Stet there."],
    ["K", "linux", "K types a character. Hold Ctrl with it."],
    ["Shift+K", "mac", "⇧K types a character. Hold ⌘ with it."],
    ["Alt+Shift+K", "mac", "⌥⇧K types a character on a Mac. Hold ⌘ with it."],
    ["Enter", "linux", "Enter has its place in texts and lists."],
    ["Mod+ArrowLeft", "linux", "Ctrl+← moves the caret, or deletes, in every text."],
    ["Mod+H", "mac", "⌘H hides the program."],
    ["Alt+F4", "windows", "Alt+F4 closes the window."],
  ] as const)("says why: %s on %s", (key, platform, why) => {
    expect(keyRefusal(key, platform)).toBe(why);
  });

  it.each([
    ["Mod+Shift+Y", "linux"],
    ["Alt+Shift+K", "linux"],
    ["F9", "mac"],
    ["Shift+F3", "windows"],
    ["Mod+H", "linux"],
    ["Mod+Alt+L", "windows"],
  ] as const)("is not one of these: %s on %s", (key, platform) => {
    expect(keyRefusal(key, platform)).toBeNull();
  });
});
