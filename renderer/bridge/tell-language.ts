import type { Language } from "#shared/language/index.ts";

/** The `type` of what the page posts to the preload when it speaks another language. */
const LANGUAGE_MESSAGE = "stet:language";

/** Tells the desktop app which language is spoken, for its menu bar and dialogs. A browser has nothing to be told. */
export function tellLanguage(language: Language): void {
  const { origin, protocol } = window.location;
  if (protocol === "app:") window.postMessage({ type: LANGUAGE_MESSAGE, language }, origin);
}
