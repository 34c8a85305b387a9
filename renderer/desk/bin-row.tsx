import type { ReactNode } from "react";
import type { Binned, FoundStory } from "#shared/contract/index.ts";
import { binnedWords, daysLeftWords } from "./bin-words.ts";
import { Snippet } from "./snippet.tsx";

interface BinRowProps {
  readonly story: FoundStory;
  readonly binned: Binned;
  readonly nowMs: number;
}

/** One story of the bin: how long it stays, what it is, and who put it there when and why. */
export function BinRow({ story, binned, nowMs }: BinRowProps): ReactNode {
  const words = binnedWords(binned, nowMs);
  return (
    <>
      <span className="row-head">
        <span className="row-slug">{story.facts.slug}</span>
        <span className="row-status">{daysLeftWords(binned, nowMs)} left</span>
      </span>
      <span className="row-line">
        {story.snippet === null ? story.headline || "No words yet" : <Snippet text={story.snippet} />}
      </span>
      <span className="row-foot">
        <span className="row-facts" title={words}>
          {words}
        </span>
      </span>
    </>
  );
}
