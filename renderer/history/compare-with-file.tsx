import type { ReactNode } from "react";
import { CommandKeys } from "#renderer/app/command-keys.tsx";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { words } from "#shared/language/index.ts";

/** The way to the sheet on which another version of the story is read. */
export function CompareWithFile(): ReactNode {
  const { commands } = useWorkbench();
  return (
    <div className="history-keep">
      <button type="button" className="button" onClick={() => commands.run("story.compare-file")}>
        {words().history.outside.button} <CommandKeys command="story.compare-file" />
      </button>
    </div>
  );
}
