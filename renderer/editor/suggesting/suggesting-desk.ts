import type { LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { observable, type Observable } from "#renderer/app/observable.ts";
import { SUGGESTING_IN_AT_MOST, type Desk, type Settings } from "#shared/contract/index.ts";
import { newChangeId } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import type { NoticeBoard } from "../notices/notices.ts";
import { authorOf } from "./authors.ts";
import { registerSuggesting } from "./track-updates.ts";

/** How long the page says that the switch was turned; the state line says it all the time. */
const STAYS_MS = 8_000;

interface SuggestingParts {
  readonly desk: Pick<Desk, "settings">;
  readonly settings: Observable<Settings>;
  readonly story: string;
  readonly board: NoticeBoard;
  readonly scroller: HTMLElement;
}

/** Whether what is done on the page is suggested, and the switch for it. */
export interface SuggestingDesk {
  readonly isOn: Observable<boolean>;
  readonly command: Command;
  /** Follows the edits of an editor that holds no text yet. Gives what ends it. */
  readonly register: (editor: LexicalEditor) => () => void;
  readonly stop: () => void;
}

/** Suggesting in one story: remembered for this person and that story. */
export function suggestingDesk(parts: SuggestingParts): SuggestingDesk {
  const { desk, settings, story, board, scroller } = parts;
  const isOn = observable(settings.get().suggestingIn.includes(story));
  const show = (): void => {
    scroller.toggleAttribute("data-suggesting", isOn.get());
  };
  let takeDown: (() => void) | null = null;
  let goes: ReturnType<typeof setTimeout> | undefined;
  const toggle = (): void => {
    const next = !isOn.get();
    isOn.set(next);
    show();
    const others = settings.get().suggestingIn.filter((one) => one !== story);
    void desk.settings.change({
      suggestingIn: next ? [...others, story].slice(-SUGGESTING_IN_AT_MOST) : others,
    });
    const { userName } = settings.get();
    const said = words().changes;
    takeDown?.();
    clearTimeout(goes);
    const isUnsigned = next && userName.trim() === "";
    takeDown = board.put("quiet", isUnsigned ? said.unsigned : next ? said.isOn : said.isOff);
    if (!isUnsigned) goes = setTimeout(takeDown, STAYS_MS);
  };
  show();
  return {
    isOn,
    command: {
      id: "changes.suggest",
      title: ({ changes }) => changes.toggle,
      group: "Edit",
      keys: "Mod+Alt+G",
      run: toggle,
    },
    register: (editor) =>
      registerSuggesting(editor, {
        by: () => (isOn.get() ? authorOf(settings.get()) : null),
        now: () => new Date().toISOString(),
        newChangeId,
      }),
    stop: () => {
      clearTimeout(goes);
      scroller.removeAttribute("data-suggesting");
    },
  };
}
