import { useState, type KeyboardEvent, type ReactNode } from "react";
import { dayAndTime } from "#renderer/app/deadline.ts";
import { authorLook } from "#renderer/editor/suggesting/authors.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import {
  askInstead,
  deleteReply,
  editNote,
  editReply,
  writeUnder,
  type PlacedNote,
} from "#shared/changes/index.ts";
import { newNoteId, type NoteReply } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { AskField } from "./ask-field.tsx";
import { excerptOf, nameOf } from "./note-words.ts";
import { WritingField } from "./writing-field.tsx";

interface NoteCardProps {
  readonly session: StorySession;
  readonly placed: PlacedNote;
  readonly me: string;
  readonly people: readonly string[];
  readonly nowMs: number;
  readonly isActive: boolean;
  readonly canWrite: boolean;
  readonly onActive: () => void;
  /** A key that leads to another card. True where it does. */
  readonly onMove: (key: string) => boolean;
  readonly onResolve: () => void;
  readonly onDelete: () => void;
}

/** The id of the head of a card, which has the focus for the note. */
export function cardId(note: string): string {
  return `note-${note}`;
}

function answerId(note: string): string {
  return `answer-${note}`;
}

function nowIso(): string {
  return new Date().toISOString();
}

interface SignedProps {
  readonly by: string;
  readonly at: string;
  readonly editedAt: string | undefined;
  readonly nowMs: number;
  readonly children?: ReactNode;
}

function Signed({ by, at, editedAt, nowMs, children }: SignedProps): ReactNode {
  return (
    <span className="note-line" data-author={authorLook(by)}>
      <b className="note-author">{nameOf(by)}</b>
      {children}
      <time dateTime={at}>
        {dayAndTime(at, nowMs)}
        {editedAt === undefined ? "" : `, ${words().notes.panel.edited}`}
      </time>
    </span>
  );
}

interface RewriteProps {
  readonly id: string;
  readonly text: string;
  /** Who is asked, where that can be changed with the words. */
  readonly asked?: string;
  readonly people: readonly string[];
  readonly onKeep: (text: string, asked: string) => void;
  readonly onLeave: () => void;
}

/** One's own words, to be put in other ones. */
function Rewrite({ id, text, asked, people, onKeep, onLeave }: RewriteProps): ReactNode {
  const [next, setNext] = useState(text);
  const [name, setName] = useState(asked ?? "");
  const { write } = words().notes;
  const keep = (): void => {
    if (next.trim() !== "") onKeep(next.trim(), name.trim());
  };
  return (
    <div className="note-rewrite">
      <WritingField
        id={id}
        label={write.text}
        quietLabel
        text={next}
        onText={setNext}
        onKeep={keep}
        onLeave={onLeave}
        isWanted
      />
      {asked === undefined ? null : (
        <AskField asked={name} people={people} onAsked={setName} onKeep={keep} onLeave={onLeave} />
      )}
      <div className="note-actions">
        <button type="button" className="button" disabled={next.trim() === ""} onClick={keep}>
          {write.keep}
        </button>
        <button type="button" className="quiet-button" onClick={onLeave}>
          {write.cancel}
        </button>
      </div>
    </div>
  );
}

