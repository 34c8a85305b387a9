import { HISTORY_PUSH_TAG, type LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import type { NoticeBoard } from "../notices/notices.ts";
import type { ConversionOutcome, ConversionPlace, ConversionStyle } from "./convert-at-caret.ts";

const converting = lateCode(async () => await import("./convert-at-caret.ts"));

const NONE =
  "No measure and no amount of money stands at the caret. Put it into a figure with its unit: miles, feet, inches, pounds, acres, gallons, mph, °F, or their metric counterparts; $, €, £, ¥ or kr.";

/** Converts the figure at the caret: one step of undo each. */
export function conversionCommands(
  editor: LexicalEditor,
  board: NoticeBoard,
  style: () => ConversionStyle,
): readonly Command[] {
  const convert = async (place: ConversionPlace): Promise<void> => {
    const { $convertAtCaret } = converting.now() ?? (await converting.ready());
    let outcome: ConversionOutcome = { isFound: false, said: null };
    editor.update(
      () => {
        outcome = $convertAtCaret(place, style());
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    const said = outcome.isFound ? outcome.said : NONE;
    if (said !== null) board.put("quiet", said);
  };
  return [
    {
      id: "convert.behind",
      title: "Add the converted measure or amount of money in brackets",
      group: "Edit",
      keys: "Mod+Alt+M",
      run: () => void convert("behind"),
    },
    {
      id: "convert.instead",
      title: "Put the converted measure or amount of money in place of the figure",
      group: "Edit",
      keys: "Mod+Alt+Shift+M",
      run: () => void convert("instead"),
    },
  ];
}
