import type { ReactNode } from "react";
import { useObservable, usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { SafetyStatus } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import { FindingLine } from "./finding-line.tsx";
import { lastBackupWords, madeWords } from "./health-words.ts";
import { PathLine } from "./path-line.tsx";
import { RunLine } from "./run-line.tsx";

/** The backups in the newsroom's own folder, and making one now. */
export function BackupSection({ status }: { readonly status: SafetyStatus }): ReactNode {
  const { safety, now } = useWorkbench();
  const nowMs = useObservable(now);
  const made = usePart(safety.backup.state, ({ found }) => found);
  const { backups: said, paths, commands } = words().safety;
  return (
    <section aria-labelledby="safety-backups">
      <h3 id="safety-backups">{said.title}</h3>
      <FindingLine finding={lastBackupWords(status, nowMs)} />
      <p className="safety-note">{said.rhythm}</p>
      {status.lastBackup === null ? null : <PathLine what={paths.lastBackup} path={status.lastBackup.path} />}
      <RunLine run={safety.backup} name={commands.backUp} />
      <output>{made === null ? "" : madeWords(made, nowMs)}</output>
    </section>
  );
}
