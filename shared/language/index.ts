export type { Catalogue } from "./catalogue.ts";
export { english } from "./english/index.ts";
export type { Counted, Forms } from "./forms.ts";
export {
  LANGUAGE_CHOICES,
  LANGUAGE_NAMES,
  LANGUAGES,
  chosenLanguage,
  type Language,
  type LanguageChoice,
} from "./languages.ts";
export { onLanguage, retold, retoldFailure, retoldReadWord, speak, spokenLanguage, words } from "./words.ts";
