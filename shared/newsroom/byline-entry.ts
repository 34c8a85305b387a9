import { agencyEnding, isAgencyName, isAgencyShortName, isShortForm, opensAgency } from "./agency-names.ts";
import { isNameSuffix, isParticle } from "./person-name.ts";

/** Whom and what one entry of a byline's list names. */
export interface BylineEntry {
  readonly author: string | null;
  readonly agency: string | null;
}

/** What set an entry apart from the names before it: a bar or dash, the last comma after an "and", or nothing. */
export type SetApart = "bar" | "comma" | null;

const NOBODY: BylineEntry = { author: null, agency: null };

const EMPLOYER = /^(.+?)\s+(?:for|of|für|pour|för)\s+(.+)$/iu;
const PLACE = /\s+(?:in|à|i|aus|from)\s+\p{Lu}.*$/u;
const ROLE =
  /\b(?:writers?|reporters?|correspondents?|editors?|columnists?|photographers?|journalists?|contributors?|critics?|redakteur(?:in)?|reporterin|korrespondent(?:in)?|journaliste)$/iu;
const STAFF = /\b(?:staff|staff (?:and wire )?reports?|correspondents|wire reports?|redaktion(?:en)?)$/iu;
const INITIAL = /^(?:\p{Lu}\.)+$/u;
const HYPHEN = /[-‐‑]/;
/** Second given names that are seldom surnames: `María José`, `Mary Ann`. */
const SECOND_GIVEN: ReadonlySet<string> = new Set(
  "ann anne anna lou jo jose josé maria maría marie luc claude beth kate ellen carlos luis manuel antonio".split(
    " ",
  ),
);
/** First words of places of two words, so that `New York Times` is a paper and nobody called New York. */
const PLACE_OPENINGS: ReadonlySet<string> = new Set(
  "new los las san santa santo salt saint st. fort port north south east west great grand el la le".split(
    " ",
  ),
);

/** How many of the words are a person's: given name, initials, particles, one surname, `Jr.`. */
function personLength(words: readonly string[]): number {
  const longEnough = words.length > 4;
  const hyphened = HYPHEN.test(words[2] ?? "") && agencyEnding(words[2] ?? "") === null;
  let at = longEnough && (hyphened || SECOND_GIVEN.has((words[1] ?? "").toLowerCase())) ? 2 : 1;
  while (INITIAL.test(words[at] ?? "") || isParticle(words[at] ?? "")) at += 1;
  at += 1;
  while (isNameSuffix(words[at] ?? "")) at += 1;
  return at;
}

/** Where the name of an agency begins in a person's entry: `Carla Gomez | Valley News`; the number of words where nowhere. */
function agencyStart(words: readonly string[]): number {
  const opening = words.findIndex((word, at) => at >= 2 && opensAgency(word) && !isParticle(word));
  if (opening > 0) return opening;
  const last = words.at(-1) ?? "";
  const inCapitals = words.every((word) => word === word.toUpperCase());
  const signed = isAgencyShortName(last) || (isShortForm(last) && !isNameSuffix(last) && !inCapitals);
  if (words.length > 2 && signed) return words.length - 1;
  const ending = agencyEnding(last);
  if (words.length < 4 || ending === null) return words.length;
  return Math.min(personLength(words), words.length - 1);
}

/** `Valley News Political Reporter` → `Valley News`; `Staff Writer` → null. */
function employerOfRole(text: string): string | null {
  const words = text
    .replace(ROLE, "")
    .replace(/^staff\b/iu, "")
    .trim()
    .split(" ");
  const first = words[0] ?? "";
  if (isShortForm(first) || isAgencyShortName(first)) return first;
  const end = words.findLastIndex((word, at) => at > 0 && agencyEnding(word) !== null);
  if (end > 0) return words.slice(0, end + 1).join(" ");
  return words.length > 1 && opensAgency(first) ? words.join(" ") : null;
}

/** True where the whole entry is an agency, and no person stands before its name. */
function isAgencyAlone(text: string, words: readonly string[]): boolean {
  const first = words[0] ?? "";
  if (STAFF.test(text) || opensAgency(first)) return true;
  if (!isAgencyName(text)) return false;
  if (words.length < 3 || PLACE_OPENINGS.has(first.toLowerCase())) return true;
  return words.length === 3 && !isAgencyShortName(words.at(-1) ?? "") && !isShortForm(words.at(-1) ?? "");
}

/**
 * Reads one entry of a byline's list: a person, an agency, a person with an agency behind the
 * name, or a role, which names neither. What a bar sets apart from the people is their agency,
 * known or not; what the last comma sets apart is, where it is called like one.
 */
export function readBylineEntry(text: string, apart: SetApart): BylineEntry {
  if (/^special to /i.test(text) || (apart !== null && isAgencyName(text)))
    return { author: null, agency: text };
  const words = text.replace(PLACE, "").trim().split(" ");
  if (isAgencyAlone(text, words)) return { author: null, agency: text };
  if (ROLE.test(text)) {
    const agency = employerOfRole(text);
    return agency === null ? NOBODY : { author: null, agency };
  }
  if (apart === "bar") return { author: null, agency: text };
  const [, person, employer] = EMPLOYER.exec(text) ?? [];
  if (person !== undefined && employer !== undefined) {
    return { author: person.replace(PLACE, ""), agency: employer.replace(/^the\s+/, "The ") };
  }
  const start = agencyStart(words);
  const agency = words.slice(start).join(" ");
  return { author: words.slice(0, start).join(" "), agency: agency === "" ? null : agency };
}
