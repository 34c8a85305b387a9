import { Dialog } from "@base-ui/react/dialog";
import { useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { moveToBin } from "./story-moves.ts";
import "./spike.css";

const WHY_MAX = 1_000;

/** Asks why a story is spiked, and puts it in the bin with that. */
export function SpikeSheet(): ReactNode {
  const bench = useWorkbench();
  const { floor, spiking } = bench;
  const story = useObservable(spiking);
  const [why, setWhy] = useState("");
  const reason = why.trim();

  const close = (): void => floor.clear();
  const spike = async (): Promise<void> => {
    if (story === null || reason === "") return;
    close();
    await moveToBin(bench, story, reason);
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup finalFocus={floor.returnsFocus} className="sheet spike">
          <div className="sheet-head">
            <Dialog.Title>Spike {story?.facts.slug ?? "the story"}</Dialog.Title>
          </div>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void spike();
            }}
          >
            <label className="spike-why">
              <span>Why it does not run</span>
              <input
                className="line-field"
                type="text"
                value={why}
                maxLength={WHY_MAX}
                autoComplete="off"
                onChange={(event) => setWhy(event.target.value)}
              />
            </label>
            <p className="spike-meaning">
              It goes into the bin with the reason, and can be put back for 30 days.
            </p>
            <div className="sheet-foot">
              <button type="button" className="button" onClick={close}>
                Cancel
              </button>
              <button type="submit" className="button primary" disabled={reason === ""}>
                Spike
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
