import type { ReactNode } from "react";
import { fileSize } from "#renderer/app/file-size.ts";
import { useObservable, usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { CheckedBackup, HealthReport } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import { FindingLine } from "./finding-line.tsx";
import { checkedWords, healthFindings } from "./health-words.ts";
import { RunLine } from "./run-line.tsx";
import { atTime } from "./safety-words.ts";

interface BackupsProps {
  readonly backups: readonly CheckedBackup[];
  readonly nowMs: number;
}

function Backups({ backups, nowMs }: BackupsProps): ReactNode {
  const { health } = words().safety;
  if (backups.length === 0) {
    return <FindingLine finding={{ text: health.noBackup, tone: "nearly" }} />;
  }
  return (
    <table className="safety-backups" aria-label={health.backups}>
      <thead>
        <tr>
          <th scope="col">{health.columns.of}</th>
          <th scope="col">{health.columns.where}</th>
          <th scope="col">{health.columns.size}</th>
          <th scope="col">{health.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.path} title={backup.path}>
            <td>{atTime(backup.atMs, nowMs)}</td>
            <td>{health.where[backup.where]}</td>
            <td>{fileSize(backup.bytes)}</td>
            <td>
              <FindingLine finding={checkedWords(backup)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Report({ report, nowMs }: { readonly report: HealthReport; readonly nowMs: number }): ReactNode {
  return (
    <>
      <p className="safety-note">{words().safety.health.checkedAt({ at: atTime(report.atMs, nowMs) })}</p>
      <ul className="safety-findings">
        {healthFindings(report).map((finding) => (
          <li key={finding.text}>
            <FindingLine finding={finding} />
          </li>
        ))}
      </ul>
      <Backups backups={report.backups} nowMs={nowMs} />
    </>
  );
}

/** A look at the whole newsroom, and what it found. */
export function HealthSection(): ReactNode {
  const { safety, now } = useWorkbench();
  const nowMs = useObservable(now);
  const report = usePart(safety.check.state, ({ found }) => found);
  const { health, commands } = words().safety;
  return (
    <section aria-labelledby="safety-health">
      <h3 id="safety-health">{health.title}</h3>
      <p className="safety-note">{health.meaning}</p>
      <RunLine run={safety.check} name={commands.check} />
      {report === null ? null : <Report report={report} nowMs={nowMs} />}
      <output className="unseen">
        {report === null ? "" : health.checked({ found: healthFindings(report)[0]?.text ?? "" })}
      </output>
    </section>
  );
}
