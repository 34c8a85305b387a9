import { words, type Catalogue } from "#shared/language/index.ts";
import { shortcutName, shortcutText, type Platform, type Shortcut } from "./keys.ts";

type Taken = keyof Catalogue["keyboard"]["taken"];

/** Keys that the browser or the machine keeps for itself, with what it does with them. */
const TAKEN_EVERYWHERE: Readonly<Record<string, Taken>> = {
  "Mod+C": "copies",
  "Mod+X": "cuts",
  "Mod+V": "pastes",
  "Mod+A": "selects",
  "Mod+N": "newWindow",
  "Mod+T": "newTab",
  "Mod+W": "closesTab",
  "Mod+Shift+N": "privateWindow",
  "Mod+Shift+T": "lastTab",
  "Mod+Shift+W": "closesWindow",
  "Mod+R": "reloads",
  "Mod+Shift+R": "reloads",
  F5: "reloads",
  "Shift+F5": "reloads",
  "Mod+F5": "reloads",
  "Mod+Q": "quits",
  "Mod+=": "larger",
  "Mod+-": "smaller",
  "Mod+0": "usualSize",
  "Mod+Enter": "enters",
  "Shift+F10": "menu",
  F11: "fullScreen",
  F12: "tools",
  "Alt+F4": "closes",
  "Mod+F4": "closesOneTab",
  "Alt+Space": "windowMenu",
  "Alt+D": "address",
};

const TAKEN_ON: Readonly<Record<Platform, Readonly<Record<string, Taken>>>> = {
  mac: {
    "Mod+H": "hides",
    "Mod+Alt+H": "hidesOthers",
    "Mod+M": "dock",
    "Mod+Space": "spotlight",
    "Mod+`": "otherWindow",
    "Mod+Alt+Escape": "hanging",
    "Mod+Shift+3": "screenshot",
    "Mod+Shift+4": "screenshot",
    "Mod+Shift+5": "screenshot",
    "Mod+Shift+Q": "logsOut",
    "Mod+Alt+D": "showsDock",
  },
  windows: {
    "Mod+Shift+Escape": "taskManager",
    "Mod+Escape": "startMenu",
    "Mod+Alt+Delete": "windowsOwn",
  },
  linux: {
    "Mod+Alt+T": "terminal",
    "Mod+Alt+L": "locks",
    "Mod+Alt+Delete": "logsOutMost",
    "Mod+Shift+U": "byNumber",
  },
};

const CARET_KEYS = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown|Backspace|Delete)$/;
const PLAIN_KEYS =
  /^(?:Enter|NumpadEnter|Tab|Space|Escape|Insert|ContextMenu|Arrow\w+|Home|End|PageUp|PageDown|Backspace|Delete)$/;
const FUNCTION_KEY = /^F\d{1,2}$/;

/** Why a command may not have this key, as a sentence; null where it may. */
export function keyRefusal(shortcut: Shortcut, platform: Platform): string | null {
  const name = shortcutName(shortcut);
  const keys = shortcutText(shortcut, platform);
  const { keyboard } = words();
  const refused = (why: Taken): string => keyboard.refused({ keys, why: keyboard.taken[why] });
  const pieces = name.split("+");
  const code = pieces.at(-1) ?? "";
  const [mod, alt] = [pieces.includes("Mod"), pieces.includes("Alt")];
  const named = Object.entries({ ...TAKEN_EVERYWHERE, ...TAKEN_ON[platform] }).find(
    ([key]) => shortcutName(key) === name,
  );
  if (named) return refused(named[1]);
  if (code === "Tab") return refused("tab");
  if (platform === "linux" && mod && alt && FUNCTION_KEY.test(code)) {
    return refused("console");
  }
  if (FUNCTION_KEY.test(code)) return null;
  if (mod && CARET_KEYS.test(code) && !alt) return refused("caret");
  if (alt && !mod && /^(?:ArrowLeft|ArrowRight|Home)$/.test(code) && !pieces.includes("Shift")) {
    return refused("history");
  }
  if (!mod && !alt) {
    if (PLAIN_KEYS.test(code)) return refused("place");
    return keyboard.types({ keys, held: shortcutText("Mod+A", platform).replace(/\+?A$/, "") });
  }
  if (!mod && platform === "mac" && !PLAIN_KEYS.test(code)) {
    return keyboard.typesOnMac({ keys });
  }
  return null;
}
