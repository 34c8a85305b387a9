import { Progress } from "@base-ui/react/progress";
import type { ReactNode } from "react";
import { useCalmly } from "#renderer/app/use-observable.ts";
import type { SafetyProgress } from "#shared/contract/index.ts";
import { retold, words } from "#shared/language/index.ts";
import type { LongRun } from "./long-run.ts";

function HowFar({ progress }: { readonly progress: SafetyProgress | null }): ReactNode {
  const { run: said } = words().safety;
  const isKnown = progress !== null && progress.total > 0;
  return (
    <Progress.Root
      className="safety-progress"
      value={isKnown ? progress.done : null}
      max={isKnown ? progress.total : 1}
    >
      <Progress.Label className="safety-doing">
        {said.doing({ doing: (progress && retold(progress.doing)) ?? said.beginning })}
      </Progress.Label>
      <Progress.Track className="safety-track">
        <Progress.Indicator className="safety-bar" />
      </Progress.Track>
    </Progress.Root>
  );
}

interface RunLineProps {
  readonly run: LongRun<unknown>;
  readonly name: string;
}

/** The button that begins something long and, in its place, cancels it: the focus can stay where it is. */
export function RunLine({ run, name }: RunLineProps): ReactNode {
  const { running, trouble } = useCalmly(run.state);
  const { run: said } = words().safety;
  return (
    <div className="safety-run">
      <button
        type="button"
        className="button safety-run-button"
        aria-label={running === null ? name : said.cancelThis({ name })}
        onClick={() => (running === null ? void run.start() : run.cancel())}
      >
        {running === null ? name : said.cancel}
      </button>
      {running === null ? null : <HowFar progress={running.progress} />}
      {trouble === null ? null : (
        <p className="safety-finding" data-tone="wrong" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
