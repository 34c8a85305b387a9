import { formsOf, type Forms } from "../forms.ts";

/** Figures, days and times as German newspapers write them. */
export const germanForms: Forms = formsOf({
  numbers: "de-DE",
  times: "de-DE",
  quotes: ["„", "“"],
  and: "und",
  or: "oder",
});
