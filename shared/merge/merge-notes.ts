import { NOTE_STATES, type Note, type NoteReply, type NoteState } from "#shared/document/index.ts";
import { agree } from "./three-way.ts";

/** A note that both sides changed, each in another way; the merged one holds both texts. */
export interface NoteConflict {
  readonly kind: "note";
  readonly noteId: string;
  readonly ours: Note;
  readonly theirs: Note;
}

export interface MergedNotes {
  readonly notes: readonly Note[];
  readonly conflicts: readonly NoteConflict[];
}

function furthest(ours: NoteState, theirs: NoteState): NoteState {
  return NOTE_STATES.indexOf(theirs) > NOTE_STATES.indexOf(ours) ? theirs : ours;
}

/** All replies of both sides, ours first; one that a side changed as that side has it, one that a side deleted no more. */
function mergeReplies(base: Note | undefined, ours: Note, theirs: Note): readonly NoteReply[] {
  const [was, mine, other] = [base?.replies ?? [], ours.replies, theirs.replies].map(
    (replies) => new Map(replies.map((reply) => [reply.id, reply])),
  );
  const ids = new Set([...ours.replies, ...theirs.replies].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const agreed = agree(was?.get(id), mine?.get(id), other?.get(id));
    return (agreed ? agreed.value : (mine?.get(id) ?? other?.get(id))) ?? [];
  });
}

/** What becomes of one note: each side's change counts, and a note that somebody changed is not deleted. */
function mergeNote(
  base: Note | undefined,
  ours: Note | undefined,
  theirs: Note | undefined,
): Note | undefined {
  const agreed = agree(base, ours, theirs);
  if (agreed) return agreed.value;
  if (!ours || !theirs) return ours ?? theirs;
  const text = agree(base?.text, ours.text, theirs.text)?.value ?? `${ours.text}\n${theirs.text}`;
  const state = agree(base?.state, ours.state, theirs.state)?.value ?? furthest(ours.state, theirs.state);
  return { ...ours, text, state, replies: mergeReplies(base, ours, theirs) };
}

/** Merges the notes of two sides by their ids. */
export function mergeNotes(
  base: readonly Note[],
  ours: readonly Note[],
  theirs: readonly Note[],
): MergedNotes {
  const whole = agree(base, ours, theirs);
  if (whole) return { notes: whole.value, conflicts: [] };
  const [was, mine, other] = [base, ours, theirs].map(
    (notes) => new Map(notes.map((note) => [note.id, note])),
  );
  const notes: Note[] = [];
  const conflicts: NoteConflict[] = [];
  for (const id of new Set([...ours, ...theirs].map((note) => note.id))) {
    const our = mine?.get(id);
    const their = other?.get(id);
    const note = mergeNote(was?.get(id), our, their);
    if (!note) continue;
    notes.push(note);
    if (our && their && note.text !== our.text && note.text !== their.text) {
      conflicts.push({ kind: "note", noteId: id, ours: our, theirs: their });
    }
  }
  return { notes, conflicts };
}
