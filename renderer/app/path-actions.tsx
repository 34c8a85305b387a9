import type { ReactNode } from "react";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import { words } from "#shared/language/index.ts";

/** What came of an action, for the person. */
export interface Said {
  readonly text: string;
  readonly isWrong: boolean;
}

interface PathActionsProps {
  readonly path: string;
  /** What the path leads to, where several stand on one screen: `the report`. */
  readonly what?: string;
  readonly onSaid: (said: Said) => void;
}

/** What can be done with a path: shown in the machine's file manager, where the host has one, and copied. */
export function PathActions({ path, what, onSaid }: PathActionsProps): ReactNode {
  const { bridge, host } = useWorkbench();
  const { canShowInFolder } = useObservable(host);
  const said = words().app.path;
  const showInFolder = async (): Promise<void> => {
    const answer = await bridge.desk.host.showInFolder({ path });
    if (!answer.ok) onSaid({ text: answer.error.message, isWrong: true });
  };
  const copyPath = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(path);
      onSaid({ text: words().app.path.copied, isWrong: false });
    } catch {
      onSaid({ text: words().app.path.notCopied, isWrong: true });
    }
  };
  return (
    <>
      {canShowInFolder ? (
        <button
          type="button"
          className="button"
          {...(what === undefined ? {} : { "aria-label": said.showWhat({ what }) })}
          onClick={() => void showInFolder()}
        >
          {said.show}
        </button>
      ) : null}
      <button
        type="button"
        className="button"
        {...(what === undefined ? {} : { "aria-label": said.copyWhat({ what }) })}
        onClick={() => void copyPath()}
      >
        {said.copy}
      </button>
    </>
  );
}
