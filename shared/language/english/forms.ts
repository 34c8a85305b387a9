import { formsOf, type Forms } from "../forms.ts";

const forms = formsOf({
  numbers: "en-US",
  times: "en-GB",
  quotes: ["“", "”"],
  dayTime: (day, clock) => `${day} ${clock}`,
  whenToday: (clock) => `at ${clock}`,
  whenOn: (day, clock) => `on ${day} ${clock}`,
  and: "and",
  or: "or",
});

/** Figures as an American desk writes them, days and the 24-hour clock as the wires do. */
export const englishForms: Forms = {
  ...forms,
  longDay: (atMs, withYear) => forms.longDay(atMs, withYear).replace(",", ""),
};
