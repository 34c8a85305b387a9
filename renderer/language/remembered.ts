import { LANGUAGE_CHOICES, type LanguageChoice } from "#shared/language/index.ts";

const NAME = "stet.language";

/** The choice as this machine last knew it, for what is drawn before a newsroom has answered. */
export function rememberedLanguage(): LanguageChoice {
  try {
    const kept = window.localStorage.getItem(NAME);
    return LANGUAGE_CHOICES.find((choice) => choice === kept) ?? "system";
  } catch {
    return "system";
  }
}

/** Remembers a choice for the next start. A page that may keep nothing starts in the system's language. */
export function rememberLanguage(choice: LanguageChoice): void {
  try {
    window.localStorage.setItem(NAME, choice);
  } catch {
    return;
  }
}
