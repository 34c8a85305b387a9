import type { ReactNode } from "react";
import { CommandKeys } from "./command-keys.tsx";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";

interface FirstThing {
  readonly command: string;
  readonly name: string;
  readonly meaning: string;
}

const WRITE: FirstThing = {
  command: "story.new",
  name: "Write a story",
  meaning: "Headline, byline, text. It is saved while you type.",
};
const BRING_IN: FirstThing = {
  command: "story.bring-in",
  name: "Bring copy in",
  meaning: "Paste a page or an agency message, or drop a .txt. Stet finds the headline, byline and captions.",
};
const SAMPLE: FirstThing = {
  command: "newsroom.sample",
  name: "Open the sample",
  meaning: "A newsroom of invented stories to try things on.",
};

/** The page without a story: the things to do next, three of them in a newsroom where nothing was done yet. */
export function EmptyPage(): ReactNode {
  const { commands, host, list } = useWorkbench();
  const { newsroom } = useObservable(host);
  const { list: stories, asking } = useObservable(list.state);
  const isNew = !asking && stories.total === 0;
  const things = newsroom?.kind === "sample" ? [WRITE, BRING_IN] : [WRITE, BRING_IN, SAMPLE];
  return (
    <div className="empty-page">
      <h1>{isNew ? "An empty newsroom" : "No story on the page"}</h1>
      <p>{isNew ? "Three things to begin with:" : "Choose one from the desk list, or begin one."}</p>
      <ul>
        {things.map(({ command, name, meaning }) => (
          <li key={command}>
            <button type="button" onClick={() => commands.run(command)}>
              <b>{name}</b>
              <CommandKeys command={command} />
              <span>{meaning}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
