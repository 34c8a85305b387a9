import { useEffect, useRef, type ReactNode } from "react";
import { ownKeys } from "./chosen-keys.ts";
import { titleOf } from "./commands.ts";
import { shortcutText } from "./keys.ts";
import { NewKeys, type NewKeysProps } from "./new-keys.tsx";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import { words } from "#shared/language/index.ts";

interface CommandRowProps extends NewKeysProps {
  readonly isHidden: boolean;
  readonly isAsked: boolean;
}

/** One command with its keys, and the way to other ones. */
export function CommandRow(props: CommandRowProps): ReactNode {
  const { command, isHidden, isAsked, onAsk } = props;
  const { host, settings } = useWorkbench();
  const { platform } = useObservable(host);
  const isChanged = useObservable(settings.settings).chosenKeys[command.id] !== undefined;
  const change = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (wasAsked.current && !isAsked) change.current?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);

  if (isAsked) return <NewKeys {...props} />;
  const { keyboard } = words();
  const keys = keyboard.or({ each: ownKeys(command).map((key) => shortcutText(key, platform)) });
  return (
    <li className="keys-row" data-changed={isChanged} data-keyless={keys === ""} hidden={isHidden}>
      <span>{titleOf(command)}</span>
      <kbd>{keys}</kbd>
      <button
        ref={change}
        type="button"
        className="quiet-button keys-change"
        aria-label={keyboard.changeOf({ title: titleOf(command) })}
        onClick={() => onAsk(true)}
      >
        {keyboard.change}
      </button>
    </li>
  );
}
