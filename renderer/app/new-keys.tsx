import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { ownKeys, withChosenKeys, withKey, withOwnKeys, withoutKey } from "./chosen-keys.ts";
import { titleOf, type Command } from "./commands.ts";
import { shortcutName, shortcutOf, shortcutText, type Shortcut } from "./keys.ts";
import { keyRefusal } from "./refused-keys.ts";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import { words } from "#shared/language/index.ts";

export interface NewKeysProps {
  /** With the keys that apply now. */
  readonly command: Command;
  /** Every command, with the keys that it comes with. */
  readonly shipped: readonly Command[];
  readonly onAsk: (isAsked: boolean) => void;
}

/** What the keys that were pressed have come to. */
type Pressed =
  | { readonly state: "waiting" }
  | { readonly state: "refused"; readonly why: string }
  | { readonly state: "taken"; readonly key: Shortcut; readonly by: Command };

/** Waits for the new keys of a command. Says who has them already, or why nobody may have them. */
export function NewKeys({ command, shipped, onAsk }: NewKeysProps): ReactNode {
  const { host, settings } = useWorkbench();
  const { platform } = useObservable(host);
  const { chosenKeys } = useObservable(settings.settings);
  const [pressed, setPressed] = useState<Pressed>({ state: "waiting" });
  const field = useRef<HTMLInputElement>(null);
  const told = useId();
  useEffect(() => field.current?.focus(), []);
  const own = shipped.find(({ id }) => id === command.id);
  const isChanged = chosenKeys[command.id] !== undefined;

  const choose = (next: typeof chosenKeys): void => {
    void settings.change({ chosenKeys: next });
    onAsk(false);
  };
  const holderOf = (keys: readonly Shortcut[]): { key: Shortcut; by: Command } | null => {
    const others = withChosenKeys(shipped, chosenKeys).filter(({ id }) => id !== command.id);
    for (const key of keys) {
      const by = others.find((other) =>
        ownKeys(other).some((one) => shortcutName(one) === shortcutName(key)),
      );
      if (by) return { key, by };
    }
    return null;
  };

  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Tab" && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === "Escape" && isBare) {
      onAsk(false);
      return;
    }
    const key = shortcutOf(event.nativeEvent, platform);
    if (key === null) {
      if (platform === "mac" && event.ctrlKey && event.key !== "Control") {
        setPressed({ state: "refused", why: words().keyboard.macControl });
      }
      return;
    }
    const why = keyRefusal(key, platform);
    if (why !== null) {
      setPressed({ state: "refused", why });
      return;
    }
    const holder = holderOf([key]);
    if (holder) setPressed({ state: "taken", ...holder });
    else choose(withKey(chosenKeys, command.id, key));
  };

  const putBack = (): void => {
    if (own) choose(withOwnKeys(chosenKeys, own));
  };
  const { keyboard } = words();
  const ownHolder = own && isChanged ? holderOf(ownKeys(own)) : null;

  return (
    <li className="keys-asked">
      <div className="keys-row">
        <span>{titleOf(command)}</span>
        <input
          ref={field}
          readOnly
          className="keys-field"
          aria-label={keyboard.newOf({ title: titleOf(command) })}
          aria-describedby={told}
          placeholder={keyboard.press}
          value={pressed.state === "taken" ? shortcutText(pressed.key, platform) : ""}
          onKeyDown={onKey}
        />
      </div>
      <output id={told} className="keys-told">
        {pressed.state === "waiting" ? keyboard.leave : null}
        {pressed.state === "refused" ? pressed.why : null}
        {pressed.state === "taken"
          ? keyboard.heldBy({ keys: shortcutText(pressed.key, platform), title: titleOf(pressed.by) })
          : null}
      </output>
      <div className="keys-choices">
        {pressed.state === "taken" ? (
          <>
            <button
              type="button"
              className="button"
              onClick={() => choose(withKey(chosenKeys, command.id, pressed.key))}
            >
              {keyboard.takeFrom({ title: titleOf(pressed.by) })}
            </button>
            <button
              type="button"
              className="quiet-button"
              onClick={() => {
                setPressed({ state: "waiting" });
                field.current?.focus();
              }}
            >
              {keyboard.leaveThere}
            </button>
          </>
        ) : (
          <>
            {isChanged && own ? (
              <button type="button" className="quiet-button" onClick={putBack}>
                {keyboard.putBack({
                  keys: keyboard.or({ each: ownKeys(own).map((key) => shortcutText(key, platform)) }),
                  fromIfAny: ownHolder === null ? null : titleOf(ownHolder.by),
                })}
              </button>
            ) : null}
            {command.keys === null ? null : (
              <button
                type="button"
                className="quiet-button"
                onClick={() => choose(withoutKey(chosenKeys, command.id))}
              >
                {keyboard.none}
              </button>
            )}
            <button type="button" className="quiet-button" onClick={() => onAsk(false)}>
              {keyboard.asItIs}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
