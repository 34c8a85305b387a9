import type { ReactNode } from "react";
import type { RevisionSummary } from "#shared/contract/index.ts";
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
  return (
    <div className="history-against">
      <label>
        Compare with
        <select value={against.with} onChange={(event) => choose(event.target.value)}>
          <option value="now">the story now</option>
          <option value="before">the version before it</option>
          {marked === null ? null : <option value="marked">{versionWords(marked, nowMs)}</option>}
        </select>
      </label>
      <button type="button" className="quiet-button" onClick={onMark}>
        Mark <kbd>C</kbd>
      </button>
    </div>
  );
}
