import type { ReactNode } from "react";
import { clockTime } from "#renderer/app/deadline.ts";
import { words } from "#shared/language/index.ts";
import { agoWords, clockWords, whyWords, wordsFigures } from "./revision-words.ts";
import type { TimelineRow } from "./timeline-rows.ts";

interface VersionRowProps {
  readonly row: TimelineRow;
  readonly nowMs: number;
  readonly isMarked: boolean;
  /** Whether it is the end of a branch that waits to be settled. */
  readonly isOpenHead: boolean;
}

/** One version of the timeline: why and when, then who, how much and how long ago. */
export function VersionRow({ row, nowMs, isMarked, isOpenHead }: VersionRowProps): ReactNode {
  const { revision, day } = row;
  const ago = agoWords(revision.atMs, nowMs);
  const { marked, notSettled } = words().history;
  const asides = [...(isMarked ? [marked] : []), ...(isOpenHead ? [notSettled] : [])];
  return (
    <>
      {day === null ? null : <span className="version-day">{day}</span>}
      <span className="version" data-kept={revision.name !== null} data-branch={revision.branch !== null}>
        <span className="version-line">
          <span className="version-why">{whyWords(revision)}</span>
          <time
            className="version-clock"
            dateTime={new Date(revision.atMs).toISOString()}
            title={clockTime(revision.atMs)}
          >
            {clockWords(revision.atMs)}
          </time>
        </span>
        <span className="version-line version-small">
          <span className="version-facts">
            {revision.author === "" ? null : <span>{revision.author}</span>}
            <span>{wordsFigures(revision)}</span>
            {asides.map((aside) => (
              <b key={aside}>{aside}</b>
            ))}
          </span>
          {ago === null ? null : <span className="version-ago">{ago}</span>}
        </span>
      </span>
    </>
  );
}
