/** The languages that the interface speaks, as BCP 47 has them. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a person can choose: one language, or whichever of them the system prefers. */
export const LANGUAGE_CHOICES = ["system", ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** Each language under its own name, by which its speakers find it whatever is spoken now. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

function spokenHere(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split("-");
  return LANGUAGES.find((language) => language === primary);
}

/**
 * The language that a choice comes to on a system that prefers these (BCP 47 tags, the first one
 * most). English where the system prefers none that the interface speaks.
 */
export function chosenLanguage(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== "system") return choice;
  return preferred.map(spokenHere).find((language) => language !== undefined) ?? "en";
}
