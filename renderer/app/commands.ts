import { observable, type Observable } from "./observable.ts";

/** The groups of commands, in the order in which they are listed. */
export const COMMAND_GROUPS = ["Story", "Edit", "Block", "View", "Desk", "Help"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/**
 * Something a person can do, under the name by which the palette finds it. `keys` is the default
 * shortcut in the form `Mod+Shift+E` (`Mod` is Command on a Mac, Control elsewhere), as
 * `KeyboardEvent.code` without "Key" and "Digit", or null for none.
 */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  readonly keys: string | null;
  /** Further shortcuts for the same command, where a host takes the first one for itself. */
  readonly otherKeys?: readonly string[];
  /** False where the command makes no sense now: it is greyed in the palette and its keys do nothing. */
  readonly enabled?: () => boolean;
  readonly run: () => void;
}

/** Every command that can be run now, wherever it was registered. */
export interface CommandBook {
  /** Adds commands; call what it returns to take them out again. */
  readonly register: (commands: readonly Command[]) => () => void;
  readonly commands: Observable<readonly Command[]>;
  /** Runs a command by id. False where there is none, or it is not enabled. */
  readonly run: (id: string) => boolean;
}

/** Makes an empty command book. Registering an id that is taken replaces it until it is taken out again. */
export function commandBook(): CommandBook {
  const batches: (readonly Command[])[] = [];
  const commands = observable<readonly Command[]>([]);
  const publish = (): void => {
    const byId = new Map<string, Command>();
    for (const batch of batches) for (const command of batch) byId.set(command.id, command);
    const inOrder = [...byId.values()].toSorted(
      (a, b) => COMMAND_GROUPS.indexOf(a.group) - COMMAND_GROUPS.indexOf(b.group),
    );
    commands.set(inOrder);
  };
  return {
    commands,
    register: (batch) => {
      batches.push(batch);
      publish();
      return () => {
        const at = batches.indexOf(batch);
        if (at >= 0) batches.splice(at, 1);
        publish();
      };
    },
    run: (id) => {
      const command = commands.get().find((candidate) => candidate.id === id);
      if (!command || command.enabled?.() === false) return false;
      command.run();
      return true;
    },
  };
}
