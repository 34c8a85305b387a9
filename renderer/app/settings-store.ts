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
  let kept: Settings = DEFAULT_SETTINGS;
  const sent = new Set<SettingsChange>();
  /** What the core says is older than what was chosen since and is still on its way to it. */
  const take = (told: Settings): void => {
    kept = told;
    settings.set([...sent].reduce<Settings>((shown, change) => ({ ...shown, ...change }), kept));
  };
  const stop = desk.settings.on("changed", take);
  return {
    settings,
    close: stop,
    take,
    change: async (change) => {
      sent.add(change);
      settings.set({ ...settings.get(), ...change });
      const answer = await desk.settings.change(change);
      sent.delete(change);
      // What could not be kept is shown all the same, until the core tells of its settings again.
      take(answer.ok ? answer.value : { ...kept, ...change });
      if (!answer.ok) onTrouble(words().app.settingNotKept({ message: answer.error.message }));
    },
  };
}
