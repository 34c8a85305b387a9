import type { LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import { observable, type Observable } from "#renderer/app/observable.ts";
import type { AssetId, StoryDocument } from "#shared/document/index.ts";
import { CHANGES_VIEWS, type ChangesView } from "./story-changes.ts";

interface ViewParts {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly document: () => StoryDocument;
  readonly photoAddress: (asset: AssetId) => string;
}

/** The three ways to read a story with changes. */
export interface ChangesViews {
  readonly view: Observable<ChangesView>;
  readonly commands: readonly Command[];
  /** A command that changes the text makes no sense while the original stands in its place. */
  readonly whileShown: (command: Command) => Command;
  readonly stop: () => void;
}

const KEYS: Readonly<Record<ChangesView, string>> = {
  marked: "Mod+Alt+Shift+1",
  final: "Mod+Alt+Shift+2",
  original: "Mod+Alt+Shift+3",
};

const code = lateCode(async () => (await import("./original-page.ts")).showOriginal);

/**
 * Marked-up and final text are the same page, shown by other rules; so both can be edited, and going
 * from one to the other touches no text. The original is a page of its own that can only be read.
 */
export function changesViews({ editor, page, document, photoAddress }: ViewParts): ChangesViews {
  const view = observable<ChangesView>("marked");
  let hideOriginal: (() => void) | null = null;

  const show = (next: ChangesView): void => {
    const hadFocus = hideOriginal !== null || page.contains(globalThis.document.activeElement);
    view.set(next);
    hideOriginal?.();
    hideOriginal = null;
    page.hidden = false;
    page.dataset["changes"] = next;
    if (next !== "original") {
      if (hadFocus) editor.focus();
      return;
    }
    const open = (showOriginal: NonNullable<ReturnType<typeof code.now>>): void => {
      if (view.get() !== "original" || hideOriginal) return;
      hideOriginal = showOriginal({ page, story: document(), photoAddress });
    };
    const now = code.now();
    if (now) open(now);
    else void code.ready().then(open);
  };

  return {
    view,
    commands: CHANGES_VIEWS.map((one) => ({
      id: `changes.view.${one}`,
      title: ({ changes }) => changes.views[one],
      group: "View",
      keys: KEYS[one],
      enabled: () => view.get() !== one,
      run: () => show(one),
    })),
    whileShown: (command) => ({
      ...command,
      enabled: () => view.get() !== "original" && (command.enabled?.() ?? true),
    }),
    stop: () => {
      hideOriginal?.();
      page.hidden = false;
      delete page.dataset["changes"];
    },
  };
}
