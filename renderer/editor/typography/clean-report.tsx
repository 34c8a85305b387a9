import { useEffect, useRef, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { words } from "#shared/language/index.ts";
import {
  SHOWN_AROUND,
  TYPOGRAPHY_RULES,
  type StoryChange,
  type TypographyRule,
} from "#shared/style/typography/index.ts";
import type { CleanReport, StoryCleaner } from "./clean-up.ts";
import { readable } from "./readable-spaces.ts";
import "./clean-report.css";

/** Lists longer than this begin folded: what comes first is how much there is of each kind. */
const OPEN_UP_TO = 6;
/** A list that is longer is not looked through one by one. */
const MOST_LISTED = 200;

interface RowProps {
  readonly change: StoryChange;
  readonly cleaner: StoryCleaner;
}

function Row({ change, cleaner }: RowProps): ReactNode {
  const { was, now, before, after } = change;
  const said = { was: readable(was), now: readable(now), around: `${before}${now}${after}` };
  const { typography } = words();
  return (
    <li className="clean-change">
      <button
        type="button"
        className="clean-place"
        aria-label={typography.show(said)}
        onClick={() => cleaner.show(change)}
      >
        <del>{said.was}</del>
        <span className="clean-arrow">→</span>
        <ins>{said.now}</ins>
        <span className="clean-around">
          {before.length < SHOWN_AROUND ? before : `…${before}`}
          <mark>{now}</mark>
          {after.length < SHOWN_AROUND ? after : `${after}…`}
        </span>
      </button>
      <button
        type="button"
        className="quiet-button"
        aria-label={typography.takeBackThis(said)}
        onClick={() => void cleaner.takeBack(change)}
      >
        {typography.takeBack}
      </button>
    </li>
  );
}

interface RuleProps {
  readonly rule: TypographyRule;
  readonly changes: readonly StoryChange[];
  readonly cleaner: StoryCleaner;
}

function RuleChanges({ rule, changes, cleaner }: RuleProps): ReactNode {
  if (changes.length === 0) return null;
  const listed = changes.slice(0, MOST_LISTED);
  return (
    <details className="clean-rule" open={changes.length <= OPEN_UP_TO}>
      <summary>
        {words().typography.rules[rule].name} <span className="clean-count">{changes.length}</span>
      </summary>
      <ul>
        {listed.map((change) => (
          <Row key={`${change.block} ${change.place} ${change.at}`} change={change} cleaner={cleaner} />
        ))}
      </ul>
      {listed.length < changes.length && (
        <p className="clean-more">{words().typography.more({ count: changes.length - listed.length })}</p>
      )}
    </details>
  );
}

function reportWords({ changes, made }: CleanReport): string {
  const { typography } = words();
  if (made === 0) return typography.nothing;
  if (changes.length < made) return typography.standing({ count: changes.length, made });
  return typography.made({ count: made });
}

/** What cleaning the story has done, by rule, with the way back for each single change. */
export function CleanReportPanel({ cleaner }: { readonly cleaner: StoryCleaner }): ReactNode {
  const report = useObservable(cleaner.report);
  const panel = useRef<HTMLElement>(null);
  const isShown = report !== null;

  useEffect(() => {
    const section = panel.current;
    if (!isShown || !section) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      cleaner.close();
    };
    section.focus();
    section.addEventListener("keydown", onKeyDown);
    return () => section.removeEventListener("keydown", onKeyDown);
  }, [isShown, cleaner]);

  if (report === null) return null;
  const { changes } = report;
  const { typography } = words();
  return (
    <section ref={panel} className="clean-report" aria-label={typography.cleaned} tabIndex={-1}>
      <header className="clean-head">
        <h2>{typography.cleaned}</h2>
        <output>{reportWords(report)}</output>
        {changes.length > 0 && (
          <button type="button" className="button" onClick={() => void cleaner.takeAllBack()}>
            {typography.takeAllBack}
          </button>
        )}
        <button type="button" className="button" onClick={cleaner.close}>
          {typography.done}
        </button>
      </header>
      <div className="clean-rules">
        {TYPOGRAPHY_RULES.map((rule) => (
          <RuleChanges
            key={rule}
            rule={rule}
            changes={changes.filter((change) => change.rule === rule)}
            cleaner={cleaner}
          />
        ))}
      </div>
    </section>
  );
}
