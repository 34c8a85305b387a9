import { useState, type ReactNode } from "react";
import type { NewsroomInfo } from "#shared/contract/index.ts";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import "./first-screen.css";

interface Choice {
  readonly kind: NewsroomInfo["kind"];
  readonly name: string;
  readonly meaning: string;
}

const BEGIN: Choice = {
  kind: "own",
  name: "Start an empty newsroom",
  meaning: "A desk of your own on this laptop. Nothing is in it yet, and nothing leaves it by itself.",
};
/** Where a newsroom did not open there may well be one: an offer to begin anew would be a fright. */
const TRY_AGAIN: Choice = {
  kind: "own",
  name: "Open your newsroom",
  meaning: "Stet tries once more. What is in it stays as it is.",
};
const SAMPLE: Choice = {
  kind: "sample",
  name: "Open the sample newsroom",
  meaning: "Invented stories and photos to try things on. Your own newsroom stays apart from it.",
};

/** What a person sees before there is a newsroom. */
export function FirstScreen(): ReactNode {
  const { host, openNewsroom } = useWorkbench();
  const { trouble } = useObservable(host);
  const [opening, setOpening] = useState(false);
  const open = async (kind: NewsroomInfo["kind"]): Promise<void> => {
    setOpening(true);
    await openNewsroom(kind);
    setOpening(false);
  };
  return (
    <main className="first">
      <h1>Stet</h1>
      <p className="first-lead">A copy desk on this laptop, with or without a network.</p>
      {trouble === null ? null : (
        <p className="first-trouble" role="alert">
          {trouble}
        </p>
      )}
      <ul className="first-choices">
        {[trouble === null ? BEGIN : TRY_AGAIN, SAMPLE].map(({ kind, name, meaning }) => (
          <li key={kind}>
            <button type="button" disabled={opening} onClick={() => void open(kind)}>
              <b>{name}</b>
              <span>{meaning}</span>
            </button>
          </li>
        ))}
      </ul>
      <output className="first-note">
        {opening ? "Opening…" : "You can change to the other one at any time."}
      </output>
    </main>
  );
}
