import { useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { PlannedFit } from "#shared/fit/depth/index.ts";
import { words } from "#shared/language/index.ts";
import { againstText, depthText, FIT_COLORS, legsText, turnedText } from "./fit-words.ts";
import "./fit-part.css";

/** Says when the story turns from over to fits or under, and nothing while it only comes nearer. */
function Turned({ planned }: { readonly planned: PlannedFit | null }): ReactNode {
  const state = planned?.state ?? null;
  const [told, setTold] = useState({ state, text: "" });
  if (state !== told.state) setTold({ state, text: planned ? turnedText(planned) : "" });
  return <output className="unseen">{told.text}</output>;
}

/** How long the story is when it is set, in the state line. Its width is kept free, so that nothing moves. */
export function FitPart(): ReactNode {
  const { fit, settings, commands } = useWorkbench();
  const now = useObservable(fit.state);
  const { fitUnit } = useObservable(settings.settings);
  const texts = words().fit;
  if (now.state === "none") return null;
  const report = now.state === "set" ? now.report : null;
  const planned = report?.planned ?? null;
  // The hole on the page comes before the plan: the story is to fill it.
  const inLegs = report && legsText(report);
  return (
    <>
      <button
        type="button"
        className="state-button state-fit"
        data-set={now.state !== "failed"}
        title={now.state === "failed" ? texts.failed({ why: now.message }) : texts.partTitle}
        onClick={() => commands.run("view.fit")}
      >
        {report === null ? (
          <span className="state-fit-depth">{now.state === "failed" ? "–" : "…"}</span>
        ) : (
          <>
            <span className="state-fit-depth">
              {depthText(report.depth, fitUnit)}
              {report.range.least === report.range.most ? null : (
                <span className="state-fit-range"> ({texts.range(report.range)})</span>
              )}
            </span>
            {inLegs === null ? null : (
              <span className="state-part state-fit-against" data-fit={report.overset ? "over" : "fits"}>
                {inLegs}
              </span>
            )}
            {planned === null || planned.unit === "words" || inLegs !== null ? null : (
              <span className="state-part state-fit-against" data-fit={FIT_COLORS[planned.state]}>
                {againstText(planned)}
              </span>
            )}
          </>
        )}
      </button>
      <Turned planned={planned} />
    </>
  );
}
