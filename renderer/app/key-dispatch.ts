import type { Command, CommandBook } from "./commands.ts";
import { isShortcut, isTyping, shortcutName, shortcutOf, type KeyPress, type Platform } from "./keys.ts";

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["button", "checkbox", "radio", "file"].includes(target.type);
}

/** An open list of choices has the keys, Escape among them. */
function isOpenSelect(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("select:open") !== null;
}

/** The command whose shortcut was pressed, whether it is enabled or not. */
export function commandFor(
  commands: readonly Command[],
  press: KeyPress,
  platform: Platform,
): Command | undefined {
  return commands.find(({ keys, otherKeys = [] }) =>
    [...(keys === null ? [] : [keys]), ...otherKeys].some((shortcut) =>
      isShortcut(press, shortcut, platform),
    ),
  );
}

interface DispatchOptions {
  readonly platform: Platform;
  /** True while a dialog has the floor: the desk's shortcuts then do nothing. */
  readonly silenced: () => boolean;
}

/**
 * Runs commands by their keys, for the whole window. Leaves alone what a widget has already
 * answered, what an input method is composing, AltGr, and every key that types where text is typed.
 */
export function dispatchKeys(book: CommandBook, { platform, silenced }: DispatchOptions): () => void {
  const isMoved = (event: KeyboardEvent): boolean => {
    if (book.moved().size === 0) return false;
    const shortcut = shortcutOf(event, platform);
    return shortcut !== null && book.moved().has(shortcutName(shortcut));
  };

  /** The editor answers some keys by itself, Bold and Undo among them: where those were moved, it must not see them. */
  const onCapture = (event: KeyboardEvent): void => {
    if (!isMoved(event) || event.isComposing || event.getModifierState("AltGraph") || silenced()) return;
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.isContentEditable || isTyping(event, platform)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const command = commandFor(book.commands.get(), event, platform);
    if (command) book.run(command.id);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.getModifierState("AltGraph")) return;
    if (silenced() || isOpenSelect(event.target)) return;
    if (isTyping(event, platform) && isTextField(event.target)) return;
    const command = commandFor(book.commands.get(), event, platform);
    if (!command) {
      if (isMoved(event) && !isTextField(event.target)) event.preventDefault();
      return;
    }
    const done = book.run(command.id);
    // A shortcut that does nothing now must not do something else in the browser either.
    if (done || event.ctrlKey || event.metaKey) event.preventDefault();
  };
  window.addEventListener("keydown", onCapture, { capture: true });
  window.addEventListener("keydown", onKeyDown);
  return () => {
    window.removeEventListener("keydown", onCapture, { capture: true });
    window.removeEventListener("keydown", onKeyDown);
  };
}
