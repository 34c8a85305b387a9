import type { LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import { words } from "#shared/language/index.ts";
import type { NoticeBoard } from "../notices/notices.ts";

const marking = lateCode(async () => await import("./tk-marks.ts"));

/** The placeholders of the story on the page: counted, marked, and gone to. */
export interface TkDesk {
  readonly commands: readonly Command[];
  readonly stop: () => void;
}

/** Follows the TKs of a story. `onCount` hears how many are left, a moment after the text has come to rest. */
export function tkDesk(editor: LexicalEditor, board: NoticeBoard, onCount: (count: number) => void): TkDesk {
  let isOver = false;
  let stopMarks: (() => void) | null = null;
  const start = async (): Promise<void> => {
    const { markTks } = await marking.ready();
    if (!isOver) stopMarks = markTks(editor, onCount);
  };
  // Not in the first second: the window has its own parts to fetch by then.
  const timer = setTimeout(() => void start(), 1_000);
  const go = async (direction: "next" | "previous"): Promise<void> => {
    const { goToTk } = marking.now() ?? (await marking.ready());
    if (!goToTk(editor, direction)) board.put("quiet", words().editor.tks.none);
  };
  return {
    commands: [
      {
        id: "tk.next",
        title: ({ editor: said }) => said.tks.next,
        group: "Edit",
        keys: "F8",
        run: () => void go("next"),
      },
      {
        id: "tk.previous",
        title: ({ editor: said }) => said.tks.previous,
        group: "Edit",
        keys: "Shift+F8",
        run: () => void go("previous"),
      },
    ],
    stop: () => {
      isOver = true;
      clearTimeout(timer);
      stopMarks?.();
    },
  };
}
