import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { useAriaKeys } from "#renderer/app/command-keys.tsx";
import { counted } from "#renderer/app/length.ts";
import { DESK_ROWS_ID, DESK_SEARCH_ID } from "#renderer/app/panes.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { DeskFilters } from "./desk-filters.tsx";
import { DeskRows } from "./desk-rows.tsx";
import type { DeskListState } from "./desk-list.ts";
import { BIN_KEEPS_DAYS } from "#shared/contract/index.ts";
import "./desk.css";

/** How many stories there are, or why none are shown. */
function summaryLine({ list, asking, trouble, question }: DeskListState): string {
  if (trouble !== null) return "";
  const narrowed = question.words.trim() !== "" || question.status !== "" || question.desk !== "";
  const { bin } = question;
  if (list.total > 0) {
    const stories = counted(list.total, "story", "stories");
    return `${stories}${bin ? " in the bin" : ""}${narrowed ? " found" : ""}`;
  }
  if (asking) return "Looking…";
  if (bin && !narrowed) return "Nothing in the bin";
  return narrowed ? "No story found" : "No stories yet";
}

function Nothing({ state }: { readonly state: DeskListState }): ReactNode {
  const { list, commands } = useWorkbench();
  const { question, asking, trouble } = state;
  if (trouble !== null) {
    return (
      <div className="desk-nothing" role="alert">
        <p>{trouble}</p>
        <button type="button" className="quiet-button" onClick={list.refresh}>
          Try again
        </button>
      </div>
    );
  }
  if (asking) return null;
  const narrowed = question.words.trim() !== "" || question.status !== "" || question.desk !== "";
  if (!narrowed && question.bin) {
    return (
      <div className="desk-nothing">
        <p>Stories that are deleted or spiked wait here for {BIN_KEEPS_DAYS} days, and can be put back.</p>
      </div>
    );
  }
  if (!narrowed) {
    return (
      <div className="desk-nothing">
        <p>Every story of this newsroom is listed here.</p>
        <button type="button" className="quiet-button" onClick={() => commands.run("story.new")}>
          New story
        </button>
      </div>
    );
  }
  return (
    <div className="desk-nothing">
      <p>
        No story has{" "}
        {question.words.trim() === "" ? "that status and desk" : `“${question.words.trim()}” in it`}.
      </p>
      <button
        type="button"
        className="quiet-button"
        onClick={() => list.ask({ words: "", status: "", desk: "" })}
      >
        Show all stories
      </button>
    </div>
  );
}

/** The desk list: find a story by words, status or desk, and open it. */
export function DeskPane(): ReactNode {
  const { list, commands } = useWorkbench();
  const state = useObservable(list.state);
  const newKeys = useAriaKeys("story.new");
  const bringInKeys = useAriaKeys("story.bring-in");
  const search = useRef<HTMLInputElement>(null);

  const onSearchKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "ArrowDown" || (event.key === "Enter" && state.list.total > 0)) {
      event.preventDefault();
      document.getElementById(DESK_ROWS_ID)?.focus();
    } else if (event.key === "Escape" && state.question.words !== "") {
      event.preventDefault();
      event.stopPropagation();
      list.ask({ words: "" });
    }
  };

  return (
    <nav className="desk-pane" aria-label="Desk list">
      <div className="desk-head">
        <button
          type="button"
          className="quiet-button"
          aria-keyshortcuts={newKeys}
          onClick={() => commands.run("story.new")}
        >
          New story
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-keyshortcuts={bringInKeys}
          onClick={() => commands.run("story.bring-in")}
        >
          Bring copy in
        </button>
      </div>
      <div className="desk-search">
        <input
          ref={search}
          id={DESK_SEARCH_ID}
          type="search"
          aria-label="Find stories"
          placeholder="Find by slug or words"
          autoComplete="off"
          spellCheck={false}
          value={state.question.words}
          onChange={(event) => list.ask({ words: event.target.value })}
          onKeyDown={onSearchKey}
        />
      </div>
      <DeskFilters />
      <div className="desk-line">
        <output className="desk-count">{summaryLine(state)}</output>
        <button
          type="button"
          className="quiet-button desk-bin"
          onClick={() => commands.run(state.question.bin ? "desk.list" : "desk.bin")}
        >
          {state.question.bin ? "Back to the desk" : "Bin"}
        </button>
      </div>
      {state.list.total > 0 && state.trouble === null ? (
        <DeskRows onLeaveUp={() => search.current?.focus()} />
      ) : (
        <Nothing state={state} />
      )}
    </nav>
  );
}
