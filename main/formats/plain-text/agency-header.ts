import { slugFrom } from "#shared/newsroom/index.ts";
import type { ReadReason } from "#shared/contract/read-reasons.ts";

/** A line above an agency's story: how it was sent, and under what words. */
export interface AgencyHeader {
  readonly reason: ReadReason;
  /** The slug that the line gives, ready to use; null where it gives none. */
  readonly slug: string | null;
}

const LONGEST = 400;
const SLUG_WORDS = 5;

const IPTC_HEADER = /^[a-z]{2,4}\d{3,5}\s+\d\s+[a-z]{1,4}\s+\d{1,5}(?:\s.{0,60})?$/iu;
const ANPA_HEADER =
  /^[a-z]?\d{4,5}-*$|^[A-Z]{1,3}\d{3,5}[_ ]?[a-z-]{0,14}$|^[a-z] [a-z]\W{0,4}(?:BC|AM|PM)-/u;
const CYCLE_SLUG = /^(?:[a-z] [a-z]\W{0,4})?(?:BC|AM|PM)-{1,2}(\S.{1,120})$/u;
const NAMED_SLUG = /^(?:slug(?:line)?|stichwort)\s*[:=]\s*(\S.{0,120})$/iu;
const SLUG_WITH_SLASH =
  /^([\p{L}\d][\p{L}\d .&-]{0,40}(?:\/[\p{L}\d .&-]{1,40}){0,5})\/(?:\s*\(.{1,40}\))?$/u;
const SLUG_SHAPE =
  /^([\p{L}\d]+(?:[-/][\p{L}\d]+){1,8})(?:\s*\([^)]{1,40}\)|,? (?:\d{1,2}(?:st|nd|rd|th) )?(?:ld|lead|update|writethru|take)\b.{0,40}|,? \d{2,5})?$/iu;
const URGENCY =
  /^(?:urgent|bulletin|flash|extra|advisory|news ?alert|alert|eil(?:meldung)?|blitz|refile|repeat|rpt|exclusive|wiederholung|berichtigung|korrektur|zusammenfassung|correct(?:ed|ion)(?: .{0,30})?|(?:update|lead|ld|take|add|sub)[ -]?\d{0,2}|\d{1,2}(?:st|nd|rd|th|\.)? (?:ld|lead|update|take|add|sub|zusammenfassung)(?:[ -]writethru)?|not for (?:publication|broadcast).{0,60}|embargo(?:ed)?\b.{0,100}|sperrfrist\b.{0,100}|hold for release.{0,60})[:!.]?$/iu;
const COUNT = /^\(?\s*(?:ca\.? |about )?\d{1,5}\s*(?:words|wörter|mots|palabras|ord|wds)\s*\)?$/iu;
const FIELD =
  /^(?:keywords?|category|cat|priority|prio|urgency|version|service|desk|words?|word ?count|length|embargo(?:ed)?|ressort|thema|story id|id|take|filed|sent|stichworte?|mots[- ]clés|nyckelord)\s*[:=]\s*\S.{0,160}$/iu;
const PICTURES = /^AP (?:Photos?|Video|Graphics?)(?: [A-Z]{2,5}\d{2,4},?)*$/u;
const NOTE =
  /^\(?\s*(?:eds?\.?:|editors?:|editor[’']?s[’']? note|editors[’']? note|note to (?:editors?|desks?)|attention (?:editors?|desks?)|redaktioneller hinweis)/iu;

/** The line without the signs by which wire formats mark where it begins and ends. */
export function withoutWireMarks(text: string): string {
  return text.replace(/^\^+\s*(?=\S)/, "").replace(/(?<=[^\s=<])\s*[=<]+$/, "");
}

function cleanSlug(words: string): string {
  const name = words.split(/,|\(|\s{2,}/, 1)[0] ?? "";
  return slugFrom(name.replace(/\b\d{1,2}(?:st|nd|rd|th)?\s?(?:ld|lead)\b.*$/iu, ""), SLUG_WORDS);
}

function isSlugShape(text: string): boolean {
  const match = SLUG_SHAPE.exec(text);
  const name = match?.[1];
  if (name === undefined || !/\p{L}{2}/u.test(name)) return false;
  return name === name.toUpperCase() || name.split(/[-/]/).length > 2 || match?.[0] !== name;
}

function slugLine(line: string): string | null {
  const given = CYCLE_SLUG.exec(line) ?? NAMED_SLUG.exec(line) ?? SLUG_WITH_SLASH.exec(line);
  if (given?.[1] !== undefined) return cleanSlug(given[1]);
  return isSlugShape(line) ? cleanSlug(SLUG_SHAPE.exec(line)?.[1] ?? line) : null;
}

/**
 * What a line above the story says about how an agency sent it: a slug (`BC-US--Transit Tax,466`,
 * `Germany-politics/`, `Slug: TRANSIT-TAX`), a priority, a count of words, a note to editors, what
 * is left of an IPTC 7901 or ANPA 1312 header. Null for any other line.
 */
export function agencyHeader(text: string): AgencyHeader | null {
  if (text.length > LONGEST) return null;
  const line = withoutWireMarks(text);
  if (NOTE.test(line)) return { reason: "a note to editors", slug: null };
  if (IPTC_HEADER.test(line)) return { reason: "an IPTC 7901 header", slug: null };
  const slug = slugLine(line);
  if (slug !== null) return { reason: "the agency's slug line", slug: slug === "" ? null : slug };
  if (ANPA_HEADER.test(line)) return { reason: "an ANPA 1312 header", slug: null };
  if (URGENCY.test(line)) return { reason: "the message's priority or version", slug: null };
  if (COUNT.test(line)) return { reason: "a count of words", slug: null };
  if (FIELD.test(line) || PICTURES.test(line))
    return { reason: "a line of the message's header", slug: null };
  return null;
}
