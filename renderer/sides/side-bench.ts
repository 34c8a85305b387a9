import type { Workbench } from "#renderer/app/workbench.ts";
import { sideCommands } from "./side-commands.ts";
import type { Side } from "./sides.ts";

/** The workbench as one side of the window knows it: its page is its own, and so are the commands of its story. */
export function sideBench(bench: Workbench, side: Side): Workbench {
  const { focused, pageOf } = bench.sides;
  const hasFocus = { get: () => focused.get() === side, subscribe: focused.subscribe };
  return { ...bench, page: pageOf(side), commands: sideCommands(bench.commands, hasFocus) };
}
