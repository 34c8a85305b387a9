import { Dialog } from "@base-ui/react/dialog";
import { useRef, useState, type ReactNode } from "react";
import { withChosenKeys } from "./chosen-keys.ts";
import { CommandRow } from "./command-row.tsx";
import { words } from "#shared/language/index.ts";
import { soughtNames, type Command } from "./commands.ts";
import { fuzzyFind } from "./fuzzy.ts";
import { shortcutText } from "./keys.ts";
import { localKeys, type KeyRow } from "./local-keys.ts";
import { KEYBOARD_SHEET_ID } from "./print-keyboard.ts";
import { Sheet } from "./sheet.tsx";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import "./keyboard.css";

function KeyTable({ group, rows }: { readonly group: string; readonly rows: readonly KeyRow[] }): ReactNode {
  return (
    <section className="keys-group">
      <h3>{group}</h3>
      <dl>
        {rows.map(({ title, keys }) => (
          <div key={title} className="keys-row">
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

/** Puts every key back, and keeps what was chosen until the page is left, to be had again. */
function ResetAll(): ReactNode {
  const { settings } = useWorkbench();
  const { chosenKeys } = useObservable(settings.settings);
  const [before, setBefore] = useState<typeof chosenKeys | null>(null);
  const changed = Object.keys(chosenKeys).length;
  const put = (next: typeof chosenKeys): void => void settings.change({ chosenKeys: next });
  if (changed > 0) {
    return (
      <button
        type="button"
        className="quiet-button"
        onClick={() => {
          setBefore(chosenKeys);
          put({});
        }}
      >
        {words().keyboard.resetAll({ count: changed })}
      </button>
    );
  }
  if (before === null) return null;
  return (
    <button
      type="button"
      className="quiet-button"
      onClick={() => {
        put(before);
        setBefore(null);
      }}
    >
      {words().keyboard.chooseAgain}
    </button>
  );
}

/** All commands and keys on one page: to read, to print, and to choose other keys. */
export function KeyboardPage(): ReactNode {
  const { commands, host, settings } = useWorkbench();
  const { platform } = useObservable(host);
  const { chosenKeys } = useObservable(settings.settings);
  // Drawn again when a story brings commands or takes them away.
  useObservable(commands.commands);
  const [sought, setSought] = useState("");
  const [asked, setAsked] = useState<string | null>(null);
  const find = useRef<HTMLInputElement>(null);
  const { app, keyboard } = words();
  const shipped = commands.asShipped();
  const book = withChosenKeys(shipped, chosenKeys);
  const found = new Set(fuzzyFind(sought, book, soughtNames).map((command: Command) => command.id));
  const groups = [...new Set(book.map((command) => command.group))];

  return (
    <Sheet
      kind="keys-sheet"
      id={KEYBOARD_SHEET_ID}
      initialFocus={find}
      title={keyboard.title}
      beside={
        <div className="keys-actions">
          <ResetAll />
          <button type="button" className="quiet-button" onClick={() => window.print()}>
            {keyboard.print}
          </button>
          <Dialog.Close className="quiet-button">{app.close}</Dialog.Close>
        </div>
      }
    >
      <input
        ref={find}
        type="search"
        className="keys-find"
        aria-label={keyboard.find}
        placeholder={keyboard.hint}
        autoComplete="off"
        spellCheck={false}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      <div className="keys" data-narrowed={sought.trim() !== ""}>
        {groups.map((group) => {
          const rows = book.filter((command) => command.group === group);
          return (
            <section key={group} className="keys-group" hidden={!rows.some(({ id }) => found.has(id))}>
              <h3>{app.groups[group]}</h3>
              <ul>
                {rows.map((command) => (
                  <CommandRow
                    key={command.id}
                    command={command}
                    shipped={shipped}
                    isHidden={!found.has(command.id)}
                    isAsked={asked === command.id}
                    onAsk={(isAsked) => setAsked(isAsked ? command.id : null)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        <div className="keys-places">
          {localKeys().map(({ group, rows }) => (
            <KeyTable key={group} group={group} rows={rows} />
          ))}
        </div>
        {found.size === 0 ? <p className="keys-note">{app.palette.none({ typed: sought })}</p> : null}
        <p className="keys-note keys-more">
          {keyboard.more({ keys: shortcutTextOf(book, "app.palette", platform) })}
        </p>
      </div>
    </Sheet>
  );
}

function shortcutTextOf(
  book: readonly Command[],
  id: string,
  platform: Parameters<typeof shortcutText>[1],
): string {
  const keys = book.find((command) => command.id === id)?.keys ?? null;
  return keys === null ? "" : shortcutText(keys, platform);
}
