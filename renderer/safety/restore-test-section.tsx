import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { SafetyStatus } from "#shared/contract/index.ts";
import { FindingLine } from "./finding-line.tsx";
import { restoreTestWords } from "./health-words.ts";
import { RunLine } from "./run-line.tsx";

const MEANING =
  "Puts the newest backup into a temporary folder, opens it as a newsroom, reads every story and removes it again. Your work is not touched.";

/** Whether a backup comes back: how the last test went, and making one now. */
export function RestoreTestSection({ status }: { readonly status: SafetyStatus }): ReactNode {
  const { safety, now } = useWorkbench();
  const nowMs = useObservable(now);
  const { lastRestoreTest } = status;
  return (
    <section aria-labelledby="safety-restore">
      <h3 id="safety-restore">Test of a restore</h3>
      <output>
        {lastRestoreTest === null ? (
          <FindingLine finding={{ text: "No backup was tested yet.", tone: "plain" }} />
        ) : (
          <FindingLine finding={restoreTestWords(lastRestoreTest, nowMs)} />
        )}
      </output>
      <p className="safety-note">{MEANING}</p>
      <RunLine run={safety.restoreTest} name="Test a restore" />
    </section>
  );
}
