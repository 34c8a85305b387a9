import { HISTORY_PUSH_TAG, type LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import { words } from "#shared/language/index.ts";
import type { NoticeBoard } from "../notices/notices.ts";
import type { ConversionOutcome, ConversionPlace, ConversionStyle } from "./convert-at-caret.ts";

const converting = lateCode(async () => await import("./convert-at-caret.ts"));

/** Converts the figure at the caret: one step of undo each. */
export function conversionCommands(
  editor: LexicalEditor,
  board: NoticeBoard,
  style: () => ConversionStyle,
): readonly Command[] {
  // What was said of the last one is no more true of this one.
  let takeDown: (() => void) | null = null;
  const convert = async (place: ConversionPlace): Promise<void> => {
    const { $convertAtCaret } = converting.now() ?? (await converting.ready());
    let outcome: ConversionOutcome = { isFound: false, said: null };
    editor.update(
      () => {
        outcome = $convertAtCaret(place, style());
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    const said = outcome.isFound ? outcome.said : words().editor.measures.none;
    takeDown?.();
    takeDown = said === null ? null : board.put("quiet", said);
  };
  return [
    {
      id: "convert.behind",
      title: ({ editor: said }) => said.measures.behind,
      group: "Edit",
      keys: "Mod+Alt+M",
      run: () => void convert("behind"),
    },
    {
      id: "convert.instead",
      title: ({ editor: said }) => said.measures.instead,
      group: "Edit",
      keys: "Mod+Alt+Shift+M",
      run: () => void convert("instead"),
    },
  ];
}
