import {
  canonicalBlock,
  hasRuns,
  withText,
  type Block,
  type BlockId,
  type Note,
  type NoteReply,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { textsOf } from "./keep-notes.ts";
import { comparePlaces, placeKey } from "./place-order.ts";
import type { RunField, TextPlace } from "./tracking.ts";

/** Who writes, when (ISO 8601 UTC), under which id. */
export interface Writing {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

/** A note or query to be added. */
export interface NewNote extends Writing {
  readonly kind: Note["kind"];
  /** The id of the person who is asked. */
  readonly asked?: string;
}

/** What a note is put on: the text between two places, a block or picture as a whole, or words that are gone. */
export type NoteTarget =
  | { readonly from: TextPlace; readonly to: TextPlace }
  | { readonly block: BlockId }
  | { readonly gone: string };

function anchored(runs: readonly Run[], id: string, from: number, to: number): readonly Run[] {
  let start = 0;
  return runs.flatMap((run) => {
    const end = start + run.text.length;
    const [first, last] = [Math.max(from, start) - start, Math.min(to, end) - start];
    const { text } = run;
    start = end;
    if (first >= last) return [run];
    return [
      withText(run, text.slice(0, first)),
      { ...run, text: text.slice(first, last), notes: [...(run.notes ?? []), id] },
      withText(run, text.slice(last)),
    ];
  });
}

function anchoredBlock(
  block: Block,
  id: string,
  spanOf: (field: RunField) => readonly [number, number],
): Block {
  if (block.kind === "unknown") return block;
  const put = (field: RunField, runs: readonly Run[]): readonly Run[] => anchored(runs, id, ...spanOf(field));
  return canonicalBlock(
    hasRuns(block)
      ? { ...block, runs: put("runs", block.runs) }
      : { ...block, caption: put("caption", block.caption), credit: put("credit", block.credit) },
  );
}

function anchorBetween(
  document: StoryDocument,
  id: string,
  from: TextPlace,
  to: TextPlace,
): readonly Block[] {
  const places = new Map(document.blocks.map((block, at) => [block.id, at]));
  const [first, last] = [placeKey(places, from), placeKey(places, to)].toSorted(comparePlaces);
  if (!first || !last) return document.blocks;
  const spanOf = (block: BlockId, field: RunField): readonly [number, number] => {
    const here = placeKey(places, { block, field, offset: 0 });
    const start = comparePlaces(here, [first[0], first[1], 0]);
    const end = comparePlaces(here, [last[0], last[1], 0]);
    if (start < 0 || end > 0) return [0, 0];
    return [start === 0 ? first[2] : 0, end === 0 ? last[2] : Infinity];
  };
  return document.blocks.map((block, place) =>
    place < first[0] || place > last[0]
      ? block
      : anchoredBlock(block, id, (field) => spanOf(block.id, field)),
  );
}

/** The story with a note or query more. A note on text without any letter in it is put on the block. */
export function addNote(
  document: StoryDocument,
  { id, kind, by, at, text, asked }: NewNote,
  target: NoteTarget,
): StoryDocument {
  const note: Note = {
    id,
    kind,
    by,
    at,
    text,
    state: "open",
    replies: [],
    ...(asked === undefined ? {} : { asked }),
  };
  const notes = document.notes ?? [];
  if ("gone" in target)
    return { ...document, notes: [...notes, { ...note, orphan: { quote: target.gone } }] };
  if ("block" in target) return { ...document, notes: [...notes, { ...note, block: target.block }] };
  const blocks = anchorBetween(document, id, target.from, target.to);
  const isAnchored = blocks.some((block) => holdsNote(block, id));
  if (!isAnchored) return { ...document, notes: [...notes, { ...note, block: target.from.block }] };
  return { ...document, blocks, notes: [...notes, note] };
}

function holdsNote(block: Block, id: string): boolean {
  return textsOf(block).some((runs) => runs.some(({ notes }) => notes?.includes(id) === true));
}

function changingNote(
  document: StoryDocument,
  id: string,
  change: (note: Note) => Note | null,
): StoryDocument {
  const { notes, ...rest } = document;
  if (!notes) return document;
  const changed = notes.flatMap((note) => (note.id === id ? (change(note) ?? []) : [note]));
  if (changed.length === notes.length && changed.every((note, at) => note === notes[at])) return document;
  return changed.length > 0 ? { ...rest, notes: changed } : rest;
}

/** The story with a reply more under a note. One that was answered or resolved is opened again by it. */
export function replyToNote(document: StoryDocument, note: string, reply: Writing): StoryDocument {
  return changingNote(document, note, (one) => ({
    ...one,
    state: "open",
    replies: [...one.replies, reply],
  }));
}

/** The story with a query answered: a reply, and nothing more to find out but for the one who asked. */
export function answerQuery(document: StoryDocument, note: string, reply: Writing): StoryDocument {
  return changingNote(document, note, (one) => ({
    ...one,
    state: "answered",
    replies: [...one.replies, reply],
  }));
}

/**
 * The story with something written under a note, as it is meant: whoever did not ask answers a query
 * that is not resolved; the one who asked asks again.
 */
export function writeUnder(document: StoryDocument, note: string, reply: Writing): StoryDocument {
  const one = document.notes?.find(({ id }) => id === note);
  const isAnswer = one?.kind === "query" && one.by !== reply.by && one.state !== "resolved";
  return isAnswer ? answerQuery(document, note, reply) : replyToNote(document, note, reply);
}

function settingState(state: Note["state"]): (document: StoryDocument, note: string) => StoryDocument {
  return (document, note) =>
    changingNote(document, note, (one) => (one.state === state ? one : { ...one, state }));
}

/** The story with a note or query done with. */
export const resolveNote = settingState("resolved");

/** The story with a note or query open again. */
export const reopenNote = settingState("open");

/** Other words for what one wrote; that of others stays as it is. */
interface Rewording {
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

function reworded<T extends Note | NoteReply>(one: T, { by, at, text }: Rewording): T {
  return one.by === by && one.text !== text ? { ...one, text, editedAt: at } : one;
}

/** The story with a note of one's own in other words; with somebody else's it is left as it is. */
export function editNote(document: StoryDocument, note: string, rewording: Rewording): StoryDocument {
  return changingNote(document, note, (one) => reworded(one, rewording));
}

/** The story with another person asked, or nobody. */
export function askInstead(document: StoryDocument, note: string, asked: string | null): StoryDocument {
  return changingNote(document, note, ({ asked: _asked, ...one }) =>
    asked === null ? one : { ...one, asked },
  );
}

/** The story with a reply of one's own in other words. */
export function editReply(
  document: StoryDocument,
  note: string,
  reply: string,
  rewording: Rewording,
): StoryDocument {
  return changingNote(document, note, (one) => ({
    ...one,
    replies: one.replies.map((other) => (other.id === reply ? reworded(other, rewording) : other)),
  }));
}

/** The story without a reply of one's own. */
export function deleteReply(document: StoryDocument, note: string, reply: string, by: string): StoryDocument {
  return changingNote(document, note, (one) => ({
    ...one,
    replies: one.replies.filter((other) => other.id !== reply || other.by !== by),
  }));
}

function withoutAnchor(runs: readonly Run[], id: string): readonly Run[] {
  return runs.map((run) => (run.notes ? { ...run, notes: run.notes.filter((other) => other !== id) } : run));
}

/** The story without a note of one's own, with its replies and its anchor. */
export function deleteNote(document: StoryDocument, note: string, by: string): StoryDocument {
  const without = changingNote(document, note, (one) => (one.by === by ? null : one));
  if (without === document) return document;
  const blocks = without.blocks.map((block) => {
    if (block.kind === "unknown" || !holdsNote(block, note)) return block;
    return canonicalBlock(
      hasRuns(block)
        ? { ...block, runs: withoutAnchor(block.runs, note) }
        : {
            ...block,
            caption: withoutAnchor(block.caption, note),
            credit: withoutAnchor(block.credit, note),
          },
    );
  });
  return { ...without, blocks };
}

/** How many notes a story has, by what they are and where they have got to. */
export interface NoteCounts {
  readonly notes: number;
  readonly queries: { readonly open: number; readonly answered: number; readonly resolved: number };
  readonly orphans: number;
}

export function noteCounts({ notes = [] }: Pick<StoryDocument, "notes">): NoteCounts {
  const queries = (state: Note["state"]): number =>
    notes.filter((note) => note.kind === "query" && note.state === state).length;
  return {
    notes: notes.filter(({ kind }) => kind === "note").length,
    queries: { open: queries("open"), answered: queries("answered"), resolved: queries("resolved") },
    orphans: notes.filter(({ orphan }) => orphan).length,
  };
}
