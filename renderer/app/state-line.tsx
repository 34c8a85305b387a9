import { Suspense, type ReactNode } from "react";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { StoryFacts } from "#shared/newsroom/index.ts";
import { AloneLine } from "#renderer/view/alone-line.tsx";
import { LengthPart } from "#renderer/view/length-part.tsx";
import { SafetyPart } from "#renderer/safety/safety-part.tsx";
import { words } from "#shared/language/index.ts";
import { CommandKeys } from "./command-keys.tsx";
import { dayAndTime, timeLeft } from "./deadline.ts";
import { plannedText, wordsAgainstPlan } from "./length.ts";
import { SavePart } from "./save-part.tsx";
import { latePart } from "./late-part.ts";
import { useCalmly, useObservable, usePart } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";

const FitPart = latePart(async () => (await import("#renderer/fit/fit-part.tsx")).FitPart);

function Length({ count, planned }: { count: number; planned: StoryFacts["planned"] }): ReactNode {
  if (planned === null) return null;
  const { length } = words().app;
  const plan = plannedText(planned);
  const against = wordsAgainstPlan(count, planned);
  if (against === null) return <span className="state-part">{length.planned({ plan })}</span>;
  return (
    <span className="state-part" data-fit={against.fit}>
      {length.against({ fit: against.text, plan })}
    </span>
  );
}

function Deadline({ deadline }: { readonly deadline: string }): ReactNode {
  const { now } = useWorkbench();
  const nowMs = useObservable(now);
  const left = timeLeft(deadline, nowMs);
  return (
    <span
      className="state-part"
      data-pressure={left.pressure}
      title={words().app.deadline.at({ moment: dayAndTime(deadline, nowMs) })}
    >
      {left.text}
    </span>
  );
}

function StoryState({ session }: { readonly session: StorySession }): ReactNode {
  const { page, commands } = useWorkbench();
  const status = useCalmly(session.status);
  const facts = usePart(page.summary, (summary) => summary?.facts ?? null);
  const { state } = words().app;
  const { changes: said } = words();
  const { all } = status.counts;
  const deadline = facts?.deadline ?? null;
  return (
    <>
      <SavePart status={status} />
      <span className="state-part state-kind">
        {status.kind === null ? "" : words().story.kinds[status.kind]}
      </span>
      {status.isSuggesting ? (
        <button
          type="button"
          className="state-button state-suggesting"
          title={said.toggle}
          onClick={() => commands.run("changes.suggest")}
        >
          {said.on}
        </button>
      ) : null}
      {status.changesView === "marked" ? null : (
        <button
          type="button"
          className="state-button state-suggesting"
          title={said.views.marked}
          onClick={() => commands.run("changes.view.marked")}
        >
          {said.viewNames[status.changesView]}
        </button>
      )}
      <span className="state-space" />
      {status.openChanges === 0 ? null : (
        <button
          type="button"
          className="state-button"
          title={said.panel.open}
          onClick={() => commands.run("view.changes")}
        >
          {said.count({ count: status.openChanges })}
        </button>
      )}
      {status.openQueries === 0 ? null : (
        <button
          type="button"
          className="state-button"
          title={words().notes.panel.list}
          onClick={() => commands.run("view.notes")}
        >
          {words().notes.queries({ count: status.openQueries })}
        </button>
      )}
      {status.tks === 0 ? null : (
        <button
          type="button"
          className="state-button"
          title={state.nextTk}
          onClick={() => commands.run("tk.next")}
        >
          {state.tks({ count: status.tks })}
        </button>
      )}
      {status.selected === null ? null : (
        <span className="state-part state-selected">{state.selected(status.selected)}</span>
      )}
      <LengthPart status={status} />
      <Suspense fallback={null}>
        <FitPart />
      </Suspense>
      {facts === null ? null : <Length count={all.words} planned={facts.planned} />}
      {deadline === null ? null : <Deadline deadline={deadline} />}
    </>
  );
}

function DeskState(): ReactNode {
  const { bridge, host } = useWorkbench();
  const link = useObservable(bridge.link);
  const { newsroom } = useObservable(host);
  const { state, waiting } = words().app;
  return (
    <>
      <output className="state-part state-save" data-wrong={link !== "up"}>
        {link === "up" ? (newsroom?.kind === "sample" ? state.sample : state.own) : waiting.again}
      </output>
      <span className="state-space" />
    </>
  );
}

/** The line at the foot: saved, where the caret is, how long the story is, how much time is left. */
export function StateLine(): ReactNode {
  const { page, commands, alone } = useWorkbench();
  const isAlone = useObservable(alone);
  const session = useObservable(page.session);
  const { state } = words().app;
  if (isAlone && session !== null) return <AloneLine session={session} />;
  return (
    <footer className="state-line" aria-label={state.name}>
      {session === null ? <DeskState /> : <StoryState session={session} />}
      <SafetyPart />
      <button type="button" className="state-button" onClick={() => commands.run("app.palette")}>
        {state.commands} <CommandKeys command="app.palette" />
      </button>
    </footer>
  );
}
