import { foldText } from "./slug.ts";

/** Names and short names of the months, folded: English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish. */
const MONTH_NAMES: ReadonlySet<string> = new Set(
  (
    "jan january januar januari janvier janv jan enero ene gennaio janeiro feb february februar februari fevrier fevr febrero febbraio fevereiro " +
    "mar march marz maerz mrz mars marzo marco maart apr april avril avr abril abr aprile may mai maj mayo maggio maio mei " +
    "jun june juni juin junio giugno junho jul july juli juillet juil julio luglio julho aug august augusti aout agosto ago augustus " +
    "sep sept september septembre septiembre settembre setembro oct okt october oktober octobre octubre ottobre outubro " +
    "nov november novembre noviembre novembro dec dez december dezember decembre diciembre dicembre dezembro"
  ).split(" "),
);
const WEEKDAY_NAMES: ReadonlySet<string> = new Set(
  (
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday " +
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche " +
    "lunes martes miercoles jueves viernes sabado domingo mandag tisdag onsdag torsdag fredag lordag sondag"
  ).split(" "),
);

function bare(word: string): string {
  return foldText(word).replace(/[.,;:]+$/, "");
}

/** True for the name of a month, long or short, in the languages that agencies write in. */
export function isMonth(word: string): boolean {
  return MONTH_NAMES.has(bare(word));
}

/** True for the name of a weekday. */
export function isWeekday(word: string): boolean {
  return WEEKDAY_NAMES.has(bare(word));
}

const DAY_OR_YEAR = /^(?:\d{1,2}(?:st|nd|rd|th|er|\.)?|(?:19|20)\d\d)[,.]?$/iu;
const LINK_WORD = /^(?:de|of|the|le|den|del|am)$/iu;

/** True for a date of words and figures and nothing else: `Nov. 3`, `12 March`, `3 nov.`, `Tuesday`, `le 3 novembre 2026`. */
export function isCalendarDate(text: string): boolean {
  const words = text
    .trim()
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  if (words.length === 0 || words.length > 6) return false;
  const named = words.some((word) => isMonth(word) || isWeekday(word));
  return (
    named &&
    words.every((word) => isMonth(word) || isWeekday(word) || DAY_OR_YEAR.test(word) || LINK_WORD.test(word))
  );
}
