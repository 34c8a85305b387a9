import { Dialog } from "@base-ui/react/dialog";
import { useRef, type ReactNode } from "react";
import { KIND_KEYS } from "#renderer/intake/kind-keys.ts";
import type { Command } from "./commands.ts";
import { shortcutText } from "./keys.ts";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import "./keyboard.css";

interface KeyRow {
  readonly title: string;
  readonly keys: string;
}

/** Keys that belong to one place and are no commands. */
const LOCAL_KEYS: readonly { readonly group: string; readonly rows: readonly KeyRow[] }[] = [
  {
    group: "In the desk list",
    rows: [
      { title: "From the search box to the stories", keys: "↓" },
      { title: "Move, by a row or by a screen", keys: "↑ ↓ PgUp PgDn Home End" },
      { title: "Open the story", keys: "Enter" },
      { title: "What can be done with the story", keys: "Shift+F10" },
      { title: "Move the story to the bin", keys: "Del" },
      { title: "In the bin: put the story back", keys: "P" },
      { title: "Forget the search", keys: "Esc" },
    ],
  },
  {
    group: "In the rail",
    rows: [{ title: "Keep what is in a field", keys: "Enter" }],
  },
  {
    group: "In the history of a story",
    rows: [
      { title: "Move from version to version", keys: "↑ ↓ PgUp PgDn Home End" },
      { title: "Compare the version", keys: "Enter" },
      { title: "Mark the version, to compare others with it", keys: "C" },
      { title: "Keep the story as it stands under a name", keys: "K" },
    ],
  },
  {
    group: "In a comparison",
    rows: [
      { title: "Next difference", keys: "N or F7" },
      { title: "Last difference before this one", keys: "P or Shift+F7" },
      { title: "Put this part back as it was", keys: "Ctrl or ⌘ and Enter" },
      { title: "Back to the page", keys: "Esc" },
    ],
  },
  {
    group: "While bringing copy in",
    rows: [
      { title: "Move from part to part", keys: "↑ ↓" },
      ...KIND_KEYS.map(({ name, letter }) => ({
        title: `This part is: ${name}`,
        keys: letter.toUpperCase(),
      })),
    ],
  },
];

function KeyTable({ group, rows }: { readonly group: string; readonly rows: readonly KeyRow[] }): ReactNode {
  return (
    <section className="keys-group">
      <h3>{group}</h3>
      <dl>
        {rows.map(({ title, keys }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** All the keys on one page, to read or to print. */
export function KeyboardPage(): ReactNode {
  const { commands, floor, host } = useWorkbench();
  const { platform } = useObservable(host);
  const book = useObservable(commands.commands);
  const close = useRef<HTMLButtonElement>(null);
  const groups = [...new Set(book.map((command) => command.group))];
  const rowOf = ({ title, keys, otherKeys = [] }: Command): KeyRow => ({
    title,
    keys: [...(keys === null ? [] : [keys]), ...otherKeys]
      .map((shortcut) => shortcutText(shortcut, platform))
      .join(" or "),
  });

  return (
    <Dialog.Root open onOpenChange={(open) => !open && floor.clear()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup finalFocus={floor.returnsFocus} className="sheet keys-sheet" initialFocus={close}>
          <header className="sheet-head">
            <Dialog.Title>Keyboard</Dialog.Title>
            <div className="keys-actions">
              <button type="button" className="quiet-button" onClick={() => window.print()}>
                Print
              </button>
              <Dialog.Close ref={close} className="quiet-button">
                Close
              </Dialog.Close>
            </div>
          </header>
          <div className="keys">
            {groups.map((group) => (
              <KeyTable
                key={group}
                group={group}
                rows={book.filter((command) => command.group === group && command.keys !== null).map(rowOf)}
              />
            ))}
            {LOCAL_KEYS.map(({ group, rows }) => (
              <KeyTable key={group} group={group} rows={rows} />
            ))}
            <p className="keys-note">
              Commands without a key are in the list of all commands, {shortcutText("Mod+K", platform)}.
            </p>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
