import type { ChosenKeys } from "#shared/contract/settings.ts";

const MODIFIERS = ["Mod", "Alt", "Shift"] as const;

/** Names of keys that an accelerator calls otherwise: https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  Mod: "CmdOrCtrl",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  Escape: "Esc",
};
const KNOWN =
  /^(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|[/\\,.;'[\]\-=`]|Up|Down|Left|Right|Esc|Enter|Tab|Space|Backspace|Delete|Insert|Home|End|PageUp|PageDown)$/;

/** One way of writing keys, so that they can be compared: `Mod+Alt+Shift+M`. */
function inOrder(keys: string): string {
  const pieces = keys.split("+");
  return [...MODIFIERS.filter((modifier) => pieces.includes(modifier)), pieces.at(-1) ?? ""].join("+");
}

/** Keys as Electron's menus write them: `Mod+Alt+ArrowUp` is `CmdOrCtrl+Alt+Up`; undefined for keys that they cannot show. */
export function acceleratorOf(keys: string): string | undefined {
  const pieces = keys.split("+").map((piece) => OTHER_NAMES[piece] ?? piece);
  return KNOWN.test(pieces.at(-1) ?? "") ? pieces.join("+") : undefined;
}

/**
 * The keys that a menu shows beside a command: the first that was chosen for it, else the first of its
 * own that was not chosen for another. The page goes by the same rule when a key is pressed.
 */
export function menuKeys(id: string, own: readonly string[], chosen: ChosenKeys): string | undefined {
  const takers = new Map<string, string>();
  for (const [taker, keys] of Object.entries(chosen)) {
    for (const key of keys) if (!takers.has(inOrder(key))) takers.set(inOrder(key), taker);
  }
  return (chosen[id] ?? own).find((key) => (takers.get(inOrder(key)) ?? id) === id);
}
