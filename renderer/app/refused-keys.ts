import { shortcutName, shortcutText, type Platform, type Shortcut } from "./keys.ts";

/** Keys that the browser or the machine keeps for itself, with what it does with them. */
const TAKEN_EVERYWHERE: Readonly<Record<string, string>> = {
  "Mod+C": "copies, everywhere on this machine",
  "Mod+X": "cuts, everywhere on this machine",
  "Mod+V": "pastes, everywhere on this machine",
  "Mod+A": "selects everything, everywhere on this machine",
  "Mod+N": "opens a new window in a browser, and never reaches Stet there",
  "Mod+T": "opens a new tab in a browser, and never reaches Stet there",
  "Mod+W": "closes the tab or the window, and never reaches Stet in a browser",
  "Mod+Shift+N": "opens a private window in a browser, and never reaches Stet there",
  "Mod+Shift+T": "opens the last tab again in a browser, and never reaches Stet there",
  "Mod+Shift+W": "closes the whole window of a browser, and never reaches Stet there",
  "Mod+R": "loads the page anew",
  "Mod+Shift+R": "loads the page anew",
  F5: "loads the page anew",
  "Shift+F5": "loads the page anew",
  "Mod+F5": "loads the page anew",
  "Mod+Q": "quits the program",
  "Mod+=": "makes everything in the window larger",
  "Mod+-": "makes everything in the window smaller",
  "Mod+0": "puts the size of the window back",
  "Mod+Enter": "is what brings copy in and puts parts of a version back",
  "Shift+F10": "opens the menu of a story",
  F11: "fills the screen",
  F12: "opens the browser's tools",
  "Alt+F4": "closes the window",
  "Mod+F4": "closes the tab",
  "Alt+Space": "opens the window's menu",
  "Alt+D": "goes to the browser's address",
};

const TAKEN_ON: Readonly<Record<Platform, Readonly<Record<string, string>>>> = {
  mac: {
    "Mod+H": "hides the program",
    "Mod+Alt+H": "hides the other programs",
    "Mod+M": "puts the window into the Dock",
    "Mod+Space": "opens Spotlight",
    "Mod+`": "goes to the next window",
    "Mod+Alt+Escape": "is for programs that hang",
    "Mod+Shift+3": "takes a picture of the screen",
    "Mod+Shift+4": "takes a picture of the screen",
    "Mod+Shift+5": "takes a picture of the screen",
    "Mod+Shift+Q": "logs out",
    "Mod+Alt+D": "shows or hides the Dock",
  },
  windows: {
    "Mod+Shift+Escape": "opens the Task Manager",
    "Mod+Escape": "opens the Start menu",
    "Mod+Alt+Delete": "is Windows' own",
  },
  linux: {
    "Mod+Alt+T": "opens a terminal on most desktops",
    "Mod+Alt+L": "locks the screen on some desktops",
    "Mod+Alt+Delete": "logs out on most desktops",
    "Mod+Shift+U": "is for characters by number",
  },
};

const CARET_KEYS = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown|Backspace|Delete)$/;
const PLAIN_KEYS =
  /^(?:Enter|NumpadEnter|Tab|Space|Escape|Insert|ContextMenu|Arrow\w+|Home|End|PageUp|PageDown|Backspace|Delete)$/;
const FUNCTION_KEY = /^F\d{1,2}$/;

/** Why a command may not have this key, as a sentence; null where it may. */
export function keyRefusal(shortcut: Shortcut, platform: Platform): string | null {
  const name = shortcutName(shortcut);
  const text = shortcutText(shortcut, platform);
  const pieces = name.split("+");
  const code = pieces.at(-1) ?? "";
  const [mod, alt] = [pieces.includes("Mod"), pieces.includes("Alt")];
  const named = Object.entries({ ...TAKEN_EVERYWHERE, ...TAKEN_ON[platform] }).find(
    ([key]) => shortcutName(key) === name,
  );
  if (named) return `${text} ${named[1]}.`;
  if (code === "Tab") return `${text} goes from part to part of the window, or from window to window.`;
  if (platform === "linux" && mod && alt && FUNCTION_KEY.test(code)) {
    return `${text} goes to another console of the machine.`;
  }
  if (FUNCTION_KEY.test(code)) return null;
  if (mod && CARET_KEYS.test(code) && !alt) return `${text} moves the caret, or deletes, in every text.`;
  if (alt && !mod && /^(?:ArrowLeft|ArrowRight|Home)$/.test(code) && !pieces.includes("Shift")) {
    return `${text} goes back and forth in a browser.`;
  }
  if (!mod && !alt) {
    if (PLAIN_KEYS.test(code)) return `${text} has its place in texts and lists.`;
    return `${text} types a character. Hold ${shortcutText("Mod+A", platform).replace(/\+?A$/, "")} with it.`;
  }
  if (!mod && platform === "mac" && !PLAIN_KEYS.test(code)) {
    return `${text} types a character on a Mac. Hold ⌘ with it.`;
  }
  return null;
}
