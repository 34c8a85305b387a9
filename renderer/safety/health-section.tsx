import type { ReactNode } from "react";
import { fileSize } from "#renderer/app/file-size.ts";
import { useObservable, usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { CheckedBackup, HealthReport } from "#shared/contract/index.ts";
import { FindingLine } from "./finding-line.tsx";
import { checkedWords, healthFindings } from "./health-words.ts";
import { RunLine } from "./run-line.tsx";
import { atTime } from "./safety-words.ts";

const MEANING =
  "Looks through the database, every story, every photo and every backup. A photo whose file is missing or spoilt is brought back from the second folder, where that has it. Writing can go on meanwhile.";

interface BackupsProps {
  readonly backups: readonly CheckedBackup[];
  readonly nowMs: number;
}

function Backups({ backups, nowMs }: BackupsProps): ReactNode {
  if (backups.length === 0) {
    return <FindingLine finding={{ text: "There is no backup.", tone: "nearly" }} />;
  }
  return (
    <table className="safety-backups" aria-label="Backups that were read">
      <thead>
        <tr>
          <th scope="col">Backup of</th>
          <th scope="col">Lies in the</th>
          <th scope="col">Size</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.path} title={backup.path}>
            <td>{atTime(backup.atMs, nowMs)}</td>
            <td>{backup.where}</td>
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
      <p className="safety-note">Checked {atTime(report.atMs, nowMs)}.</p>
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
  return (
    <section aria-labelledby="safety-health">
      <h3 id="safety-health">Health check</h3>
      <p className="safety-note">{MEANING}</p>
      <RunLine run={safety.check} name="Check the newsroom" />
      {report === null ? null : <Report report={report} nowMs={nowMs} />}
      <output className="unseen">
        {report === null ? "" : `Checked: ${healthFindings(report)[0]?.text ?? ""}`}
      </output>
    </section>
  );
}
