import { useState, type ReactNode } from "react";
import { dayAndTime } from "#renderer/app/deadline.ts";
import { useCommandKeys } from "#renderer/app/command-keys.tsx";
import { ListBox } from "#renderer/app/list-box.tsx";
import { PANEL_HOME } from "#renderer/app/panes.ts";
import { useCalmly, useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { authorLook } from "#renderer/editor/suggesting/authors.ts";
import { NO_NAME } from "#shared/changes/index.ts";
import type { Decision } from "#renderer/editor/suggesting/story-changes.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { changesOf, type OpenChange } from "#shared/changes/changes-of.ts";
import { blockText, finalBlock, type StoryDocument } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { excerpt, kindWords } from "./change-words.ts";
import "./changes.css";

const LIST_ID = "story-changes";
const ROW_PX = 54;

function nameOf(by: string): string {
  return by === NO_NAME ? words().changes.noName : by;
}

interface RowProps {
  readonly change: OpenChange;
  readonly story: StoryDocument;
}

/** The line that a change is of, where it changed no letter of it: another kind, another place. */
function lineOf({ kinds, places: [place] }: OpenChange, { blocks }: StoryDocument): string {
  const isOfLine = kinds.some((kind) => kind === "kind" || kind === "move");
  const block = isOfLine ? blocks.find(({ id }) => id === place?.block) : undefined;
  return block ? blockText(finalBlock(block)) : "";
}

function Excerpt({ change, story }: RowProps): ReactNode {
  const { inserted, deleted, formatted } = change;
  if (inserted + deleted + formatted === "") {
    return excerpt(lineOf(change, story)) || words().changes.nothingShown;
  }
  return (
    <>
      {deleted === "" ? null : <del>{excerpt(deleted)}</del>}
      {inserted === "" ? null : <ins>{excerpt(inserted)}</ins>}
      {inserted + deleted === "" ? excerpt(formatted) : null}
    </>
  );
}

function Row({ change, story, nowMs }: RowProps & { readonly nowMs: number }): ReactNode {
  return (
    <span className="change" data-author={authorLook(change.by)}>
      <span className="change-line">
        <b className="change-author">{nameOf(change.by)}</b>
        <span>{kindWords(change)}</span>
        <time dateTime={change.at}>{dayAndTime(change.at, nowMs)}</time>
      </span>
      <span className="change-text" dir="auto">
        <Excerpt change={change} story={story} />
      </span>
    </span>
  );
}

function Changes({ session }: { readonly session: StorySession }): ReactNode {
  const { now } = useWorkbench();
  const nowMs = useObservable(now);
  useCalmly(session.settled);
  useCalmly(session.status);
  const story = session.document();
  const all = changesOf(story);
  const authors = [...new Set(all.map(({ by }) => by))];
  const [wanted, setWanted] = useState<string | null>(null);
  const author = wanted !== null && authors.includes(wanted) ? wanted : null;
  const changes = author === null ? all : all.filter(({ by }) => by === author);
  const [active, setActive] = useState(0);
  const at = Math.max(0, Math.min(active, changes.length - 1));
  const { panel, count } = words().changes;
  const [accept, reject] = [useCommandKeys("changes.accept"), useCommandKeys("changes.reject")];

  const decide = (decision: Decision, change: OpenChange | undefined): void => {
    if (change) session.changes.decide(decision, { ids: [change.id] });
  };
  const decideShown = (decision: Decision): void =>
    session.changes.decide(decision, author === null ? "all" : { by: author });

  if (all.length === 0) return <p className="panel-empty">{panel.empty}</p>;
  return (
    <div className="changes">
      <div className="changes-head">
        <label className="changes-author">
          <span className="unseen">{panel.author}</span>
          <select
            value={author ?? ""}
            onChange={(event) => setWanted(event.target.value === "" ? null : event.target.value)}
          >
            <option value="">{panel.everybody}</option>
            {authors.map((by) => (
              <option key={by} value={by}>
                {nameOf(by)}
              </option>
            ))}
          </select>
        </label>
        <span className="changes-count">{count({ count: changes.length })}</span>
      </div>
      <div className="changes-home" {...PANEL_HOME}>
        <ListBox
          id={LIST_ID}
          label={panel.open}
          className="changes-list"
          count={changes.length}
          rowPx={ROW_PX}
          active={at}
          onActive={setActive}
          onChoose={(row) => {
            const change = changes[row];
            if (change) session.changes.goTo(change);
          }}
          onKey={(key) => {
            const decision = { a: "accept", r: "reject" } as const;
            const pressed = key.toLowerCase();
            if (pressed !== "a" && pressed !== "r") return false;
            decide(decision[pressed], changes[at]);
            return true;
          }}
          isSelected={(row) => row === at}
          rowClass="change-row"
          renderRow={(row) => {
            const change = changes[row];
            return { content: change ? <Row change={change} story={story} nowMs={nowMs} /> : null };
          }}
        />
      </div>
      <div className="changes-foot">
        <button
          type="button"
          className="button"
          aria-keyshortcuts="A"
          onClick={() => decide("accept", changes[at])}
        >
          {panel.accept}
        </button>
        <button
          type="button"
          className="button"
          aria-keyshortcuts="R"
          onClick={() => decide("reject", changes[at])}
        >
          {panel.reject}
        </button>
        <span className="changes-foot-end" />
        <button type="button" className="button" onClick={() => decideShown("accept")}>
          {panel.acceptThese({ count: changes.length })}
        </button>
        <button type="button" className="button" onClick={() => decideShown("reject")}>
          {panel.rejectThese({ count: changes.length })}
        </button>
        <p className="panel-note">
          {panel.keys}
          {accept === "" || reject === "" ? null : ` ${panel.onPage({ accept, reject })}`}
        </p>
      </div>
    </div>
  );
}

/** Every open change of the story in reading order: whose it is, what it does, and the decision on it. */
export function ChangesPanel(): ReactNode {
  const { page } = useWorkbench();
  const session = useObservable(page.session);
  if (session === null) return <p className="panel-empty">{words().changes.panel.noStory}</p>;
  return <Changes key={session.summary.get().id} session={session} />;
}
