import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { Sheet } from "#renderer/app/sheet.tsx";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StoryId } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import { DamageReport } from "./damage-report.tsx";
import { DIGIT_ROWS, LeftOpen } from "./left-open.tsx";
import { leftRows } from "./left-rows.ts";
import { uncleanEndWords } from "./recovery-words.ts";
import { useKeptTexts } from "./use-kept-texts.ts";
import "./safety.css";
import "./recover.css";

/** What happened at the last start: what was being written when Stet ended, and what came of a damaged database. */
export function RecoverScreen(): ReactNode {
  const { safety, floor, page, now } = useWorkbench();
  const news = useObservable(safety.news);
  const nowMs = useObservable(now);
  const kept = useKeptTexts();
  const onward = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    // Another newsroom was opened: what there was to tell is not about it.
    if (news === null) floor.clear();
  }, [news, floor]);

  if (news === null) return null;
  const { report, uncleanEnd } = news;
  const { recovery: said } = words().safety;
  const rows = uncleanEnd === null ? [] : leftRows(uncleanEnd.stories, kept);

  const goOn = async (): Promise<void> => {
    floor.clear();
    await safety.newsRead();
  };
  const open = async (story: StoryId): Promise<void> => {
    const read = goOn();
    await page.open(story);
    setTimeout(() => page.session.get()?.focus());
    await read;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    const row = rows.slice(0, DIGIT_ROWS)[Number(event.key) - 1];
    if (row === undefined) return;
    event.preventDefault();
    void open(row.story);
  };

  return (
    <Sheet
      kind="recover-sheet"
      initialFocus={onward}
      onKeyDown={onKeyDown}
      onLeave={() => (report === null ? void goOn() : floor.clear())}
      title={report === null ? said.endedWithoutClosing : said.replaced}
    >
      <div className="recover">
        {report === null ? null : <DamageReport report={report} onOpen={(story) => void open(story)} />}
        {uncleanEnd === null || rows.length === 0 ? null : (
          <section aria-label={said.whatWasWritten}>
            {report === null ? null : <h3>{said.whatWasWritten}</h3>}
            <p>{uncleanEndWords(uncleanEnd, report !== null, nowMs)}</p>
            <LeftOpen rows={rows} onOpen={(story) => void open(story)} />
          </section>
        )}
      </div>
      <footer className="sheet-foot">
        <span className="recover-hint">
          {[rows.length === 0 ? "" : said.digitOpens, report === null ? "" : said.escCloses].join(" ").trim()}
        </span>
        <button ref={onward} type="button" className="button primary" onClick={() => void goOn()}>
          {said.goOn} <kbd>Enter</kbd>
        </button>
      </footer>
    </Sheet>
  );
}
