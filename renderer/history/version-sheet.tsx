import type { ReactNode } from "react";
import { CopySheet } from "#renderer/intake/copy-sheet.tsx";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { AUTHOR_MAX } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

/** The sheet on which another version of the open story is read, to be compared with it. */
export function VersionSheet(): ReactNode {
  const { versions, history, page, floor } = useWorkbench();
  const { name, ask, whose, compare, refused, other, oneAtATime } = words().history.outside;
  return (
    <CopySheet
      queue={versions}
      said={{
        name,
        ask,
        line: whose,
        lineMax: AUTHOR_MAX,
        take: compare,
        leave: other,
        refused,
        other,
        oneAtATime,
      }}
      several={false}
      returnsFocus={() => history.comparing.get() === null && floor.returnsFocus()}
      onMade={(copy) => {
        const story = page.summary.get()?.id;
        if (story !== undefined) history.comparing.set({ story, copy });
      }}
      onClose={() => {
        versions.clear();
        floor.clear();
      }}
    />
  );
}
