import { useState, type ReactNode } from "react";
import type { NewsroomInfo } from "#shared/contract/index.ts";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import "./first-screen.css";
import { words } from "#shared/language/index.ts";

interface Choice {
  readonly kind: NewsroomInfo["kind"];
  readonly name: string;
  readonly meaning: string;
}

/** Where a newsroom did not open there may well be one: an offer to begin anew would be a fright. */
function choices(isTrouble: boolean): readonly Choice[] {
  const { first } = words().app;
  return [
    isTrouble
      ? { kind: "own", name: first.tryAgain, meaning: first.tryAgainMeaning }
      : { kind: "own", name: first.begin, meaning: first.beginMeaning },
    { kind: "sample", name: first.sample, meaning: first.sampleMeaning },
  ];
}

/** What a person sees before there is a newsroom. */
export function FirstScreen(): ReactNode {
  const { host, openNewsroom } = useWorkbench();
  const { trouble } = useObservable(host);
  const { first } = words().app;
  const [opening, setOpening] = useState(false);
  const open = async (kind: NewsroomInfo["kind"]): Promise<void> => {
    setOpening(true);
    await openNewsroom(kind);
    setOpening(false);
  };
  return (
    <main className="first">
      <h1>Stet</h1>
      <p className="first-lead">{first.lead}</p>
      {trouble === null ? null : (
        <p className="first-trouble" role="alert">
          {trouble}
        </p>
      )}
      <ul className="first-choices">
        {choices(trouble !== null).map(({ kind, name, meaning }) => (
          <li key={kind}>
            <button type="button" disabled={opening} onClick={() => void open(kind)}>
              <b>{name}</b>
              <span>{meaning}</span>
            </button>
          </li>
        ))}
      </ul>
      <output className="first-note">{opening ? first.opening : first.note}</output>
    </main>
  );
}
