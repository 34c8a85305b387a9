import type { ReactNode } from "react";
import { plannedText } from "#renderer/app/length.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { FIT_UNITS } from "#shared/contract/view-choices.ts";
import { words } from "#shared/language/index.ts";
import { Calibration } from "./calibration.tsx";
import { CutsList } from "./cuts-list.tsx";
import type { FittedPage } from "./fit-store.ts";
import { againstText, depthText, FIT_COLORS } from "./fit-words.ts";
import { FlaggedList } from "./flagged-list.tsx";
import { LegsForm, SetIn } from "./set-in.tsx";

function Lengths({ fitted }: { readonly fitted: FittedPage }): ReactNode {
  const { settings, page } = useWorkbench();
  const { fitUnit } = useObservable(settings.settings);
  const summary = useObservable(page.summary);
  const { column, units } = words().fit;
  const { depth, range, planned, words: count } = fitted.report;
  const plan = summary?.facts.planned ?? null;
  return (
    <section className="fit-part">
      <h2>{column.length}</h2>
      <dl className="fit-figures">
        {FIT_UNITS.map((unit) => (
          <div key={unit}>
            <dt>{units[unit]}</dt>
            <dd data-depth={unit}>{depthText(depth, unit)}</dd>
          </div>
        ))}
        <div>
          <dt>{column.words}</dt>
          <dd>{words().forms.figure(count)}</dd>
        </div>
        <div>
          <dt>{column.planned}</dt>
          <dd>{plan === null ? column.noPlan : plannedText(plan)}</dd>
        </div>
      </dl>
      {planned === null ? null : (
        <p className="fit-verdict" data-fit={FIT_COLORS[planned.state]}>
          {againstText(planned)}
        </p>
      )}
      <p className="fit-note">{column.underOthers(range)}</p>
      <div className="fit-row">
        <label htmlFor="fit-unit">{column.shownIn}</label>
        <select
          id="fit-unit"
          value={fitUnit}
          onChange={({ target }) => {
            const chosen = FIT_UNITS.find((unit) => unit === target.value);
            if (chosen) void settings.change({ fitUnit: chosen });
          }}
        >
          {FIT_UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {units[unit]}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

/** How the column text fits: what it is set in, how deep it runs, what to look at, what to cut. */
export function ColumnHalf({ fitted }: { readonly fitted: FittedPage }): ReactNode {
  const { session } = fitted;
  return (
    <>
      <Lengths fitted={fitted} />
      <SetIn fitted={fitted} />
      <LegsForm fitted={fitted} />
      <CutsList session={session} />
      <FlaggedList session={session} />
      <Calibration fitted={fitted} />
    </>
  );
}
