import type { Command } from "#renderer/app/commands.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import type { LongRun } from "./long-run.ts";

/** The command that opens the page about the newsroom's safety. */
export const SAFETY_COMMAND = "newsroom.safety";

/** What can be done for the newsroom's safety, from anywhere. */
export function safetyCommands({ floor, safety }: Workbench): readonly Command[] {
  const onThePage = (run: LongRun<unknown>): void => {
    floor.give("safety");
    void run.start();
  };
  return [
    {
      id: SAFETY_COMMAND,
      title: ({ safety: said }) => said.title,
      group: "Desk",
      keys: "Mod+Shift+H",
      run: () => floor.give("safety"),
    },
    {
      id: "newsroom.back-up",
      title: ({ safety: said }) => said.commands.backUp,
      group: "Desk",
      keys: null,
      run: () => onThePage(safety.backup),
    },
    {
      id: "newsroom.test-restore",
      title: ({ safety: said }) => said.commands.testRestore,
      group: "Desk",
      keys: null,
      run: () => onThePage(safety.restoreTest),
    },
    {
      id: "newsroom.check",
      title: ({ safety: said }) => said.commands.check,
      group: "Desk",
      keys: null,
      run: () => onThePage(safety.check),
    },
    {
      id: "newsroom.recovery",
      title: ({ safety: said }) => said.commands.recovered,
      group: "Desk",
      keys: null,
      enabled: () => safety.news.get() !== null,
      run: () => floor.give("recover"),
    },
  ];
}
