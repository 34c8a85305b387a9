import { NO_RATES } from "#shared/style/currency/rates.ts";
import { FIRST_SNIPPETS } from "#shared/style/snippets/snippet.ts";
import { RULES_OFF_AT_FIRST } from "#shared/style/typography/choices.ts";
import { USUAL_FORMATS } from "./export-choices.ts";
import type { Settings } from "./settings.ts";
import { USUAL_LENGTH_FIGURES, USUAL_VIEW } from "./view-choices.ts";

/** What applies before anybody has chosen; `exportInto` is filled by the core with a folder of this machine. */
export const DEFAULT_SETTINGS: Settings = {
  theme: "system",
  language: "system",
  userName: "",
  deskListOpen: true,
  railOpen: true,
  lastStory: null,
  pair: null,
  exportInto: "",
  exportFormats: USUAL_FORMATS,
  exportPictures: "jpeg",
  exportZip: true,
  proofPaper: "letter",
  proofProfile: "",
  typographyAsYouType: true,
  typographyLocale: "us",
  typographyOff: RULES_OFF_AT_FIRST,
  showInvisibles: false,
  fitUnit: "lines",
  fitMarks: true,
  view: USUAL_VIEW,
  lengthFigures: USUAL_LENGTH_FIGURES,
  chosenKeys: {},
  suggestingIn: [],
  snippets: FIRST_SNIPPETS,
  exchangeRates: NO_RATES,
};
