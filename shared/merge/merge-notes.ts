import type { Note } from "#shared/document/index.ts";
import { sameValue } from "./same-content.ts";
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

/** What becomes of one note: each side's change counts, and a note that somebody changed is not deleted. */
function mergeNote(
  base: Note | undefined,
  ours: Note | undefined,
  theirs: Note | undefined,
): Note | undefined {
  const agreed = agree(base, ours, theirs);
  if (agreed) return agreed.value;
  if (!ours || !theirs) return ours ?? theirs;
  return ours.text === theirs.text ? ours : { ...ours, text: `${ours.text}\n${theirs.text}` };
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
    if (our && their && !sameValue(note, our) && !sameValue(note, their)) {
      conflicts.push({ kind: "note", noteId: id, ours: our, theirs: their });
    }
  }
  return { notes, conflicts };
}
