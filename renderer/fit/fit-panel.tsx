import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { words } from "#shared/language/index.ts";
import { ColumnHalf } from "./column-half.tsx";
import { HeadlineHalf } from "./headline-half.tsx";
import "./fit-panel.css";

const HALVES = ["column", "headline"] as const;

/** How the story fits: its column, and its headline. */
export function FitPanel(): ReactNode {
  const { fit } = useWorkbench();
  const now = useObservable(fit.state);
  const half = useObservable(fit.half);
  const texts = words().fit;
  if (now.state === "none") return <p className="panel-empty">{texts.none}</p>;
  if (now.state === "waiting") return <p className="panel-empty late">{texts.waiting}</p>;
  if (now.state === "failed") {
    return (
      <p className="panel-empty" role="alert">
        {texts.failed({ why: now.message })}
      </p>
    );
  }
  return (
    <div className="fit">
      <fieldset className="fit-halves">
        <legend className="unseen">{texts.name}</legend>
        {HALVES.map((one) => (
          <label key={one}>
            <input type="radio" name="fit-half" checked={half === one} onChange={() => fit.half.set(one)} />
            {texts[one].half}
          </label>
        ))}
      </fieldset>
      {half === "column" ? (
        <ColumnHalf key={now.session.summary.get().id} fitted={now} />
      ) : (
        <HeadlineHalf key={now.session.summary.get().id} fitted={now} />
      )}
    </div>
  );
}
