import { Dialog } from "@base-ui/react/dialog";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { figure } from "#renderer/app/length.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { DeskFilter, StatusFilter } from "#renderer/desk/story-filters.tsx";
import { FindWays } from "#renderer/editor/find/find-ways.tsx";
import { FindLimits } from "#renderer/editor/find/find-limits.tsx";
import { ReplaceLook } from "#renderer/editor/find/replace-look.tsx";
import { asksForSomething, changesMarks, type Replacement } from "#shared/find/index.ts";
import { lastAsked } from "#renderer/editor/find/last-asked.ts";
import { storiesSearch, type StoriesSearch, type StoriesState } from "./stories-search.ts";
import { StoriesList } from "./stories-list.tsx";
import { foundWords } from "./stories-words.ts";
import "#renderer/editor/find/find.css";
import "./find-stories.css";

interface PartProps {
  readonly search: StoriesSearch;
  readonly state: StoriesState;
}

function Question({ search, state }: PartProps): ReactNode {
  const { list } = useWorkbench();
  const desks = useObservable(list.desks);
  const { query, statuses, desk, hasLimits, phase } = state;
  const limits = query.marks.length + query.places.length;
  return (
    <form
      className="find-question"
      onSubmit={(event) => {
        event.preventDefault();
        void search.search();
      }}
    >
      <div className="find-row">
        <input
          className="find-field"
          aria-label="Find"
          placeholder="Find in stories"
          spellCheck={false}
          value={query.words}
          onChange={(event) => search.ask({ words: event.target.value })}
        />
        <FindWays query={query} onChange={search.ask} />
        <button
          type="button"
          className="find-way"
          aria-expanded={hasLimits}
          onClick={() => search.show({ hasLimits: !hasLimits })}
        >
          {limits === 0 ? "Only in" : `Only in (${limits})`}
        </button>
      </div>
      {hasLimits && <FindLimits query={query} onChange={search.ask} />}
      <div className="find-row">
        <input
          className="find-field"
          aria-label="Replace with"
          placeholder={query.isPattern ? "Replace with ($1 for a group)" : "Replace with"}
          spellCheck={false}
          value={state.replacement.words}
          onChange={(event) =>
            search.show({ replacement: { ...state.replacement, words: event.target.value } })
          }
        />
        <StatusFilter
          value={statuses[0] ?? ""}
          onChange={(status) => search.narrow({ statuses: status === "" ? [] : [status] })}
        />
        <DeskFilter value={desk} desks={desks} onChange={(name) => search.narrow({ desk: name })} />
        {phase === "idle" ? (
          <button type="submit" className="button" disabled={!asksForSomething(query)}>
            Search
          </button>
        ) : (
          <button type="button" className="button" onClick={search.cancel}>
            Stop
          </button>
        )}
        <ReplaceLook
          query={query}
          replacement={state.replacement}
          onChange={(replacement) => search.show({ replacement })}
        />
      </div>
    </form>
  );
}

function replaceWord(replacement: Replacement): string {
  if (replacement.words !== "") return "Replace";
  return changesMarks(replacement) ? "Format" : "Take out";
}

/** Finds and replaces words in every story of the newsroom. */
export function FindStoriesSheet(): ReactNode {
  const bench = useWorkbench();
  const { floor } = bench;
  const [search] = useState(() => storiesSearch(bench));
  const state = useObservable(search.state);
  const first = useRef<HTMLDivElement>(null);
  const { found, unticked, phase, said, isTrouble, canUndo, query, replacement } = state;
  const count = (found ?? []).reduce((sum, { hits }) => sum + hits.length, 0) - unticked.size;

  useEffect(() => {
    if (asksForSomething(search.state.get().query)) return;
    const asked = lastAsked.get();
    search.ask(asked.query);
    search.show({ replacement: asked.replacement });
  }, [search]);

  return (
    <Dialog.Root open onOpenChange={(open) => !open && floor.clear()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          finalFocus={floor.returnsFocus}
          initialFocus={() => first.current?.querySelector("input") ?? true}
          className="sheet find-stories"
        >
          <div className="sheet-head">
            <Dialog.Title>Find and replace in stories</Dialog.Title>
            <Dialog.Close className="quiet-button">Close</Dialog.Close>
          </div>
          <div ref={first} className="find-stories-body">
            <Question search={search} state={state} />
            <output className="find-said" aria-label="Found">
              {foundWords(state)}
            </output>
            {found !== null && found.length > 0 && <StoriesList search={search} state={state} />}
          </div>
          <div className="sheet-foot">
            <output className="find-outcome" aria-label="Outcome" data-trouble={isTrouble}>
              {said}
            </output>
            {canUndo && (
              <button
                type="button"
                className="button"
                disabled={phase !== "idle"}
                onClick={() => void search.undo()}
              >
                Undo
              </button>
            )}
            <button
              type="button"
              className="button primary"
              disabled={phase !== "idle" || count === 0 || !asksForSomething(query)}
              onClick={() => void search.replaceTicked()}
            >
              {count === 0 ? "Replace" : `${replaceWord(replacement)} ${figure(count)} ticked`}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
