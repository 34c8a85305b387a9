import { Paragraph, TextRun, type ICommentOptions } from "docx";
import type { Note, NoteReply } from "#shared/document/index.ts";
import type { PlacedNote } from "../marked-up/note-places.ts";
import { noteHeading, noteLines } from "../marked-up/note-words.ts";
import { personName } from "../marked-up/person-name.ts";

/** docx writes whether a comment is done only where some comment has a parent; this one has none. */
const NO_COMMENT = -1;

/** A note as comments of Word: itself and its replies, by their numbers in the file. */
export interface Thread {
  readonly placed: PlacedNote;
  readonly ids: readonly number[];
  readonly comments: readonly ICommentOptions[];
}

function initials(by: string): string {
  return by
    .split(/\s+/u)
    .map((name) => name.slice(0, 1))
    .join("")
    .toUpperCase();
}

function comment(
  id: number,
  written: Note | NoteReply,
  lines: readonly string[],
  thread: Pick<ICommentOptions, "parentId" | "resolved">,
): ICommentOptions {
  const author = personName(written.by);
  return {
    id,
    author,
    initials: initials(author),
    date: new Date(written.at),
    children: lines.map((text) => new Paragraph({ children: [new TextRun({ text })] })),
    ...thread,
  };
}

/**
 * The notes of a story as threads of Word's comments, numbered from 0. What a note is, whom it asks
 * and where it has got to is its first line, because Word knows only open and done.
 */
export function commentThreads(places: readonly PlacedNote[]): readonly Thread[] {
  let next = 0;
  return places.map((placed) => {
    const { note } = placed;
    const resolved = note.state === "resolved";
    const first = next;
    const written = [note, ...note.replies];
    next += written.length;
    const comments = written.map((one, nth) =>
      nth === 0
        ? comment(first, note, [noteHeading(note), ...noteLines(note)], { parentId: NO_COMMENT, resolved })
        : comment(first + nth, one, noteLines(one), { parentId: first, resolved }),
    );
    return { placed, ids: comments.map(({ id }) => id), comments };
  });
}
