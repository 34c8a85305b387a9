import type { ReactNode } from "react";
import { typedAhead } from "#renderer/app/typed-ahead.ts";
import { PANEL_HOME } from "#renderer/app/panes.ts";
import type { NoteDraft } from "#renderer/editor/notes/story-notes.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { addNote, NO_NAME, targetNow } from "#shared/changes/index.ts";
import { newNoteId } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { AskField } from "./ask-field.tsx";
import { excerptOf } from "./note-words.ts";
import { DRAFT_FIELD_ID } from "./notes-commands.ts";
import { WritingField } from "./writing-field.tsx";

interface DraftFormProps {
  readonly session: StorySession;
  readonly draft: NoteDraft;
  readonly me: string;
  readonly people: readonly string[];
}

/** Where a note or query is written before it is part of the story. */
export function DraftForm({ session, draft, me, people }: DraftFormProps): ReactNode {
  const { kind, target, quote, text, asked } = draft;
  const { write } = words().notes;
  const change = (part: Partial<NoteDraft>): void => session.notes.draft.set({ ...draft, ...part });

  const takeAhead = (): void => {
    const ahead = typedAhead.take();
    const whole = text + ahead.text;
    if (ahead.enter === "mod") keep(whole);
    else if (ahead.text !== "") change({ text: whole });
  };
  const discard = (): void => {
    session.notes.draft.set(null);
    session.focus();
  };
  /** What was written stays until it is kept or discarded. */
  const leave = (): void => (text.trim() === "" ? discard() : session.focus());
  const keep = (written = text): void => {
    if (written.trim() === "") return;
    const name = asked.trim();
    const note = {
      id: newNoteId(),
      kind,
      by: me,
      at: new Date().toISOString(),
      text: written.trim(),
      ...(kind === "query" && name !== "" ? { asked: name } : {}),
    };
    session.notes.draft.set(null);
    session.focus();
    void session
      .decide((now) => addNote(now, note, targetNow(now, target, quote)))
      .then((done) => {
        if (done === null) session.notes.draft.set({ ...draft, text: written });
      });
  };

  return (
    <form
      className="note-draft"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <p className="note-quote" dir="auto">
        {excerptOf(quote)}
      </p>
      <div {...PANEL_HOME}>
        <WritingField
          id={DRAFT_FIELD_ID}
          label={write[kind]}
          text={text}
          onText={(next) => change({ text: next })}
          onKeep={() => keep()}
          onLeave={leave}
          onFocus={takeAhead}
        />
      </div>
      {kind === "query" ? (
        <AskField
          asked={asked}
          people={people}
          onAsked={(name) => change({ asked: name })}
          onKeep={() => keep()}
          onLeave={leave}
        />
      ) : null}
      {me === NO_NAME ? <p className="panel-note">{write.unsigned}</p> : null}
      <div className="note-actions">
        <button type="submit" className="button primary" disabled={text.trim() === ""}>
          {write.add[kind]}
        </button>
        <button type="button" className="quiet-button" onClick={discard}>
          {write.discard}
        </button>
      </div>
    </form>
  );
}
