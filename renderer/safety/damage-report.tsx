import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { RecoveryReport, StoryId } from "#shared/contract/index.ts";
import { PathLine } from "./path-line.tsx";
import { madeFromWords, OUTCOME_WORDS, reportPath, storiesNowWords } from "./recovery-words.ts";

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
  return (
    <>
      <p className="damage-why">{why}</p>
      <p>{madeFromWords(report, nowMs)} The damaged files were moved aside; nothing was deleted.</p>
      <section aria-labelledby="damage-stories">
        <h3 id="damage-stories">Stories</h3>
        <p>{storiesNowWords(report)}</p>
        {stories.length === 0 ? null : (
          <ul className="damage-stories">
            {stories.map(({ id, slug, outcome, sentence }) => (
              <li key={id} data-outcome={outcome}>
                <span className="damage-outcome">{OUTCOME_WORDS[outcome]}</span>
                <button type="button" className="damage-slug" onClick={() => onOpen(id)}>
                  {slug}
                </button>
                <span>{sentence}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Sentences id="damage-losses" title="What did not come back" sentences={losses} />
      <Sentences id="damage-backups" title="Backups that are damaged as well" sentences={badBackups} />
      <section aria-labelledby="damage-files">
        <h3 id="damage-files">Where it all lies</h3>
        <dl className="damage-files">
          <dt>This report as a file</dt>
          <dd>
            <PathLine what="the report" path={reportPath(report)} />
          </dd>
          <dt>The damaged files</dt>
          <dd>
            <PathLine what="the damaged files" path={damagedFolder} />
          </dd>
          {textFolder === null ? null : (
            <>
              <dt>All that can be read, as text</dt>
              <dd>
                <PathLine what="the text" path={textFolder} />
              </dd>
            </>
          )}
          {backup === null ? null : (
            <>
              <dt>The backup that was used</dt>
              <dd>
                <PathLine what="the backup" path={backup.path} />
              </dd>
            </>
          )}
        </dl>
      </section>
    </>
  );
}
