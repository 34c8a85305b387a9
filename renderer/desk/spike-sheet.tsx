import { useState, type ReactNode } from "react";
import { Sheet } from "#renderer/app/sheet.tsx";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { moveToBin } from "./story-moves.ts";
import "./spike.css";
import { words } from "#shared/language/index.ts";

const WHY_MAX = 1_000;

/** Asks why a story is spiked, and puts it in the bin with that. */
export function SpikeSheet(): ReactNode {
  const bench = useWorkbench();
  const { floor, spiking } = bench;
  const story = useObservable(spiking);
  const [why, setWhy] = useState("");
  const texts = words().desk.spike;
  const reason = why.trim();

  const close = (): void => floor.clear();
  const spike = async (): Promise<void> => {
    if (story === null || reason === "") return;
    close();
    await moveToBin(bench, story, reason);
  };

  return (
    <Sheet kind="spike" title={texts.head({ slugIfAny: story?.facts.slug ?? null })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void spike();
        }}
      >
        <label className="spike-why">
          <span>{texts.why}</span>
          <input
            className="line-field"
            type="text"
            value={why}
            maxLength={WHY_MAX}
            autoComplete="off"
            onChange={(event) => setWhy(event.target.value)}
          />
        </label>
        <p className="spike-meaning">{texts.meaning}</p>
        <div className="sheet-foot">
          <button type="button" className="button" onClick={close}>
            {words().app.cancel}
          </button>
          <button type="submit" className="button primary" disabled={reason === ""}>
            {texts.doIt}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
