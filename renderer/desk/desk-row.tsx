import { memo, type ReactNode } from "react";
import { dayAndTime, timeLeft } from "#renderer/app/deadline.ts";
import { counted, figure, wordsAgainstPlan } from "#renderer/app/length.ts";
import type { FoundStory } from "#shared/contract/index.ts";
import { Snippet } from "./snippet.tsx";
import { STATUS_WORDS } from "./status-words.ts";

interface DeskRowProps {
  readonly story: FoundStory;
  readonly nowMs: number;
}

const OFF_THE_WAY: ReadonlySet<string> = new Set(["sent", "kill"]);

function Deadline({ story, nowMs }: DeskRowProps): ReactNode {
  const { deadline, status } = story.facts;
  if (deadline === null) return null;
  if (OFF_THE_WAY.has(status)) return <span className="row-due">{dayAndTime(deadline, nowMs)}</span>;
  const left = timeLeft(deadline, nowMs);
  return (
    <span className="row-due" data-pressure={left.pressure} title={`Deadline ${dayAndTime(deadline, nowMs)}`}>
      {left.short}
    </span>
  );
}

function Words({ story }: { readonly story: FoundStory }): ReactNode {
  const against = wordsAgainstPlan(story.words, story.facts.planned);
  if (against === null || story.facts.planned === null) return <span>{counted(story.words, "word")}</span>;
  return (
    <span data-fit={against.fit} title={against.text}>
      {figure(story.words)}/{figure(story.facts.planned.amount)} words
    </span>
  );
}

/** One story of the desk list: slug and status, headline or what was found, then place, length and deadline. */
export const DeskRow = memo(function DeskRow({ story, nowMs }: DeskRowProps): ReactNode {
  const { facts } = story;
  return (
    <>
      <span className="row-head">
        <span className="row-slug">{facts.slug}</span>
        <span className="row-status" data-status={facts.status}>
          {STATUS_WORDS[facts.status].name}
        </span>
      </span>
      <span className="row-line">
        {story.snippet === null ? story.headline || "No words yet" : <Snippet text={story.snippet} />}
      </span>
      <span className="row-foot">
        <span className="row-facts">
          {facts.desk === "" ? null : <span>{facts.desk}</span>}
          {facts.page === "" ? null : <span>p. {facts.page}</span>}
          <Words story={story} />
          {story.tks === 0 ? null : <span className="row-tks">{counted(story.tks, "TK")}</span>}
          {story.photos === 0 ? null : <span>{counted(story.photos, "photo")}</span>}
        </span>
        <Deadline story={story} nowMs={nowMs} />
      </span>
    </>
  );
});
