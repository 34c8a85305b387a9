import type { Command } from "#renderer/app/commands.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import { LANGUAGE_CHOICES, LANGUAGE_NAMES } from "#shared/language/index.ts";

/** The choice of the interface's language, as commands. */
export function languageCommands({ settings }: Pick<Workbench, "settings">): readonly Command[] {
  return LANGUAGE_CHOICES.map((choice) => ({
    id: `view.language.${choice}`,
    title: ({ settings: { language } }) =>
      choice === "system"
        ? language.commands.system
        : language.commands.other({ name: LANGUAGE_NAMES[choice] }),
    group: "View",
    keys: null,
    enabled: () => settings.settings.get().language !== choice,
    run: () => void settings.change({ language: choice }),
  }));
}
