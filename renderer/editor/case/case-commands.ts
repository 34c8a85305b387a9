import { HISTORY_PUSH_TAG, type LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import type { CaseStyle } from "#shared/style/case/index.ts";
import type * as Changing from "./change-selected.ts";

const changing = lateCode(async () => await import("./change-selected.ts"));

const CASES: readonly { readonly style: CaseStyle; readonly keys: string }[] = [
  { style: "upper", keys: "Mod+Alt+U" },
  { style: "lower", keys: "Mod+Alt+J" },
  { style: "sentence", keys: "Mod+Alt+S" },
  { style: "title", keys: "Mod+Alt+Y" },
];

/** Sets the letters of the selection, or of the word at the caret, in another case: one step of undo each. */
export function caseCommands(editor: LexicalEditor): readonly Command[] {
  let cycle: Changing.CaseCycle | null = null;
  const edit = async ($change: (code: typeof Changing) => void): Promise<void> => {
    const code = changing.now() ?? (await changing.ready());
    editor.update(() => $change(code), { tag: HISTORY_PUSH_TAG });
  };
  return [
    ...CASES.map(({ style, keys }): Command => ({
      id: `case.${style}`,
      title: ({ editor: said }) => said.cases[style],
      group: "Edit",
      keys,
      run: () => void edit(({ $changeSelectedCase }) => $changeSelectedCase(style)),
    })),
    {
      id: "case.cycle",
      title: ({ editor: said }) => said.cases.next,
      group: "Edit",
      keys: "Mod+F3",
      run: () =>
        void edit(({ caseCycle }) => {
          cycle ??= caseCycle();
          cycle.$step();
        }),
    },
  ];
}
