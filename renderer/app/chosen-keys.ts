import type { ChosenKeys, Settings } from "#shared/contract/index.ts";
import type { Command } from "./commands.ts";
import { shortcutName, type Shortcut } from "./keys.ts";
import type { Observable } from "./observable.ts";

/** The keys that a command comes with. */
export function ownKeys({ keys, otherKeys = [] }: Command): readonly Shortcut[] {
  return [...(keys === null ? [] : [keys]), ...otherKeys];
}

/** Which command each chosen key is for. */
function takers(chosen: ChosenKeys): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  for (const [id, keys] of Object.entries(chosen)) {
    for (const key of keys) if (!taken.has(shortcutName(key))) taken.set(shortcutName(key), id);
  }
  return taken;
}

/**
 * Commands with the keys that apply: those that were chosen for a command, else its own. A key that was
 * chosen for one command is no other's, so that no two commands ever have the same by choice.
 */
export function withChosenKeys(commands: readonly Command[], chosen: ChosenKeys): readonly Command[] {
  const taken = takers(chosen);
  if (taken.size === 0 && Object.keys(chosen).length === 0) return commands;
  return commands.map((command) => {
    const [keys = null, ...otherKeys] = (chosen[command.id] ?? ownKeys(command)).filter(
      (key) => (taken.get(shortcutName(key)) ?? command.id) === command.id,
    );
    const { otherKeys: _own, ...rest } = command;
    return { ...rest, keys, ...(otherKeys.length > 0 ? { otherKeys } : {}) };
  });
}

/** The keys that do something else than they come with: those that were chosen, and those that were left by it. */
export function movedKeys(commands: readonly Command[], chosen: ChosenKeys): ReadonlySet<string> {
  const left = commands.filter(({ id }) => chosen[id] !== undefined).flatMap(ownKeys);
  return new Set([...left, ...Object.values(chosen).flat()].map(shortcutName));
}

/** Gives a command one key in place of all it had, and takes it from whichever command had chosen it. */
export function withKey(chosen: ChosenKeys, id: string, key: Shortcut): ChosenKeys {
  const name = shortcutName(key);
  const others = Object.entries(chosen)
    .filter(([other]) => other !== id)
    .map(([other, keys]) => [other, keys.filter((one) => shortcutName(one) !== name)] as const);
  return { ...Object.fromEntries(others), [id]: [key] };
}

/** Leaves a command without a key. */
export function withoutKey(chosen: ChosenKeys, id: string): ChosenKeys {
  return { ...chosen, [id]: [] };
}

/** Gives a command the keys back that it comes with, and takes those from the commands that had chosen them. */
export function withOwnKeys(chosen: ChosenKeys, command: Command): ChosenKeys {
  const names = new Set(ownKeys(command).map(shortcutName));
  return Object.fromEntries(
    Object.entries(chosen)
      .filter(([id]) => id !== command.id)
      .map(([id, keys]) => [id, keys.filter((key) => !names.has(shortcutName(key)))]),
  );
}

/** The chosen keys of a newsroom; tells of a change only where they have changed. */
export function chosenKeysOf(settings: Observable<Settings>): Observable<ChosenKeys> {
  return {
    get: () => settings.get().chosenKeys,
    subscribe: (listener) => {
      let last = JSON.stringify(settings.get().chosenKeys);
      return settings.subscribe(() => {
        const now = JSON.stringify(settings.get().chosenKeys);
        if (now === last) return;
        last = now;
        listener();
      });
    },
  };
}
