import type { LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import { observable, type MutableObservable } from "#renderer/app/observable.ts";
import type { NoteTarget } from "#shared/changes/index.ts";
import type { BlockId, Note, StoryDocument } from "#shared/document/index.ts";
import type { NoticeBoard } from "../notices/notices.ts";
import type { StorySession } from "../story-session.ts";

/** A note or query that is being written and is not part of the story yet. */
export interface NoteDraft {
  readonly kind: Note["kind"];
  /** What it was begun on, and the words there: the story may be edited meanwhile. */
  readonly target: NoteTarget;
  readonly quote: string;
  readonly text: string;
  /** The name of the person who is asked; empty for nobody. */
  readonly asked: string;
}

/** The notes and queries of an open story: what a list of them shows and does. */
export interface StoryNotes {
  /** What is being written; null where nothing is. It stays while other panels are shown. */
  readonly draft: MutableObservable<NoteDraft | null>;
  /** Answers that are begun and not sent, by the note that they are under. They stay, too. */
  readonly answers: Map<string, string>;
  /** Begins a note on what is selected, or on the word, block or picture at the caret. False where there is none. */
  readonly begin: (kind: Note["kind"]) => Promise<boolean>;
  /** Selects the words of a note, or goes to its block, and brings that into view. */
  readonly goTo: (note: string) => void;
  /** The same for the first open query of a block; does nothing where it has none. */
  readonly goToQueryIn: (block: BlockId) => void;
  /** Whether the text can be written to now. */
  readonly canWrite: () => boolean;
}

/** What working on notes needs of the open story. */
export interface NotesParts {
  readonly editor: LexicalEditor;
  readonly board: NoticeBoard;
  readonly scroller: HTMLElement;
  readonly document: () => StoryDocument;
  readonly decide: StorySession["decide"];
}

const code = lateCode(async () => await import("./work-on-notes.ts"));

function command(id: string, title: Command["title"], keys: string, run: () => void): Command {
  return { id: `notes.${id}`, title, group: "Edit", keys, run };
}

/** The notes of a story, with those of their commands that need no panel. */
export function storyNotes(parts: NotesParts & { readonly canWrite: () => boolean }): StoryNotes & {
  readonly commands: readonly Command[];
} {
  const draft = observable<NoteDraft | null>(null);
  const step = (direction: 1 | -1): void =>
    void code.ready().then(({ stepToNote }) => stepToNote(parts, direction));
  return {
    draft,
    answers: new Map(),
    begin: async (kind) => {
      const begun = (await code.ready()).beginOn(parts);
      if (begun === null) return false;
      const { text, asked } = draft.get() ?? { text: "", asked: "" };
      draft.set({ kind, ...begun, text, asked });
      return true;
    },
    goTo: (note) => void code.ready().then(({ goToNote }) => goToNote(parts, note)),
    goToQueryIn: (block) => void code.ready().then(({ goToQueryIn }) => goToQueryIn(parts, block)),
    canWrite: parts.canWrite,
    commands: [
      command(
        "next",
        ({ notes }) => notes.next,
        "F9",
        () => step(1),
      ),
      command(
        "previous",
        ({ notes }) => notes.previous,
        "Shift+F9",
        () => step(-1),
      ),
      command(
        "resolve",
        ({ notes }) => notes.resolve,
        "Mod+Alt+R",
        () => void code.ready().then(({ resolveHere }) => resolveHere(parts)),
      ),
    ],
  };
}
