import type { BylineFacts } from "#shared/document/index.ts";
import { isAgencyName, isShortForm } from "./agency-names.ts";
import { readBylineEntry, type SetApart } from "./byline-entry.ts";
import { isCalendarDate } from "./calendar-words.ts";
import { isNameSuffix } from "./person-name.ts";

const LONGEST_BYLINE = 500;

const LEAD = /^(?:(?:story|text|words|reporting)\s+)?(?:by|von|par|av|af|door)(?:\s*:\s*|\s+|$)/iu;
/** Words that lead a byline in one language and begin a surname in another: taken off before a whole name only. */
const DOUBTFUL_LEAD =
  /^(?:[Pp]or|POR|[Dd]i|DI|[Dd]e|DE|[Tt]ext|texte|texto|testo)(?:\s*:\s*|\s+)(?=\p{Lu}[^\s,]*\s+\p{Lu})/u;
const BRACKETS = /\s*[([]([^()[\]]{0,60})[)\]]/gu;
const STAFF_REPORT = /^(?:the\s+)?[\p{L}\s.&-]{0,60}\bstaff(?:\s+and\s+wire)?(?:\s+reports?)?$/iu;
const APART = /\s*[|•·●;/]\s*|\s+[–—-]\s+/u;
const IN_LIST =
  /(\s*,\s*(?:(?:and|AND|und|et|och|og|en|y|e)\s+)?|\s+(?:and|AND|und|UND|et|ET|och|OCH|og|OG|en|y|e|&|with|WITH|mit|avec|con|med)\s+)/u;
/** When the page was published, behind the names without a sign between. */
const PUBLISHED = /\s+(?:published|updated|posted)\b.*$/iu;
/** What stands beside a byline on a page and names nobody: dates, times, addresses, reading times. */
const NO_NAME =
  /@|^(?:https?:|www\.)|^\d|\b\d{1,2}:\d{2}\b|\b(?:19|20)\d\d\b|^(?:published|updated|posted|email)\b|\bmin(?:ute)? read\b/iu;

/** Without the signs by which wire services mark lines: `^By JANE DOE=`. */
function plainLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\^/, "")
    .replace(/\s*[=<]+$/, "");
}

/** The byline without its `By`, `Von`, `Par`, `Av`; the same text where nothing leads it. */
function withoutBylineLead(line: string): string {
  const text = plainLine(line);
  const led = text.replace(LEAD, "");
  return (led === text ? text.replace(DOUBTFUL_LEAD, "") : led).replace(PUBLISHED, "");
}

interface ListItem {
  readonly text: string;
  readonly apart: SetApart;
}

/** The entries of a byline in order: names in a list, and what bars set apart from them. */
function listItems(people: string): readonly ListItem[] {
  return people.split(APART).flatMap((segment, segmentAt) => {
    const pieces = segment.split(IN_LIST);
    const names = pieces.filter((_, at) => at % 2 === 0);
    const joints = pieces.filter((_, at) => at % 2 === 1);
    const hasAnd = joints.slice(0, -1).some((joint) => /\p{L}|&/u.test(joint)) || joints.length === 1;
    return names.map((text, at) => {
      const lastComma = at > 0 && at === names.length - 1 && hasAnd && /^\s*,\s*$/.test(joints[at - 1] ?? "");
      const behindBar = segmentAt > 0 && names.length === 1;
      return {
        text: text.trim().replace(/^l[’'](?=\p{Lu})/u, ""),
        apart: behindBar ? "bar" : lastComma ? "comma" : null,
      };
    });
  });
}

/** A short form behind names that are written out: `, xyz`, `avec AXP`. */
function isUnknownAgency(text: string, authors: readonly string[]): boolean {
  const writtenOut = authors.some((author) => author !== author.toUpperCase());
  return writtenOut && (isShortForm(text) || /^\p{Ll}{3}$/u.test(text));
}

/**
 * The people and the agency that a byline names, whatever its form: `By A, B and C Agency Name`,
 * `By Jane Doe | Valley News`, `Von Anna Müller, dpa`, `Jane Doe, Staff Writer`. Names stand as
 * they are written. Where an agency's name is not known, the last words are taken for it when
 * they end like one (News, Press, Times …). A text longer than 500 characters names nobody.
 */
export function parseByline(text: string): BylineFacts {
  if (text.length > LONGEST_BYLINE) return { authors: [], agency: null };
  const authors: string[] = [];
  const agencies: string[] = [];
  const line = withoutBylineLead(text).replace(BRACKETS, (_, inside: string) =>
    isAgencyName(inside) ? ` | ${inside}` : "",
  );
  if (STAFF_REPORT.test(line)) return { authors: [], agency: line };
  for (const item of listItems(line)) {
    if (item.text === "" || NO_NAME.test(item.text) || isCalendarDate(item.text)) continue;
    const before = authors.at(-1);
    if (isNameSuffix(item.text) && before !== undefined) {
      authors[authors.length - 1] = `${before} ${item.text}`;
      continue;
    }
    if (isUnknownAgency(item.text, authors)) {
      agencies.push(item.text);
      continue;
    }
    const isPlace = agencies.length > 0 && authors.length > 0 && !item.text.includes(" ");
    if (isPlace) continue;
    const entry = readBylineEntry(item.text, authors.length === 0 ? null : item.apart);
    if (entry.author !== null && entry.author !== "" && !authors.includes(entry.author))
      authors.push(entry.author);
    if (entry.agency !== null && !agencies.includes(entry.agency)) agencies.push(entry.agency);
  }
  return { authors, agency: agencies.length === 0 ? null : agencies.join(", ") };
}
