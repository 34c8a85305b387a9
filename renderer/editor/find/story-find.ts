import type { LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import type { MutableObservable } from "#renderer/app/observable.ts";
import { typedAhead } from "#renderer/app/typed-ahead.ts";
import type { StorySession } from "../story-session.ts";
import type { FindRun } from "./find-run.ts";

/** What finding in a story works with. */
export interface FindParts {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
  readonly document: StorySession["document"];
  readonly edit: StorySession["edit"];
}

/** Finding and replacing in the open story: its commands, and a way to let go of it. */
export interface StoryFind {
  readonly commands: readonly Command[];
  /** Selects a hit that was found elsewhere, on the page. */
  readonly showHit: StorySession["showHit"];
  readonly stop: () => void;
}

const code = lateCode(async () => (await import("./find-run.ts")).findRun);

/**
 * Finding in a story. `shown` gets what the bar shows while it is open, null while it is not. All of
 * it is fetched once the window has started; the keys wait for it.
 */
export function storyFind(parts: FindParts, shown: MutableObservable<FindRun | null>): StoryFind {
  let made: FindRun | null = null;
  let isOver = false;

  const withRun = (use: (run: FindRun) => void): void => {
    const begin = (findRun: NonNullable<ReturnType<typeof code.now>>): void => {
      if (!isOver) use((made ??= findRun(parts, shown)));
    };
    const now = code.now();
    if (now) begin(now);
    else void code.ready().then(begin);
  };

  const open = (hasReplace: boolean): void => {
    let isWanted = true;
    typedAhead.hold(() => {
      isWanted = false;
      if (shown.get() !== null) made?.close();
    });
    withRun((run) => {
      if (isWanted) run.open(hasReplace);
    });
  };

  return {
    commands: [
      {
        id: "find.open",
        title: ({ find }) => find.commands.open,
        group: "Edit",
        keys: "Mod+F",
        run: () => open(false),
      },
      {
        id: "find.replace",
        title: ({ find }) => find.commands.replace,
        group: "Edit",
        keys: "Mod+Alt+F",
        otherKeys: ["Mod+H"],
        run: () => open(true),
      },
      {
        id: "find.next",
        title: ({ find }) => find.commands.next,
        group: "Edit",
        keys: "F3",
        otherKeys: ["Mod+G"],
        run: () => withRun((run) => run.step(1)),
      },
      {
        id: "find.previous",
        title: ({ find }) => find.commands.previous,
        group: "Edit",
        keys: "Shift+F3",
        otherKeys: ["Mod+Shift+G"],
        run: () => withRun((run) => run.step(-1)),
      },
    ],
    showHit: (hit) => withRun((run) => run.showHit(hit)),
    stop: () => {
      isOver = true;
      typedAhead.take();
      made?.stop();
    },
  };
}
