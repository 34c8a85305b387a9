import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useMemo, useState, type ReactNode } from "react";
import { words } from "#shared/language/index.ts";
import { soughtNames, titleOf, type Command } from "./commands.ts";
import { fuzzyFind } from "./fuzzy.ts";
import { shortcutText } from "./keys.ts";
import { typedAhead } from "./typed-ahead.ts";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";

function isEnabled(command: Command): boolean {
  return command.enabled?.() !== false;
}

/** The commands that letters stand for, the best first; what makes no sense now is behind the others. */
function findCommands(typed: string, book: readonly Command[]): readonly Command[] {
  const offered = book.filter((command) => command.id !== "app.palette");
  const best = fuzzyFind(typed, offered, soughtNames);
  return [...best.filter(isEnabled), ...best.filter((command) => !isEnabled(command))];
}

/** Every command, found by a few letters and run with Enter. What makes no sense now is greyed. */
export function Palette(): ReactNode {
  const { commands, floor, host } = useWorkbench();
  const { platform } = useObservable(host);
  const book = useObservable(commands.commands);
  const { groups, palette } = words().app;
  const [typed, setTyped] = useState("");
  const found = useMemo(() => findCommands(typed, book), [book, typed]);

  const close = (): void => floor.clear();

  const run = (command: Command): void => floor.clear(() => commands.run(command.id));

  /** A quick hand has typed the name of a command, and often Enter, before there is a field for it. */
  const takeAhead = (): void => {
    const { text, enter } = typedAhead.take();
    const [best] = enter === "plain" && text !== "" ? findCommands(text, book) : [];
    if (best && isEnabled(best)) run(best);
    else if (text !== "") setTyped(text);
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup finalFocus={floor.returnsFocus} className="palette" aria-label={palette.name}>
          <Autocomplete.Root
            open
            inline
            items={book}
            filteredItems={found}
            mode="none"
            value={typed}
            onValueChange={setTyped}
            itemToStringValue={titleOf}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              className="palette-input"
              aria-label={palette.find}
              placeholder={palette.find}
              spellCheck={false}
              onFocus={takeAhead}
            />
            <Autocomplete.Empty className="palette-empty">
              {found.length === 0 ? palette.none({ typed }) : null}
            </Autocomplete.Empty>
            <Autocomplete.List className="palette-list" aria-label={palette.name}>
              {(command: Command) => (
                <Autocomplete.Item
                  key={command.id}
                  value={command}
                  className="palette-item"
                  disabled={!isEnabled(command)}
                  onClick={() => run(command)}
                >
                  <span className="palette-title">{titleOf(command)}</span>
                  <span className="palette-group">{groups[command.group]}</span>
                  <kbd>{command.keys === null ? "" : shortcutText(command.keys, platform)}</kbd>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
