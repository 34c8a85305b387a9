import type { Catalogue } from "./catalogue.ts";
import { english } from "./english/index.ts";
import type { Language } from "./languages.ts";

/** Each language but English lies apart, and is fetched when it is first spoken. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => english,
  de: async () => (await import("./german/index.ts")).german,
};

let spoken: { readonly language: Language; readonly words: Catalogue } = { language: "en", words: english };
let asked: Language = "en";
const listeners = new Set<() => void>();

/**
 * The strings of the language that is spoken now. Ask anew whenever something is said: what keeps a
 * string, or reads one while its module loads, goes on speaking the language of that moment.
 */
export function words(): Catalogue {
  return spoken.words;
}

/** The language that is spoken now. */
export function spokenLanguage(): Language {
  return spoken.language;
}

/** Tells of each change of the language; call what it returns to stop. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Speaks another language from now on. The catalogue may have to be fetched first: rejects where that
 * fails, and then nothing changes. Of two that were asked for, the later one holds.
 */
export async function speak(language: Language): Promise<void> {
  asked = language;
  if (spoken.language === language) return;
  const words = await CATALOGUES[language]();
  if (asked !== language) return;
  spoken = { language, words };
  for (const listener of listeners) listener();
}
