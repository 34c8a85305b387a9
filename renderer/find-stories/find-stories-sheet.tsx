import { Dialog } from "@base-ui/react/dialog";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Sheet } from "#renderer/app/sheet.tsx";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { DeskFilter, StatusFilter } from "#renderer/desk/story-filters.tsx";
import { FindWays } from "#renderer/editor/find/find-ways.tsx";
import { FindLimits } from "#renderer/editor/find/find-limits.tsx";
import { ReplaceLook } from "#renderer/editor/find/replace-look.tsx";
import { asksForSomething, changesMarks, type Replacement } from "#shared/find/index.ts";
import { lastAsked } from "#renderer/editor/find/last-asked.ts";
import { words } from "#shared/language/index.ts";
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
  const { find } = words();
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
          aria-label={find.field}
          placeholder={find.inStories}
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
          {find.onlyIn({ limits })}
        </button>
      </div>
      {hasLimits && <FindLimits query={query} onChange={search.ask} />}
      <div className="find-row">
        <input
          className="find-field"
          aria-label={find.replaceWith}
          placeholder={query.isPattern ? find.replaceWithGroups : find.replaceWith}
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
            {find.stories.search}
          </button>
        ) : (
          <button type="button" className="button" onClick={search.cancel}>
            {find.stories.stop}
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

/** What the button says, with how many places it does that to. */
function replaceWords(replacement: Replacement): (ticked: { readonly count: number }) => string {
  const { find } = words();
  if (replacement.words !== "") return find.replaceTicked;
  return changesMarks(replacement) ? find.stories.formatTicked : find.takeOutTicked;
}

/** Finds and replaces words in every story of the newsroom. */
export function FindStoriesSheet(): ReactNode {
  const bench = useWorkbench();
  const [search] = useState(() => storiesSearch(bench));
  const state = useObservable(search.state);
  const first = useRef<HTMLDivElement>(null);
  const { found, unticked, phase, said, isTrouble, canUndo, query, replacement } = state;
  const { find } = words();
  const replaceTicked = replaceWords(replacement);
  const count = (found ?? []).reduce((sum, { hits }) => sum + hits.length, 0) - unticked.size;

  useEffect(() => {
    if (asksForSomething(search.state.get().query)) return;
    const asked = lastAsked.get();
    search.ask(asked.query);
    search.show({ replacement: asked.replacement });
  }, [search]);

  return (
    <Sheet
      kind="find-stories"
      title={find.stories.title}
      beside={<Dialog.Close className="quiet-button">{find.stories.close}</Dialog.Close>}
      initialFocus={() => first.current?.querySelector("input") ?? true}
    >
      <div ref={first} className="find-stories-body">
        <Question search={search} state={state} />
        <output className="find-said" aria-label={find.stories.found}>
          {foundWords(state)}
        </output>
        {found !== null && found.length > 0 && <StoriesList search={search} state={state} />}
      </div>
      <div className="sheet-foot">
        <output className="find-outcome" aria-label={find.stories.outcome} data-trouble={isTrouble}>
          {said}
        </output>
        {canUndo && (
          <button
            type="button"
            className="button"
            disabled={phase !== "idle"}
            onClick={() => void search.undo()}
          >
            {find.undo}
          </button>
        )}
        <button
          type="button"
          className="button primary"
          disabled={phase !== "idle" || count === 0 || !asksForSomething(query)}
          onClick={() => void search.replaceTicked()}
        >
          {count === 0 ? find.replace : replaceTicked({ count })}
        </button>
      </div>
    </Sheet>
  );
}
