import type { ReactNode } from "react";
import { words } from "#shared/language/index.ts";
import { CommandKeys } from "./command-keys.tsx";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";

interface FirstThing {
  readonly command: string;
  readonly name: string;
  readonly meaning: string;
}

/** What can be done first: the sample is offered where it is not open already. */
function firstThings(isSample: boolean): readonly FirstThing[] {
  const { empty } = words().app;
  const things = [
    { command: "story.new", name: empty.write, meaning: empty.writeMeaning },
    { command: "story.bring-in", name: empty.bringIn, meaning: empty.bringInMeaning },
  ];
  const sample = { command: "newsroom.sample", name: empty.sample, meaning: empty.sampleMeaning };
  return isSample ? things : [...things, sample];
}

/** The page without a story: the things to do next, three of them in a newsroom where nothing was done yet. */
export function EmptyPage(): ReactNode {
  const { commands, host, list } = useWorkbench();
  const { newsroom } = useObservable(host);
  const { list: stories, asking } = useObservable(list.state);
  const isNew = !asking && stories.total === 0;
  const { empty } = words().app;
  return (
    <div className="empty-page">
      <h1>{isNew ? empty.newsroom : empty.page}</h1>
      <p>{isNew ? empty.begin : empty.choose}</p>
      <ul>
        {firstThings(newsroom?.kind === "sample").map(({ command, name, meaning }) => (
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
