import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { SafetyStatus } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import { FindingLine } from "./finding-line.tsx";
import { restoreTestWords } from "./health-words.ts";
import { RunLine } from "./run-line.tsx";

/** Whether a backup comes back: how the last test went, and making one now. */
export function RestoreTestSection({ status }: { readonly status: SafetyStatus }): ReactNode {
  const { safety, now } = useWorkbench();
  const nowMs = useObservable(now);
  const { lastRestoreTest } = status;
  const { restore, commands } = words().safety;
  return (
    <section aria-labelledby="safety-restore">
      <h3 id="safety-restore">{restore.title}</h3>
      <output>
        {lastRestoreTest === null ? (
          <FindingLine finding={{ text: restore.none, tone: "plain" }} />
        ) : (
          <FindingLine finding={restoreTestWords(lastRestoreTest, nowMs)} />
        )}
      </output>
      <p className="safety-note">{restore.meaning}</p>
      <RunLine run={safety.restoreTest} name={commands.testRestore} />
    </section>
  );
}
