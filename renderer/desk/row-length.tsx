import type { ReactNode } from "react";
import { wordsAgainstPlan } from "#renderer/app/length.ts";
import { usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { againstText, FIT_COLORS } from "#renderer/fit/fit-words.ts";
import type { StorySummary } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

/** Room is kept for a story that runs this much over its plan: it may have a figure more. */
const ROOM = 1.5;

/**
 * How long a story of the list is: its words, against the plan where that is in words, or its depth
 * once that is known where it is in lines or inches. The room of the depth is kept free before.
 */
export function RowLength({ story }: { readonly story: StorySummary }): ReactNode {
  const { fit } = useWorkbench();
  const depth = usePart(fit.planned, (depths) => depths.get(story.id) ?? null);
  const { row } = words().desk;
  const { planned } = story.facts;
  if (planned === null) return <span>{row.words({ words: story.words })}</span>;
  const against = wordsAgainstPlan(story.words, planned);
  if (against !== null) {
    return (
      <span data-fit={against.fit} title={against.text}>
        {row.wordsOf({ words: story.words, planned: planned.amount })}
      </span>
    );
  }
  const { amount, unit } = planned;
  const room = row.depthOf({ deep: Math.ceil(amount * ROOM), planned: amount, planUnit: unit });
  const isOfThisPlan = depth !== null && depth.unit === unit && depth.planned === amount;
  return (
    <span>
      <span className="row-depth" data-room={room}>
        {isOfThisPlan ? (
          <span data-fit={FIT_COLORS[depth.state]} title={againstText(depth)}>
            {row.depthOf({ deep: depth.actual, planned: amount, planUnit: unit })}
            <span className="unseen">, {againstText(depth)}</span>
          </span>
        ) : (
          <span>{row.words({ words: story.words })}</span>
        )}
      </span>
    </span>
  );
}
