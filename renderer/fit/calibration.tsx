import { useState, type ReactNode } from "react";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { inchesToPoints } from "#shared/fit/depth/depth-units.ts";
import { words } from "#shared/language/index.ts";
import type { FittedPage } from "./fit-store.ts";

/** What the column spec has learned from placed stories, and where one more is entered. */
export function Calibration({ fitted }: { readonly fitted: FittedPage }): ReactNode {
  const { bridge, notices } = useWorkbench();
  const [real, setReal] = useState("");
  const { session, use, report } = fitted;
  const { column } = words().fit;
  const measure = async (): Promise<void> => {
    const realPt = inchesToPoints(Number(real.replace(",", ".")));
    if (!(realPt > 0)) return;
    const answer = await bridge.desk.kits.measure({
      ...use.choice,
      story: session.summary.get().id,
      composedPt: report.composed.points,
      realPt,
    });
    if (answer.ok) setReal("");
    else notices.warn(answer.error.message);
  };
  return (
    <form
      className="fit-part"
      onSubmit={(event) => {
        event.preventDefault();
        void measure();
      }}
    >
      <h2>{column.calibration}</h2>
      <p className="fit-note">{column.factor({ factor: use.factor, count: use.measured })}</p>
      <div className="fit-row">
        <label htmlFor="fit-real">{column.real}</label>
        <input
          id="fit-real"
          inputMode="decimal"
          autoComplete="off"
          value={real}
          onChange={({ target }) => setReal(target.value)}
        />
      </div>
      <p className="fit-buttons">
        <button type="submit" className="button" disabled={real.trim() === ""}>
          {column.measure}
        </button>
      </p>
    </form>
  );
}
