import { isAgencyName, isAgencyShortName, isShortForm } from "./agency-names.ts";
import { isCalendarDate, isMonth, isWeekday } from "./calendar-words.ts";
import { foldText } from "./slug.ts";

/** A paragraph taken apart behind its dateline. */
export interface DatelineSplit {
  /** With its dash: `PARIS (AFP) –`. */
  readonly dateline: string;
  /** The paragraph behind the dateline; empty where the dateline stands alone. */
  readonly rest: string;
  readonly place: string;
  readonly agency: string | null;
  /**
   * `sure` where an agency, a date or a state stands beside the place, `likely` for a place in
   * capitals, `possible` for any capitalised word before a dash: take that for a dateline only
   * where a story begins.
   */
  readonly certainty: "sure" | "likely" | "possible";
}

const LONGEST_DATELINE = 120;
/** A dash that ends a dateline: with white space around it, or an em dash set tight. */
const DASHES = /(?:^|[\s).])(—|–|―|--|-|_)(?=\s|$)|\S(—)(?=\S)/gu;
const AGENCY = /\s*\(([^()]{1,40})\)/u;
const LEADING_AGENCY = /^\(([^()]{1,40})\)\s*[-–—]\s*/u;
const PLACE_WORD = /^(?:[dl]['’])?\p{Lu}[\p{L}\p{M}.'’-]*$/iu;
const CAPITAL_FIRST = /^(?:[dl]['’])?\p{Lu}/u;
const PLACE_PARTICLE =
  /^(?:de|del|della|di|da|do|la|le|les|los|las|el|of|the|am|an|der|den|die|im|in|ob|sur|sous|upon|on|y|und|e|et|och|and|al|zu|bei|a\.)$/u;
const LOWER_LETTER = /\p{Ll}/u;
const STATES: ReadonlySet<string> = new Set(
  (
    "ala ariz ark calif colo conn del fla ga idaho ill ind iowa kan ky la maine md mass mich minn miss mo mont neb nev nh nj nm ny nc nd ohio okla ore pa ri sc sd tenn texas utah vt va wash wva wis wyo alaska hawaii dc " +
    "ont que bc alta sask man ns nb pei nl"
  ).split(" "),
);
/** What news pages and desks write before a dash that is no place, folded. */
const NO_PLACES: ReadonlySet<string> = new Set(
  (
    "the a an and but or so if when while what who why how he she it they we you i in on at for with after before yes no not now " +
    "update updated updates breaking breaking-news correction corrected clarification analysis opinion editorial review watch video photo photos listen live exclusive " +
    "note notes editor's urgent flash alert bulletin advisory question answer q dear abby caption factbox fact fakten fakta info hintergrund analyse kommentar"
  ).split(" "),
);

interface Lead {
  readonly place: string;
  readonly agency: string | null;
  readonly evidence: boolean;
}

function agencyIn(brackets: string): string | null {
  const parts = brackets.split(/[/,]/).map((part) => part.trim());
  const signs = parts.some(
    (part) => isAgencyName(part) || isShortForm(part) || isAgencyShortName(part) || /^\p{Ll}{3}$/u.test(part),
  );
  return signs || /^\p{Lu}[\p{L} .&-]*\s(?:News|Press|Agency)$/u.test(brackets) ? brackets : null;
}

function isRegion(text: string): boolean {
  return STATES.has(foldText(text).replace(/[.\s]/g, ""));
}

function isPlaceName(text: string): boolean {
  const words = text.split(/[\s/]+/);
  if (text === "" || words.length > 7 || words.some((word) => word.length > 30)) return false;
  if (words.length === 1 && text.toLowerCase() === "new") return false;
  if (NO_PLACES.has(foldText(words[0] ?? "")) || isMonth(words[0] ?? "") || isWeekday(words[0] ?? ""))
    return false;
  if (!CAPITAL_FIRST.test(words[0] ?? "") && !/^(?:l['’])/u.test(text)) return false;
  const named = words.filter((word) => PLACE_WORD.test(word) && CAPITAL_FIRST.test(word));
  const others = words.filter((word) => !named.includes(word));
  return named.length > 0 && others.every((word) => PLACE_PARTICLE.test(word));
}

/** The words before the dash: a place, then states, dates and an agency in any order. */
function readLead(text: string): Lead | null {
  const bracketed = AGENCY.exec(text);
  const agency = bracketed?.[1] === undefined ? null : agencyIn(bracketed[1]);
  if (bracketed !== null && agency === null) return null;
  const [place = "", ...others] = text
    .replace(AGENCY, ",")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const { name, dated } = placeAndDate(place);
  if (!isPlaceName(name) || others.length > 4) return null;
  const known = others.filter(
    (part) => isCalendarDate(part) || isRegion(part) || /^(?:19|20)\d\d$/.test(part),
  );
  const unknown = others.filter((part) => !known.includes(part));
  if (!unknown.every((part) => isPlaceName(part) || isAgencyName(part))) return null;
  return { place: name, agency, evidence: agency !== null || dated || known.length > 0 };
}

/** `PARIS 3 Nov` → the place and that a date follows it without a comma. */
function placeAndDate(text: string): { readonly name: string; readonly dated: boolean } {
  const words = text.split(/\s+/);
  const from = words.findIndex(
    (_, at) => at > 0 && isCalendarDate(words.slice(at).join(" ")) && /\d/.test(words.slice(at).join(" ")),
  );
  return from < 0 ? { name: text, dated: false } : { name: words.slice(0, from).join(" "), dated: true };
}

function certaintyOf(lead: Lead, others: string, rest: string): DatelineSplit["certainty"] | null {
  const capitals = !LOWER_LETTER.test(
    lead.place.replace(/\b(?:Mc|Mac|de|la|of|the|del|am|an|der|sur)\b|(?<=Mc)\p{Ll}/gu, ""),
  );
  const opens = rest === "" || /^[\p{Lu}\p{N}"“„«‘'`¿¡(]/u.test(rest);
  if (lead.evidence) return capitals || opens ? "sure" : null;
  if (capitals && lead.place.length > 2) return others.includes(",") ? "sure" : "likely";
  return opens && rest !== "" && lead.place.split(" ").length <= 3 ? "possible" : null;
}

/**
 * Parts the dateline that leads a paragraph from the rest: `PARIS (AFP) –`, `SPOKANE, Wash. —`,
 * `LONDON/PARIS, 12 March (Agency) --`, `Berlin (dpa) -`. Null where none leads it. Dateline and
 * rest hold every character of the text but the white space around them.
 */
export function splitDateline(text: string): DatelineSplit | null {
  const start = text.trimStart();
  const head = start.slice(0, LONGEST_DATELINE);
  const leading = LEADING_AGENCY.exec(head);
  const skip = leading?.[0].length ?? 0;
  const leadingAgency = leading?.[1] === undefined ? null : agencyIn(leading[1]);
  if (leading !== null && leadingAgency === null) return null;
  for (const dash of head.matchAll(DASHES)) {
    const sign = dash[1] ?? dash[2] ?? "";
    const signAt = dash.index + dash[0].length - sign.length;
    if (signAt < skip + 1) continue;
    const words = head.slice(skip, signAt).trim();
    const lead = readLead(words);
    if (lead === null) continue;
    const rest = start.slice(signAt + sign.length).trim();
    const agency = lead.agency ?? leadingAgency;
    const certainty = certaintyOf(
      { ...lead, evidence: lead.evidence || leadingAgency !== null },
      words,
      rest,
    );
    if (certainty === null) return null;
    if (sign === "-" && certainty === "possible") return null;
    return { dateline: start.slice(0, signAt + sign.length), rest, place: lead.place, agency, certainty };
  }
  return null;
}
