import { memo, type ReactNode } from "react";
import { dayAndTime, timeLeft } from "#renderer/app/deadline.ts";
import { useWords } from "#renderer/language/use-words.ts";
import type { FoundStory } from "#shared/contract/index.ts";
import { RowLength } from "./row-length.tsx";
import { Snippet } from "./snippet.tsx";
import { words } from "#shared/language/index.ts";

interface DeskRowProps {
  readonly story: FoundStory;
  readonly nowMs: number;
}

interface OpenProps {
  readonly count: number;
  readonly say: (said: { readonly count: number }) => string;
}

const OFF_THE_WAY: ReadonlySet<string> = new Set(["sent", "kill"]);

function Deadline({ story, nowMs }: DeskRowProps): ReactNode {
  const { deadline, status } = story.facts;
  if (deadline === null) return null;
  if (OFF_THE_WAY.has(status)) return <span className="row-due">{dayAndTime(deadline, nowMs)}</span>;
  const left = timeLeft(deadline, nowMs);
  return (
    <span
      className="row-due"
      data-pressure={left.pressure}
      title={words().app.deadline.at({ moment: dayAndTime(deadline, nowMs) })}
    >
      {left.short}
    </span>
  );
}

/** How many of something are open in a story; those who see need not be told that they are. */
function Open({ count, say }: OpenProps): ReactNode {
  if (count === 0) return null;
  return (
    <span className="row-open">
      {say({ count })} <span className="unseen">{words().desk.row.open}</span>
    </span>
  );
}

/** One story of the desk list: slug and status, headline or what was found, then place, length and deadline. */
export const DeskRow = memo(function DeskRow({ story, nowMs }: DeskRowProps): ReactNode {
  const { facts } = story;
  const { story: names, desk } = useWords();
  const { row } = desk;
  return (
    <>
      <span className="row-head">
        <span className="row-slug">{facts.slug}</span>
        <span className="row-status" data-status={facts.status}>
          {names.statuses[facts.status].name}
        </span>
      </span>
      <span className="row-line">
        {story.snippet === null ? story.headline || row.empty : <Snippet text={story.snippet} />}
      </span>
      <span className="row-foot">
        <span className="row-facts">
          {facts.desk === "" ? null : <span>{facts.desk}</span>}
          {facts.page === "" ? null : <span>{row.page({ page: facts.page })}</span>}
          <RowLength story={story} />
          {story.tks === 0 ? null : <span className="row-tks">{row.tks({ count: story.tks })}</span>}
          <Open count={story.openChanges} say={row.changes} />
          <Open count={story.openQueries} say={row.queries} />
          {story.photos === 0 ? null : <span>{row.photos({ photos: story.photos })}</span>}
        </span>
        <Deadline story={story} nowMs={nowMs} />
      </span>
    </>
  );
});
