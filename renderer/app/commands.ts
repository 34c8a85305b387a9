import type { ChosenKeys } from "#shared/contract/index.ts";
import { english, words, type Catalogue } from "#shared/language/index.ts";
import { movedKeys, withChosenKeys } from "./chosen-keys.ts";
import { observable, type Observable } from "./observable.ts";

/** The groups of commands, in the order in which they are listed. */
export const COMMAND_GROUPS = ["Story", "Edit", "Block", "View", "Desk", "Help"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** What a command is called in each language. */
export type Title = (words: Catalogue) => string;

/**
 * Something a person can do, under the name by which the palette finds it. `keys` is the default
 * shortcut in the form `Mod+Shift+E` (`Mod` is Command on a Mac, Control elsewhere), as
 * `KeyboardEvent.code` without "Key" and "Digit", or null for none.
 */
export interface Command {
  readonly id: string;
  readonly title: Title;
  readonly group: CommandGroup;
  readonly keys: string | null;
  /** Further shortcuts for the same command, where a host takes the first one for itself. */
  readonly otherKeys?: readonly string[];
  /** False where the command makes no sense now: it is greyed in the palette and its keys do nothing. */
  readonly enabled?: () => boolean;
  readonly run: () => void;
}

/** What a command is called now. */
export function titleOf({ title }: Pick<Command, "title">): string {
  return title(words());
}

/** Every name that a command is sought by: its own, and the English one, which manuals and colleagues use. */
export function soughtNames({ title }: Pick<Command, "title">): readonly string[] {
  return [title(words()), title(english)];
}

/** Every command that can be run now, wherever it was registered. */
export interface CommandBook {
  /** Adds commands; call what it returns to take them out again. */
  readonly register: (commands: readonly Command[]) => () => void;
  /** With the keys that apply now. */
  readonly commands: Observable<readonly Command[]>;
  /** Every command that this window has had, a closed story's too, with the keys that it comes with. */
  readonly asShipped: () => readonly Command[];
  /** The names of the keys that do something else than they come with. */
  readonly moved: () => ReadonlySet<string>;
  /** Runs a command by id. False where there is none, or it is not enabled. */
  readonly run: (id: string) => boolean;
}

function inOrder(commands: Iterable<Command>): readonly Command[] {
  return [...commands].toSorted((a, b) => COMMAND_GROUPS.indexOf(a.group) - COMMAND_GROUPS.indexOf(b.group));
}

/**
 * Makes an empty command book; `chosen` are the keys that were chosen for commands in place of their
 * own. Registering an id that is taken replaces it until it is taken out again.
 */
export function commandBook(chosen: Observable<ChosenKeys> = observable<ChosenKeys>({})): CommandBook {
  const batches: (readonly Command[])[] = [];
  const known = new Map<string, Command>();
  const commands = observable<readonly Command[]>([]);
  let moved: ReadonlySet<string> = new Set();
  const publish = (): void => {
    const byId = new Map<string, Command>();
    for (const batch of batches) for (const command of batch) byId.set(command.id, command);
    for (const command of byId.values()) known.set(command.id, command);
    moved = movedKeys([...known.values()], chosen.get());
    commands.set(withChosenKeys(inOrder(byId.values()), chosen.get()));
  };
  chosen.subscribe(publish);
  return {
    commands,
    asShipped: () => inOrder(known.values()),
    moved: () => moved,
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
