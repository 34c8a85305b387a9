import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { ListBox } from "#renderer/app/list-box.tsx";
import { PANEL_HOME } from "#renderer/app/panes.ts";
import { useObservable, usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { RevisionId, RevisionSummary, StoryId } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import { pairFor, type Against } from "./against.ts";
import { CompareWith } from "./compare-with.tsx";
import { CompareWithFile } from "./compare-with-file.tsx";
import { KeepVersion } from "./keep-version.tsx";
import { takesVersion } from "./takes-version.ts";
import { timeline, type TimelineState } from "./timeline.ts";
import { offsetPx, ROW_PX, rowPx, timelineRows, type TimelineRow } from "./timeline-rows.ts";
import { VersionRow } from "./version-row.tsx";
import "./history.css";

const LIST_ID = "history-versions";
const ROWS_BEFORE_MORE = 20;

/** Keeps what the person looks at where it is when newer versions come in above it. */
function useStillRows(rows: readonly TimelineRow[], active: RevisionId | null): void {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const list = document.getElementById(LIST_ID);
    const was = active === null ? null : offsetPx(before.current, active);
    const is = active === null ? null : offsetPx(rows, active);
    before.current = rows;
    if (list === null || list.scrollTop === 0 || was === null || is === null) return;
    list.scrollTop += is - was;
  }, [rows, active]);
}

function Nothing({
  read,
  onAgain,
}: {
  readonly read: TimelineState["read"];
  readonly onAgain: () => void;
}): ReactNode {
  if (read === "reading") return null;
  if (read === "read") {
    return <p className="history-nothing">{words().history.none}</p>;
  }
  return (
    <div className="history-nothing" role="alert">
      <p>{read.trouble}</p>
      <button type="button" className="button" onClick={onAgain}>
        {words().history.again}
      </button>
    </div>
  );
}

function History({ story }: { readonly story: StoryId }): ReactNode {
  const bench = useWorkbench();
  const { bridge, history, now } = bench;
  const [versions] = useState(() => timeline(bridge.desk, story));
  useEffect(() => versions.start(), [versions]);
  const { revisions, more, heads, read } = useObservable(versions.state);
  const comparing = useObservable(history.comparing);
  const compared = comparing === null || "copy" in comparing ? [] : [comparing.before, comparing.after];
  const nowMs = useObservable(now);
  const [activeId, setActiveId] = useState<RevisionId | null>(null);
  const [against, setAgainst] = useState<Against>({ with: "now" });
  const [marked, setMarked] = useState<RevisionSummary | null>(null);
  const rows = timelineRows(revisions, nowMs);
  const active = Math.max(
    0,
    rows.findIndex(({ revision }) => revision.id === activeId),
  );
  const revisionAt = (row: number): RevisionSummary | undefined => rows[row]?.revision;
  useStillRows(rows, revisionAt(active)?.id ?? null);

  const compare = (row: number): void => {
    const chosen = revisionAt(row);
    if (chosen) history.comparing.set({ story, ...pairFor(chosen, against, revisions) });
  };

  const mark = (): void => {
    const chosen = revisionAt(active);
    if (!chosen) return;
    const isMarked = against.with === "marked" && against.revision.id === chosen.id;
    setMarked(isMarked ? null : chosen);
    setAgainst(isMarked ? { with: "now" } : { with: "marked", revision: chosen });
  };

  return (
    <div className="history" {...takesVersion(bench)}>
      <div className="history-head">
        <KeepVersion
          story={story}
          onKept={versions.refresh}
          onLeave={() => document.getElementById(LIST_ID)?.focus()}
        />
        <CompareWithFile />
        {rows.length === 0 ? null : (
          <CompareWith against={against} marked={marked} onAgainst={setAgainst} onMark={mark} nowMs={nowMs} />
        )}
      </div>
      {rows.length === 0 ? <Nothing read={read} onAgain={versions.refresh} /> : null}
      <div className="history-versions" {...PANEL_HOME}>
        <ListBox
          id={LIST_ID}
          label={words().history.versions}
          className="history-list"
          count={rows.length}
          rowPx={(at) => {
            const row = rows[at];
            return row ? rowPx(row) : ROW_PX;
          }}
          active={active}
          onActive={(row) => setActiveId(revisionAt(row)?.id ?? null)}
          onChoose={compare}
          onKey={(key) => {
            if (key === "c") mark();
            else if (key === "k") history.keepAsked.set("rail");
            else return false;
            return true;
          }}
          isSelected={(row) => {
            const id = revisionAt(row)?.id;
            return id !== undefined && compared.includes(id);
          }}
          rowClass="history-row"
          renderRow={(at) => {
            const row = rows[at];
            if (!row) return { content: null };
            const { id } = row.revision;
            const isMarked = against.with === "marked" && against.revision.id === id;
            return {
              content: <VersionRow row={row} nowMs={nowMs} isMarked={isMarked} isOpenHead={heads.has(id)} />,
            };
          }}
          onShown={(_first, last) => {
            if (more && last >= revisions.length - ROWS_BEFORE_MORE) versions.readMore();
          }}
        />
      </div>
    </div>
  );
}

/** What the open story was: its versions, what changed between them, and the way back to one. */
export function HistoryPanel(): ReactNode {
  const { page } = useWorkbench();
  const story = usePart(page.summary, (summary) => summary?.id ?? null);
  if (story === null) return <p className="panel-empty">{words().history.noStory}</p>;
  return <History key={story} story={story} />;
}
