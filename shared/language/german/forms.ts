import { formsOf, type Forms } from "../forms.ts";

/** Figures, days and times as German newspapers write them. */
export const germanForms: Forms = formsOf({
  numbers: "de-DE",
  times: "de-DE",
  quotes: ["„", "“"],
  dayTime: (day, clock) => `${day}, ${clock}`,
  whenToday: (clock) => `um ${clock} Uhr`,
  whenOn: (day, clock) => `am ${day} um ${clock} Uhr`,
  and: "und",
  or: "oder",
});
