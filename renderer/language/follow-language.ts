import type { Observable } from "#renderer/app/observable.ts";
import { tellLanguage } from "#renderer/bridge/tell-language.ts";
import type { Settings } from "#shared/contract/index.ts";
import { chosenLanguage, speak, type LanguageChoice } from "#shared/language/index.ts";
import { rememberedLanguage, rememberLanguage } from "./remembered.ts";

const TRY_AGAIN_MS = 1_000;
let turn = 0;

/**
 * Speaks the language of a choice, and says so to the browser, to assistive technology and to the host. A host that
 * does not answer is asked for the language until it does, or until another one is chosen.
 */
async function speakChosen(choice: LanguageChoice): Promise<void> {
  turn += 1;
  const own = turn;
  const language = chosenLanguage(choice, navigator.languages);
  for (;;) {
    try {
      await speak(language);
      if (own !== turn) return;
      document.documentElement.lang = language;
      tellLanguage(language);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      if (own !== turn) return;
    }
  }
}

/** Speaks what this machine last spoke, from before the newsroom has answered. */
export function speakRemembered(): Promise<void> {
  return speakChosen(rememberedLanguage());
}

/** Speaks the language that the newsroom's settings choose, and follows them and the system from then on. */
export async function followLanguage(settings: Observable<Pick<Settings, "language">>): Promise<void> {
  let last = settings.get().language;
  const apply = (): Promise<void> => {
    last = settings.get().language;
    rememberLanguage(last);
    return speakChosen(last);
  };
  settings.subscribe(() => {
    if (settings.get().language !== last) void apply();
  });
  window.addEventListener("languagechange", () => void apply());
  await apply();
}
