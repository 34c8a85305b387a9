import { useState, type ReactNode } from "react";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import "./first-screen.css";

const CHOICES = [
  {
    kind: "own",
    name: "Start an empty newsroom",
    meaning: "A desk of your own on this laptop. Nothing is in it yet, and nothing leaves it by itself.",
  },
  {
    kind: "sample",
    name: "Open the sample newsroom",
    meaning: "Invented stories and photos to try things on. Your own newsroom stays apart from it.",
  },
] as const;

/** What a person sees before there is a newsroom. */
export function FirstScreen(): ReactNode {
  const { host, openNewsroom } = useWorkbench();
  const { trouble } = useObservable(host);
  const [opening, setOpening] = useState(false);
  const open = async (kind: (typeof CHOICES)[number]["kind"]): Promise<void> => {
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
        {CHOICES.map(({ kind, name, meaning }) => (
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
