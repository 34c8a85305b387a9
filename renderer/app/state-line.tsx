import type { ReactNode } from "react";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { TRYING_AGAIN } from "#renderer/bridge/standing-road.ts";
import { CHANGES_VIEW_WORDS, SUGGESTING_WORDS } from "#renderer/editor/suggesting/suggesting-words.ts";
import type { StoryFacts } from "#shared/newsroom/index.ts";
import { AloneLine } from "#renderer/view/alone-line.tsx";
import { LengthPart } from "#renderer/view/length-part.tsx";
import { SafetyPart } from "#renderer/safety/safety-part.tsx";
import { BLOCK_NAMES } from "./block-names.ts";
import { CommandKeys } from "./command-keys.tsx";
import { dayAndTime, timeLeft } from "./deadline.ts";
import { counted, plannedText, wordsAgainstPlan } from "./length.ts";
import { SavePart } from "./save-part.tsx";
import { useCalmly, useObservable, usePart } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";

function Length({ words, planned }: { words: number; planned: StoryFacts["planned"] }): ReactNode {
  if (planned === null) return null;
  const against = wordsAgainstPlan(words, planned);
  if (against === null) return <span className="state-part">planned {plannedText(planned)}</span>;
  return (
    <span className="state-part" data-fit={against.fit}>
      {against.text}, planned {plannedText(planned)}
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
      title={`Deadline ${dayAndTime(deadline, nowMs)}`}
    >
      {left.text}
    </span>
  );
}

function StoryState({ session }: { readonly session: StorySession }): ReactNode {
  const { page, commands } = useWorkbench();
  const status = useCalmly(session.status);
  const facts = usePart(page.summary, (summary) => summary?.facts ?? null);
  const { all } = status.counts;
  const deadline = facts?.deadline ?? null;
  return (
    <>
      <SavePart status={status} />
      <span className="state-part state-kind">{status.kind === null ? "" : BLOCK_NAMES[status.kind]}</span>
      {status.isSuggesting ? (
        <button
          type="button"
          className="state-button state-suggesting"
          title={SUGGESTING_WORDS.toggle}
          onClick={() => commands.run("changes.suggest")}
        >
          {SUGGESTING_WORDS.on}
        </button>
      ) : null}
      {status.changesView === "marked" ? null : (
        <button
          type="button"
          className="state-button state-suggesting"
          title={SUGGESTING_WORDS.views.marked}
          onClick={() => commands.run("changes.view.marked")}
        >
          {CHANGES_VIEW_WORDS[status.changesView]}
        </button>
      )}
      {status.openChanges === 0 ? null : (
        <button
          type="button"
          className="state-button"
          title={SUGGESTING_WORDS.next}
          onClick={() => commands.run("view.changes")}
        >
          {counted(status.openChanges, "change")}
        </button>
      )}
      <span className="state-space" />
      {status.tks === 0 ? null : (
        <button
          type="button"
          className="state-button"
          title="Go to the next one"
          onClick={() => commands.run("tk.next")}
        >
          {counted(status.tks, "TK")}
        </button>
      )}
      {status.selected === null ? null : (
        <span className="state-part state-selected">
          {counted(status.selected.words, "word")}, {counted(status.selected.characters, "character")}{" "}
          selected
        </span>
      )}
      <LengthPart status={status} />
      {facts === null ? null : <Length words={all.words} planned={facts.planned} />}
      {deadline === null ? null : <Deadline deadline={deadline} />}
    </>
  );
}

function DeskState(): ReactNode {
  const { bridge, host } = useWorkbench();
  const link = useObservable(bridge.link);
  const { newsroom } = useObservable(host);
  return (
    <>
      <output className="state-part state-save" data-wrong={link !== "up"}>
        {link === "up" ? (newsroom?.kind === "sample" ? "Sample newsroom" : "Your newsroom") : TRYING_AGAIN}
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
  if (isAlone && session !== null) return <AloneLine session={session} />;
  return (
    <footer className="state-line" aria-label="State of the story">
      {session === null ? <DeskState /> : <StoryState session={session} />}
      <SafetyPart />
      <button type="button" className="state-button" onClick={() => commands.run("app.palette")}>
        Commands <CommandKeys command="app.palette" />
      </button>
    </footer>
  );
}
