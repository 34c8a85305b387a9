import { formsOf, type Forms } from "../forms.ts";

const forms = formsOf({ numbers: "en-US", times: "en-GB", quotes: ["“", "”"], and: "and", or: "or" });

/** Figures as an American desk writes them, days and the 24-hour clock as the wires do. */
export const englishForms: Forms = {
  ...forms,
  longDay: (atMs, withYear) => forms.longDay(atMs, withYear).replace(",", ""),
};
