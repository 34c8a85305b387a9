import type { ReactNode } from "react";
import type { RevisionSummary } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import type { Against } from "./against.ts";
import { versionWords } from "./revision-words.ts";

interface CompareWithProps {
  readonly against: Against;
  /** What was marked last, to choose it again. */
  readonly marked: RevisionSummary | null;
  readonly onAgainst: (against: Against) => void;
  readonly onMark: () => void;
  readonly nowMs: number;
}

/** What the versions of the timeline are compared with: the story now, the one before each, or one that was marked. */
export function CompareWith({ against, marked, onAgainst, onMark, nowMs }: CompareWithProps): ReactNode {
  const choose = (value: string): void => {
    if (value === "marked" && marked !== null) onAgainst({ with: "marked", revision: marked });
    else onAgainst({ with: value === "before" ? "before" : "now" });
  };
  const { history } = words();
  return (
    <div className="history-against">
      <label>
        {history.compareWith}
        <select value={against.with} onChange={(event) => choose(event.target.value)}>
          <option value="now">{history.storyNow}</option>
          <option value="before">{history.versionBefore}</option>
          {marked === null ? null : <option value="marked">{versionWords(marked, nowMs)}</option>}
        </select>
      </label>
      <button type="button" className="quiet-button" onClick={onMark}>
        {history.mark} <kbd>C</kbd>
      </button>
    </div>
  );
}
