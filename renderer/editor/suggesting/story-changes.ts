import type { LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import type { OpenChange } from "#shared/changes/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import type { NoticeBoard } from "../notices/notices.ts";
import type { StorySession } from "../story-session.ts";

export const CHANGES_VIEWS = ["marked", "final", "original"] as const;

/** How a story with changes is read: with all of them marked, as it prints, or as it was before them. */
export type ChangesView = (typeof CHANGES_VIEWS)[number];

export type Decision = "accept" | "reject";

/** The changes of an open story: what can be done with them from a list. */
export interface StoryChanges {
  /** Selects the text of a change, or goes to its block, and brings it into view. */
  readonly goTo: (change: OpenChange) => void;
  /** Decides on some changes, all of an author, or all: one step of undo. */
  readonly decide: (decision: Decision, which: Which) => void;
}

/** Which changes are decided on. */
export type Which = "here" | "all" | { readonly ids: readonly string[] } | { readonly by: string };

/** What deciding works with. */
export interface ChangesParts {
  readonly editor: LexicalEditor;
  readonly board: NoticeBoard;
  readonly scroller: HTMLElement;
  readonly document: () => StoryDocument;
  readonly decide: StorySession["decide"];
}

const code = lateCode(async () => await import("./decide.ts"));
type Code = NonNullable<ReturnType<typeof code.now>>;

function withCode(use: (loaded: Code) => void): void {
  const now = code.now();
  if (now) use(now);
  else void code.ready().then(use);
}

function command(id: string, title: Command["title"], keys: string | null, run: () => void): Command {
  return { id: `changes.${id}`, title, group: "Edit", keys, run };
}

/** The changes of a story, with their commands. All of it is fetched once the window has started. */
export function storyChanges(parts: ChangesParts): StoryChanges & { readonly commands: readonly Command[] } {
  const decide: StoryChanges["decide"] = (decision, which) =>
    withCode(({ decideOn }) => void decideOn(parts, decision, which));
  const step = (direction: 1 | -1): void => withCode(({ stepToChange }) => stepToChange(parts, direction));
  return {
    goTo: (change) => withCode(({ goToChange }) => goToChange(parts, change)),
    decide,
    commands: [
      command(
        "next",
        ({ changes }) => changes.next,
        "F7",
        () => step(1),
      ),
      command(
        "previous",
        ({ changes }) => changes.previous,
        "Shift+F7",
        () => step(-1),
      ),
      command(
        "accept",
        ({ changes }) => changes.accept,
        "Mod+Alt+Enter",
        () => decide("accept", "here"),
      ),
      command(
        "reject",
        ({ changes }) => changes.reject,
        "Mod+Alt+Backspace",
        () => decide("reject", "here"),
      ),
      command(
        "accept-all",
        ({ changes }) => changes.acceptAll,
        null,
        () => decide("accept", "all"),
      ),
      command(
        "reject-all",
        ({ changes }) => changes.rejectAll,
        null,
        () => decide("reject", "all"),
      ),
    ],
  };
}
