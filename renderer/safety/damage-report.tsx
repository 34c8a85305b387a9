import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { RecoveryReport, StoryId } from "#shared/contract/index.ts";
import { retold, words } from "#shared/language/index.ts";
import { PathLine } from "./path-line.tsx";
import { madeFromWords, reportPath, storiesNowWords } from "./recovery-words.ts";

interface SentencesProps {
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly string[];
}

function Sentences({ id, title, sentences }: SentencesProps): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul className="damage-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

interface DamageReportProps {
  readonly report: RecoveryReport;
  readonly onOpen: (story: StoryId) => void;
}

/** What happened to a damaged database, what came back, and where the damaged files lie. */
export function DamageReport({ report, onOpen }: DamageReportProps): ReactNode {
  const { now } = useWorkbench();
  const nowMs = useObservable(now);
  const { why, stories, losses, badBackups, backup, damagedFolder, textFolder } = report;
  const { recovery, paths } = words().safety;
  return (
    <>
      <p className="damage-why">{why}</p>
      <p>
        {madeFromWords(report, nowMs)} {recovery.movedAside}
      </p>
      <section aria-labelledby="damage-stories">
        <h3 id="damage-stories">{recovery.stories}</h3>
        <p>{storiesNowWords(report)}</p>
        {stories.length === 0 ? null : (
          <ul className="damage-stories">
            {stories.map(({ id, slug, outcome, sentence }) => (
              <li key={id} data-outcome={outcome}>
                <span className="damage-outcome">{recovery.outcomes[outcome]}</span>
                <button type="button" className="damage-slug" onClick={() => onOpen(id)}>
                  {slug}
                </button>
                <span>{retold(sentence)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Sentences id="damage-losses" title={recovery.losses} sentences={losses.map(retold)} />
      <Sentences id="damage-backups" title={recovery.badBackups} sentences={badBackups} />
      <section aria-labelledby="damage-files">
        <h3 id="damage-files">{recovery.whereAllLies}</h3>
        <dl className="damage-files">
          <dt>{recovery.reportFile}</dt>
          <dd>
            <PathLine what={paths.report} path={reportPath(report)} />
          </dd>
          <dt>{recovery.damagedFiles}</dt>
          <dd>
            <PathLine what={paths.damagedFiles} path={damagedFolder} />
          </dd>
          {textFolder === null ? null : (
            <>
              <dt>{recovery.asText}</dt>
              <dd>
                <PathLine what={paths.text} path={textFolder} />
              </dd>
            </>
          )}
          {backup === null ? null : (
            <>
              <dt>{recovery.backupUsed}</dt>
              <dd>
                <PathLine what={paths.backup} path={backup.path} />
              </dd>
            </>
          )}
        </dl>
      </section>
    </>
  );
}
