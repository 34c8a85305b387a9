import type { ReactNode } from "react";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { words } from "#shared/language/index.ts";
import { SLUG_MAX } from "#shared/newsroom/index.ts";
import { CopySheet } from "./copy-sheet.tsx";

/** The sheet on which copy becomes new stories. */
export function IntakeSheet(): ReactNode {
  const { intake, page, floor } = useWorkbench();
  const { name, paste, slug, bringIn, leaveOut, refused, somethingElse } = words().intake;
  return (
    <CopySheet
      queue={intake}
      said={{
        name,
        ask: paste,
        line: slug,
        lineMax: SLUG_MAX,
        take: bringIn,
        leave: leaveOut,
        refused,
        other: somethingElse,
      }}
      several
      onMade={async (story) => {
        await page.show(story);
      }}
      onClose={floor.clear}
    />
  );
}
