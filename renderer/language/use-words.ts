import { useSyncExternalStore } from "react";
import { onLanguage, words, type Catalogue } from "#shared/language/index.ts";

/**
 * The strings of the language that is spoken now, for a component that is drawn again when the
 * language changes. The window's root is, and everything under it with it: only what is behind `memo`
 * needs this; elsewhere `words()` does.
 */
export function useWords(): Catalogue {
  return useSyncExternalStore(onLanguage, words);
}
