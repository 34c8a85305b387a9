import type { ReactNode } from "react";
import { ariaShortcut, shortcutText } from "./keys.ts";
import { useObservable, usePart } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";

function useKeys(command: string): string | null {
  const { commands } = useWorkbench();
  return usePart(commands.commands, (book) => book.find(({ id }) => id === command)?.keys ?? null);
}

/** The first key that a command has now, as this platform's people read it; empty where it has none. */
export function useCommandKeys(command: string): string {
  const { host } = useWorkbench();
  const { platform } = useObservable(host);
  const keys = useKeys(command);
  return keys === null ? "" : shortcutText(keys, platform);
}

/** The same as a key. */
export function CommandKeys({ command }: { readonly command: string }): ReactNode {
  return <kbd>{useCommandKeys(command)}</kbd>;
}

/** The same for `aria-keyshortcuts`. */
export function useAriaKeys(command: string): string | undefined {
  const { host } = useWorkbench();
  const { platform } = useObservable(host);
  const keys = useKeys(command);
  return keys === null ? undefined : ariaShortcut(keys, platform);
}
