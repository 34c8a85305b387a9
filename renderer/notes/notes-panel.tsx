import { useEffect, useState, type ReactNode } from "react";
import { CommandKeys } from "#renderer/app/command-keys.tsx";
import { PANEL_HOME } from "#renderer/app/panes.ts";
import { rowAfter } from "#renderer/app/row-after.ts";
import { useCalmly, useObservable, usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { authorOf } from "#renderer/editor/suggesting/authors.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import {
  deleteNote,
  NO_NAME,
  notesInOrder,
  reopenNote,
  resolveNote,
  type PlacedNote,
} from "#shared/changes/index.ts";
import { words } from "#shared/language/index.ts";
import { DraftForm } from "./draft-form.tsx";
import { cardId, NoteCard } from "./note-card.tsx";
import { peopleOf } from "./people.ts";
import "./notes.css";

const FILTERS = ["unresolved", "mine", "all"] as const;
type Filter = (typeof FILTERS)[number];

const ADD_NOTE_ID = "notes-add";
const SCREEN_OF_CARDS = 4;

function isShown({ note }: PlacedNote, filter: Filter, me: string): boolean {
  if (filter === "all") return true;
  if (note.state === "resolved") return false;
  return filter === "unresolved" || (note.asked === me && me !== NO_NAME);
}

function AddButtons(): ReactNode {
  const { commands } = useWorkbench();
  const { notes } = words();
  return (
    <div className="notes-add">
      <button
        type="button"
        id={ADD_NOTE_ID}
        className="button"
        title={notes.addNote}
        onClick={() => commands.run("notes.add-note")}
      >
        {notes.kinds.note} <CommandKeys command="notes.add-note" />
      </button>
      <button
        type="button"
        className="button"
        title={notes.addQuery}
        onClick={() => commands.run("notes.add-query")}
      >
        {notes.kinds.query} <CommandKeys command="notes.add-query" />
      </button>
    </div>
  );
}

function NoNotes(): ReactNode {
  const { panel } = words().notes;
  return (
    <div className="panel-empty notes-empty">
      <p>{panel.empty}</p>
      <p>
        <CommandKeys command="notes.add-note" /> {panel.teach.note}
      </p>
      <p>
        <CommandKeys command="notes.add-query" /> {panel.teach.query}
      </p>
    </div>
  );
}

function Notes({ session }: { readonly session: StorySession }): ReactNode {
  const { now, settings } = useWorkbench();
  const nowMs = useObservable(now);
  const me = usePart(settings.settings, authorOf);
  const assignee = usePart(session.summary, ({ facts }) => facts.assignee);
  const { notes: here } = useCalmly(session.settled);
  useCalmly(session.status);
  const draft = useObservable(session.notes.draft);
  const [filter, setFilter] = useState<Filter>("unresolved");
  const [active, setActive] = useState<string | null>(null);
  /** The note at the caret when it came to rest last: its card is shown when that is another one. */
  const [lastHere, setLastHere] = useState<string | undefined>(undefined);
  const story = session.document();
  const all = notesInOrder(story);
  const shown = all.filter((placed) => isShown(placed, filter, me));
  const people = peopleOf(story, assignee, me);
  const canWrite = session.notes.canWrite();
  const { panel } = words().notes;
  const [first] = here;

  if (first !== lastHere) {
    setLastHere(first);
    if (first !== undefined) setActive(first);
  }
  useEffect(() => {
    if (first === undefined) return;
    document.getElementById(cardId(first))?.scrollIntoView({ block: "nearest" });
  }, [first]);

  const place = shown.findIndex(({ note }) => note.id === active);
  const at = Math.max(0, place);
  const goTo = (to: number): void => {
    const card = shown[to];
    if (!card) return;
    setActive(card.note.id);
    document.getElementById(cardId(card.note.id))?.focus();
  };
  /** The card is about to go: the focus goes to the next one, or else to where another is begun. */
  const leaveCard = (from: number): void => {
    const next = shown[from + 1] ? from + 1 : from - 1;
    if (next >= 0) goTo(next);
    else document.getElementById(ADD_NOTE_ID)?.focus();
  };
  const resolve = ({ note }: PlacedNote, from: number): void => {
    const isResolved = note.state === "resolved";
    if (!isResolved && filter !== "all") leaveCard(from);
    void session.decide((document) =>
      isResolved ? reopenNote(document, note.id) : resolveNote(document, note.id),
    );
  };
  const move = (key: string): boolean => {
    const next = rowAfter(key, at, shown.length, SCREEN_OF_CARDS);
    if (next !== null) goTo(next);
    return next !== null;
  };

  return (
    <div className="notes">
      {draft === null ? null : <DraftForm session={session} draft={draft} me={me} people={people} />}
      {all.length === 0 ? (
        <div className="notes-home" {...(draft === null ? PANEL_HOME : {})}>
          {draft === null ? <NoNotes /> : null}
          {canWrite && draft === null ? <AddButtons /> : null}
        </div>
      ) : (
        <>
          <div className="notes-head">
            <label>
              <span className="unseen">{panel.show}</span>
              <select
                value={filter}
                onChange={(event) =>
                  setFilter(FILTERS.find((one) => one === event.target.value) ?? "unresolved")
                }
              >
                {FILTERS.map((one) => (
                  <option key={one} value={one}>
                    {panel.filters[one]}
                  </option>
                ))}
              </select>
            </label>
            <span className="notes-count">
              {panel.count({ count: shown.length })} <span className="unseen">{panel.shown}</span>
            </span>
          </div>
          <div className="notes-home" {...(draft === null && shown.length > 0 ? PANEL_HOME : {})}>
            {shown.length === 0 ? (
              <p className="panel-empty">{filter === "mine" ? panel.emptyMine : panel.emptyUnresolved}</p>
            ) : (
              <ol className="notes-list" aria-label={panel.list}>
                {shown.map((placed, nth) => (
                  <NoteCard
                    key={placed.note.id}
                    session={session}
                    placed={placed}
                    me={me}
                    people={people}
                    nowMs={nowMs}
                    isActive={nth === at}
                    canWrite={canWrite}
                    onActive={() => setActive(placed.note.id)}
                    onMove={move}
                    onResolve={() => resolve(placed, nth)}
                    onDelete={() => {
                      leaveCard(nth);
                      void session.decide((document) => deleteNote(document, placed.note.id, me));
                    }}
                  />
                ))}
              </ol>
            )}
          </div>
          {canWrite ? (
            <div className="notes-foot">
              <AddButtons />
              <p className="panel-note">{panel.keys}</p>
            </div>
          ) : null}
        </>
      )}
    </div>
  );
}

/** The notes and queries of the story in reading order: who asks whom, what was answered, and what is left. */
export function NotesPanel(): ReactNode {
  const { page } = useWorkbench();
  const session = useObservable(page.session);
  if (session === null) return <p className="panel-empty">{words().notes.panel.noStory}</p>;
  return <Notes key={session.summary.get().id} session={session} />;
}
