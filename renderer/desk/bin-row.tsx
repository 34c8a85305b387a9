import type { ReactNode } from "react";
import type { Binned, FoundStory } from "#shared/contract/index.ts";
import { binnedWords, daysLeftWords } from "./bin-words.ts";
import { Snippet } from "./snippet.tsx";
import { words } from "#shared/language/index.ts";

interface BinRowProps {
  readonly story: FoundStory;
  readonly binned: Binned;
  readonly nowMs: number;
}

/** One story of the bin: how long it stays, what it is, and who put it there when and why. */
export function BinRow({ story, binned, nowMs }: BinRowProps): ReactNode {
  const { row } = words().desk;
  const told = binnedWords(binned, nowMs);
  return (
    <>
      <span className="row-head">
        <span className="row-slug">{story.facts.slug}</span>
        <span className="row-status">{row.binLeft({ span: daysLeftWords(binned, nowMs) })}</span>
      </span>
      <span className="row-line">
        {story.snippet === null ? story.headline || row.empty : <Snippet text={story.snippet} />}
      </span>
      <span className="row-foot">
        <span className="row-facts" title={told}>
          {told}
        </span>
      </span>
    </>
  );
}
