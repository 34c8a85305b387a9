import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { useAriaKeys } from "#renderer/app/command-keys.tsx";
import { DESK_ROWS_ID, DESK_SEARCH_ID } from "#renderer/app/panes.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { DeskFilters } from "./desk-filters.tsx";
import { DeskRows } from "./desk-rows.tsx";
import type { DeskListState } from "./desk-list.ts";
import { BIN_KEEPS_DAYS } from "#shared/contract/index.ts";
import "./desk.css";
import { words } from "#shared/language/index.ts";

/** How many stories there are, or why none are shown. */
function summaryLine({ list, asking, trouble, question }: DeskListState): string {
  if (trouble !== null) return "";
  const narrowed = question.words.trim() !== "" || question.status !== "" || question.desk !== "";
  const { bin } = question;
  const { desk } = words();
  if (list.total > 0) {
    return desk.counted({ count: list.total, bin, narrowed });
  }
  if (asking) return desk.looking;
  if (bin && !narrowed) return desk.emptyBin;
  return narrowed ? desk.noneFound : desk.none;
}

function Nothing({ state }: { readonly state: DeskListState }): ReactNode {
  const { list, commands } = useWorkbench();
  const { question, asking, trouble } = state;
  const { desk } = words();
  const sought = question.words.trim();
  if (trouble !== null) {
    return (
      <div className="desk-nothing" role="alert">
        <p>{trouble}</p>
        <button type="button" className="quiet-button" onClick={list.refresh}>
          {desk.tryAgain}
        </button>
      </div>
    );
  }
  if (asking) return null;
  const narrowed = sought !== "" || question.status !== "" || question.desk !== "";
  if (!narrowed && question.bin) {
    return (
      <div className="desk-nothing">
        <p>{desk.binMeaning({ days: BIN_KEEPS_DAYS })}</p>
      </div>
    );
  }
  if (!narrowed) {
    return (
      <div className="desk-nothing">
        <p>{desk.listMeaning}</p>
        <button type="button" className="quiet-button" onClick={() => commands.run("story.new")}>
          {words().app.commands.new}
        </button>
      </div>
    );
  }
  return (
    <div className="desk-nothing">
      <p>{sought === "" ? desk.noneSo : desk.noneWith({ sought })}</p>
      <button
        type="button"
        className="quiet-button"
        onClick={() => list.ask({ words: "", status: "", desk: "" })}
      >
        {desk.showAll}
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
  const { app, desk } = words();

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
    <nav className="desk-pane" aria-label={desk.name}>
      <div className="desk-head">
        <button
          type="button"
          className="quiet-button"
          aria-keyshortcuts={newKeys}
          onClick={() => commands.run("story.new")}
        >
          {app.commands.new}
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-keyshortcuts={bringInKeys}
          onClick={() => commands.run("story.bring-in")}
        >
          {app.commands.bringIn}
        </button>
      </div>
      <div className="desk-search">
        <input
          ref={search}
          id={DESK_SEARCH_ID}
          type="search"
          aria-label={desk.find}
          placeholder={desk.findHint}
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
          {state.question.bin ? desk.back : desk.bin}
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
