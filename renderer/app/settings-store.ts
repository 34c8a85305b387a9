import { DEFAULT_SETTINGS, type Desk, type Settings, type SettingsChange } from "#shared/contract/index.ts";
import { observable, type Observable } from "./observable.ts";
import { words } from "#shared/language/index.ts";

/** The person's choices: shown at once, kept by the core. */
export interface SettingsStore {
  readonly settings: Observable<Settings>;
  readonly change: (change: SettingsChange) => Promise<void>;
  /** Takes what a newsroom keeps in place of what there was. */
  readonly take: (kept: Settings) => void;
  readonly close: () => void;
}

/** Holds the settings of the newsroom; `onTrouble` hears the sentence where a choice could not be kept. */
export function settingsStore(desk: Desk, onTrouble: (sentence: string) => void): SettingsStore {
  const settings = observable<Settings>(DEFAULT_SETTINGS);
  const stop = desk.settings.on("changed", (changed) => settings.set(changed));
  return {
    settings,
    close: stop,
    take: settings.set,
    change: async (change) => {
      settings.set({ ...settings.get(), ...change });
      const answer = await desk.settings.change(change);
      if (answer.ok) settings.set(answer.value);
      else onTrouble(words().app.settingNotKept({ message: answer.error.message }));
    },
  };
}