/** A note or query with its replies. The one that is active shows all of it, and what can be done with it. */
export function NoteCard(props: NoteCardProps): ReactNode {
  const { session, placed, me, people, nowMs, isActive, canWrite, onResolve, onDelete } = props;
  const { note, at, quote } = placed;
  const { id, kind, state, by, replies } = note;
  const { notes } = words();
  const { panel, write } = notes;
  const { answers } = session.notes;
  /** What is being put in other words: the note, or the reply of this id. */
  const [rewriting, setRewriting] = useState<string | null>(null);
  const [answer, setAnswer] = useState(answers.get(id) ?? "");
  const isOwn = by === me;

  const focusCard = (): void => document.getElementById(cardId(id))?.focus();
  const stopRewriting = (): void => {
    setRewriting(null);
    focusCard();
  };
  const hold = (text: string): void => {
    answers.set(id, text);
    setAnswer(text);
  };
  const send = (): void => {
    const text = answer.trim();
    if (text === "") return;
    hold("");
    focusCard();
    const reply = { id: newNoteId(), by: me, at: nowIso(), text };
    void session
      .decide((document) => writeUnder(document, id, reply))
      .then((done) => {
        if (done === null) hold(text);
      });
  };
  const reword = (text: string, asked: string): void => {
    stopRewriting();
    void session.decide((document) => {
      const edited = editNote(document, id, { by: me, at: nowIso(), text });
      return kind === "query" && asked !== (note.asked ?? "")
        ? askInstead(edited, id, asked === "" ? null : asked)
        : edited;
    });
  };
  const rewordReply = (reply: NoteReply, text: string): void => {
    stopRewriting();
    void session.decide((document) => editReply(document, id, reply.id, { by: me, at: nowIso(), text }));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Readonly<Record<string, () => void>> = canWrite
      ? {
          a: () => document.getElementById(answerId(id))?.focus(),
          r: onResolve,
          ...(isOwn ? { e: () => setRewriting(id), delete: onDelete, backspace: onDelete } : {}),
        }
      : {};
    const run = keys[event.key.toLowerCase()];
    if (run) run();
    if (run || props.onMove(event.key)) event.preventDefault();
  };

  const replyLabel = kind === "query" && !isOwn ? write.answer : write.reply;
  return (
    <li className="note" data-kind={kind} data-state={state} data-active={isActive}>
      <button
        type="button"
        id={cardId(id)}
        className="note-head"
        tabIndex={isActive ? 0 : -1}
        aria-expanded={isActive}
        onFocus={props.onActive}
        onClick={() => session.notes.goTo(id)}
        onKeyDown={onKeyDown}
      >
        <Signed by={by} at={note.at} editedAt={note.editedAt} nowMs={nowMs}>
          <span className="note-state">
            {notes.kinds[kind]} · {notes.states[state]}
          </span>
        </Signed>
        {at === null ? (
          <span className="note-quote" dir="auto">
            <span className="note-gone">{panel.gone}</span> <s>{quote === "" ? "" : excerptOf(quote)}</s>
          </span>
        ) : (
          <span className="note-quote" dir="auto">
            {excerptOf(quote)}
          </span>
        )}
        {rewriting === id ? null : (
          <span className="note-text" dir="auto">
            {note.text}
          </span>
        )}
        {note.asked === undefined || rewriting === id ? null : (
          <span className="note-asked">{panel.asked({ name: nameOf(note.asked) })}</span>
        )}
      </button>
      <div className="note-body">
        {rewriting === id ? (
          <Rewrite
            id={`rewrite-${id}`}
            text={note.text}
            {...(kind === "query" ? { asked: note.asked ?? "" } : {})}
            people={people}
            onKeep={reword}
            onLeave={stopRewriting}
          />
        ) : null}
        {!isActive && replies.length > 0 ? (
          <p className="note-asked">{panel.replies({ count: replies.length })}</p>
        ) : null}
        {isActive ? (
          <>
            {replies.length === 0 ? null : (
              <ol className="note-replies">
                {replies.map((reply) => (
                  <li key={reply.id}>
                    <Signed by={reply.by} at={reply.at} editedAt={reply.editedAt} nowMs={nowMs} />
                    {rewriting === reply.id ? (
                      <Rewrite
                        id={`rewrite-${reply.id}`}
                        text={reply.text}
                        people={people}
                        onKeep={(text) => rewordReply(reply, text)}
                        onLeave={stopRewriting}
                      />
                    ) : (
                      <p className="note-text" dir="auto">
                        {reply.text}
                      </p>
                    )}
                    {canWrite && reply.by === me && rewriting !== reply.id ? (
                      <div className="note-actions">
                        <button type="button" className="quiet-button" onClick={() => setRewriting(reply.id)}>
                          {write.edit}
                        </button>
                        <button
                          type="button"
                          className="quiet-button"
                          onClick={() => {
                            focusCard();
                            void session.decide((document) => deleteReply(document, id, reply.id, me));
                          }}
                        >
                          {write.delete}
                        </button>
                      </div>
                    ) : null}
                  </li>
                ))}
              </ol>
            )}
            {canWrite ? (
              <>
                <WritingField
                  id={answerId(id)}
                  label={replyLabel}
                  quietLabel
                  text={answer}
                  onText={hold}
                  onKeep={send}
                  onLeave={focusCard}
                />
                <div className="note-actions">
                  {answer.trim() === "" ? null : (
                    <button type="button" className="button primary" onClick={send}>
                      {replyLabel}
                    </button>
                  )}
                  <button type="button" className="button" onClick={onResolve}>
                    {state === "resolved" ? write.reopen : write.resolve}
                  </button>
                  <span className="state-space" />
                  {isOwn ? (
                    <>
                      <button type="button" className="quiet-button" onClick={() => setRewriting(id)}>
                        {write.edit}
                      </button>
                      <button type="button" className="quiet-button" onClick={onDelete}>
                        {write.delete}
                      </button>
                    </>
                  ) : null}
                </div>
              </>
            ) : null}
          </>
        ) : null}
      </div>
    </li>
  );
}
