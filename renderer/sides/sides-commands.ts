import type { Command, Title } from "#renderer/app/commands.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import { storyAt } from "#renderer/desk/desk-pages.ts";
import { moveSplit, SPLIT } from "./move-split.ts";

/** Two stories beside each other, as commands. */
export function sidesCommands({ sides, list }: Workbench): readonly Command[] {
  const isPaired = (): boolean => sides.shown.get().length > 1;
  const chosen = () => storyAt(list.state.get().list, list.state.get().active);
  const go = (at: number): void => {
    const side = sides.shown.get().at(at);
    if (side === undefined) return;
    sides.noteFocus(side);
    sides.pageOf(side).session.get()?.focus({ still: true });
  };
  const command = (id: string, title: Title, keys: string, run: () => void, enabled = isPaired): Command => ({
    id: `sides.${id}`,
    title,
    group: "View",
    keys,
    enabled,
    run,
  });
  return [
    command(
      "open",
      (said) => said.sides.commands.open,
      "Mod+Alt+B",
      () => {
        const story = chosen();
        if (story) void sides.openBeside(story.id);
      },
      () => chosen() !== undefined,
    ),
    command(
      "left",
      (said) => said.sides.commands.left,
      "Mod+Alt+ArrowLeft",
      () => go(0),
    ),
    command(
      "right",
      (said) => said.sides.commands.right,
      "Mod+Alt+ArrowRight",
      () => go(-1),
    ),
    command(
      "close",
      (said) => said.sides.commands.close,
      "Mod+Alt+W",
      () => void sides.closeSide(sides.focused.get()),
    ),
    command(
      "wider",
      (said) => said.sides.commands.wider,
      "Mod+Alt+Shift+ArrowRight",
      () => moveSplit(sides, sides.split.get() + SPLIT.step),
    ),
    command(
      "narrower",
      (said) => said.sides.commands.narrower,
      "Mod+Alt+Shift+ArrowLeft",
      () => moveSplit(sides, sides.split.get() - SPLIT.step),
    ),
  ];
}
