import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { binnedWords, daysLeft } from "#renderer/desk/bin-words.ts";
import { putBackFromBin } from "#renderer/desk/story-moves.ts";
import type { Binned, StorySummary } from "#shared/contract/index.ts";
import { Banner } from "./banner.tsx";
import { words } from "#shared/language/index.ts";

interface InBinProps {
  readonly summary: StorySummary;
  readonly binned: Binned;
}

/** Says that the story on the page lies in the bin, where it can only be read. */
export function InBin({ summary, binned }: InBinProps): ReactNode {
  const bench = useWorkbench();
  const { bin } = words().banners;
  const nowMs = useObservable(bench.now);
  return (
    <Banner
      label={bin.name}
      tone="note"
      text={bin.text({ binned: binnedWords(binned, nowMs), days: daysLeft(binned, nowMs) })}
    >
      <button type="button" className="quiet-button" onClick={() => void putBackFromBin(bench, summary)}>
        {bin.putBack}
      </button>
    </Banner>
  );
}
