import { words } from "#shared/language/index.ts";

/** A shortcut as it is written in a command: `Mod+Shift+E`, `F6`, `/`. */
export type Shortcut = string;

/** The machine's kind, for the key that `Mod` stands for. */
export type Platform = "mac" | "windows" | "linux";

/** What of a keyboard event decides which shortcut it is. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface ShortcutParts {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** `KeyboardEvent.code` without "Key" and "Digit". */
  readonly code: string;
}

const SIGN_CODES: Readonly<Record<string, string>> = {
  "/": "Slash",
  "\\": "Backslash",
  ",": "Comma",
  ".": "Period",
  ";": "Semicolon",
  "'": "Quote",
  "[": "BracketLeft",
  "]": "BracketRight",
  "-": "Minus",
  "=": "Equal",
  "`": "Backquote",
};

const CODE_SIGNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SIGN_CODES).map(([sign, code]) => [code, sign])),
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

const KEYPAD_SIGNS: Readonly<Record<string, string>> = {
  Add: "+",
  Subtract: "−",
  Multiply: "×",
  Divide: "÷",
  Decimal: ".",
};

const MAC_SIGNS = { mod: "⌘", shift: "⇧", alt: "⌥" } as const;

/** `Enter`, `F6`, `ArrowUp`: what `KeyboardEvent.key` says of a key that types nothing. */
const NAMED_KEY = /^[A-Z][A-Za-z0-9]+$/;

function shortCode(code: string): string {
  return code.replace(/^(?:Key|Digit)(?=.$)/, "");
}

/** Takes a shortcut apart. Signs may be written as such (`Mod+/`) or by their code (`Mod+Slash`). */
function shortcutParts(shortcut: Shortcut): ShortcutParts {
  const pieces = shortcut.split("+");
  const last = pieces.at(-1) ?? "";
  return {
    mod: pieces.includes("Mod"),
    shift: pieces.includes("Shift"),
    alt: pieces.includes("Alt"),
    code: shortCode(SIGN_CODES[last] ?? last),
  };
}

/** The one way of writing a shortcut by which it is compared with others. */
export function shortcutName(shortcut: Shortcut): string {
  const { mod, alt, shift, code } = shortcutParts(shortcut);
  return [...(mod ? ["Mod"] : []), ...(alt ? ["Alt"] : []), ...(shift ? ["Shift"] : []), code].join("+");
}

const MODIFIERS =
  /^(?:Control|Shift|Alt|Meta|OS)(?:Left|Right)?$|^(?:CapsLock|NumLock|Fn|FnLock|Unidentified|)$/;

/** The shortcut that a key press is; null while only modifiers are held, or for one that no command may have. */
export function shortcutOf(press: KeyPress, platform: Platform): Shortcut | null {
  if (MODIFIERS.test(press.code)) return null;
  const [mod, foreign] = platform === "mac" ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (foreign) return null;
  const sign = CODE_SIGNS[press.code];
  const last = sign !== undefined && SIGN_CODES[sign] === press.code ? sign : shortCode(press.code);
  return [
    ...(mod ? ["Mod"] : []),
    ...(press.altKey ? ["Alt"] : []),
    ...(press.shiftKey ? ["Shift"] : []),
    last,
  ].join("+");
}

/** True where the key press is this shortcut on this platform, with no other modifier held. */
export function isShortcut(press: KeyPress, shortcut: Shortcut, platform: Platform): boolean {
  const parts = shortcutParts(shortcut);
  const mod = platform === "mac" ? press.metaKey : press.ctrlKey;
  const foreign = platform === "mac" ? press.ctrlKey : press.metaKey;
  return (
    shortCode(press.code) === parts.code &&
    mod === parts.mod &&
    !foreign &&
    press.shiftKey === parts.shift &&
    press.altKey === parts.alt
  );
}

/**
 * True where the key press would put a character into a text field: no shortcut may take it from
 * there. On a Mac, Option alone types characters too.
 */
export function isTyping(press: KeyPress, platform: Platform): boolean {
  if (NAMED_KEY.test(press.key) && press.key !== "Dead") return false;
  if (press.ctrlKey || press.metaKey) return false;
  return !press.altKey || platform === "mac";
}

/** What is written on a key, by its code. */
function signOf(code: string): string {
  const written: Readonly<Record<string, string>> = words().keyboard.signs;
  const sign = CODE_SIGNS[code];
  if (sign !== undefined) return sign;
  const onKeypad = /^Numpad(.+)$/.exec(code)?.[1];
  if (onKeypad === undefined) return written[code] ?? code;
  return words().keyboard.onKeypad({ key: KEYPAD_SIGNS[onKeypad] ?? written[onKeypad] ?? onKeypad });
}

/** The shortcut as this platform's people read it: `⌘⇧E`, `Ctrl+Shift+E`. */
export function shortcutText(shortcut: Shortcut, platform: Platform): string {
  const { mod, shift, alt, code } = shortcutParts(shortcut);
  const { Mod, Shift, Alt } = words().keyboard.signs;
  const signs = platform === "mac" ? MAC_SIGNS : { mod: Mod, shift: Shift, alt: Alt };
  const held = [
    ...(mod ? [signs.mod] : []),
    ...(alt ? [signs.alt] : []),
    ...(shift ? [signs.shift] : []),
    signOf(code),
  ];
  return held.join(platform === "mac" ? "" : "+");
}

/** The shortcut in the form of `aria-keyshortcuts`: `Control+Shift+E`. */
export function ariaShortcut(shortcut: Shortcut, platform: Platform): string {
  const { mod, shift, alt, code } = shortcutParts(shortcut);
  return [
    ...(mod ? [platform === "mac" ? "Meta" : "Control"] : []),
    ...(alt ? ["Alt"] : []),
    ...(shift ? ["Shift"] : []),
    CODE_SIGNS[code]?.length === 1 && SIGN_CODES[CODE_SIGNS[code]] ? CODE_SIGNS[code] : code,
  ].join("+");
}
