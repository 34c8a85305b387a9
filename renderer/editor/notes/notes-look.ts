import type { BlockId, Note } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";

/** How words with notes look: something is asked there, something is noted or was answered there, or it is done with. */
export type NotesLook = "query" | "note" | "done";

function isUnresolved({ state }: Note): boolean {
  return state !== "resolved";
}

function told(notes: readonly Note[]): string {
  const said = words().notes;
  return notes.map(({ kind, by, text }) => `${said.told[kind]({ by })}: ${text}`).join(" · ");
}

function lookOf(own: readonly Note[]): NotesLook {
  if (own.length === 0) return "done";
  return own.some(({ kind, state }) => kind === "query" && state === "open") ? "query" : "note";
}

/** How the words look that have these notes, and what is read aloud of them; nothing where all are resolved. */
export function lookOfWords(
  ids: readonly string[],
  notes: readonly Note[],
): { readonly look: NotesLook; readonly told: string } {
  const own = notes.filter((note) => ids.includes(note.id) && isUnresolved(note));
  return { look: lookOf(own), told: told(own) };
}

/** What the margin says beside a block with notes of its own, and what is read aloud of them; null where it has none. */
export function lookOfBlock(
  block: BlockId,
  notes: readonly Note[],
): { readonly look: NotesLook; readonly margin: string; readonly told: string } | null {
  if (notes.length === 0) return null;
  const own = notes.filter((note) => note.block === block && isUnresolved(note));
  const [first] = own;
  if (!first) return null;
  const { margin } = words().notes;
  return {
    look: lookOf(own),
    margin: own.length === 1 ? margin[first.kind] : margin.several({ count: own.length }),
    told: told(own),
  };
}
