import type { BylineFacts } from "#shared/document/index.ts";
import { parseByline } from "#shared/newsroom/index.ts";
import { agencyEnding, isAgencyName, isAgencyShortName, opensAgency } from "#shared/newsroom/agency-names.ts";
import { isNameWord, looksLikePersonName } from "#shared/newsroom/person-name.ts";
import { withoutWireMarks } from "./agency-header.ts";

const LONGEST = 240;
const LED =
  /^(?:(?:story|words) )?(?:by|von|par|av|af|door)\s+\S|^(?:Por|Di|De|DE|POR|DI)\s+\p{Lu}|^(?:text|texte|texto|testo)\s?:\s*\p{Lu}/iu;
const DOUBTFUL = /^(?:por|di|de)\s/iu;
const STAFF = /\b(?:staff|correspondents?|reports?|redaktion(?:en)?)$/iu;
const SENTENCE_END = /\p{Ll}{3,}[.!?]$/u;
const SPEAKS = /["“”„«»]|\?$/u;

function isKnownAgency(agency: string): boolean {
  const words = agency.split(/\s+/);
  const afterThe = words[0]?.toLowerCase() === "the" ? (words[1] ?? "") : (words[0] ?? "");
  return (
    STAFF.test(agency) ||
    /^special to /iu.test(agency) ||
    agencyEnding(words.at(-1) ?? "") !== null ||
    isAgencyShortName(agency) ||
    opensAgency(afterThe)
  );
}

/** Nobody is called `Popular Demand, 2026`: every author must look like a person's name, a single word only beside others. */
function areNames(facts: BylineFacts): boolean {
  const single = facts.agency !== null || facts.authors.length > 1;
  const whole = facts.authors.filter((author) => looksLikePersonName(author)).length;
  return whole > 0
    ? facts.authors.every((author) => looksLikePersonName(author) || (single && isNameWord(author)))
    : facts.authors.length === 0 && facts.agency !== null && isKnownAgency(facts.agency);
}

/** The facts of a line that begins as a byline does and names nothing but people and agencies; null for any other line. */
export function readLedByline(text: string): BylineFacts | null {
  const line = withoutWireMarks(text);
  if (line.length > LONGEST || !LED.test(line) || SENTENCE_END.test(line) || SPEAKS.test(line)) return null;
  const facts = parseByline(line);
  if (!areNames(facts) || (DOUBTFUL.test(line) && facts.authors.length === 0)) return null;
  return facts;
}

/** The facts of a line that only names people, perhaps with their agency: a byline where one may stand. */
export function readBareByline(text: string): BylineFacts | null {
  const line = withoutWireMarks(text);
  if (line.length > LONGEST || SENTENCE_END.test(line) || SPEAKS.test(line)) return null;
  const facts = parseByline(line);
  if (facts.authors.length === 0 || !facts.authors.every((author) => looksLikePersonName(author)))
    return null;
  const plain = facts.agency === null || isAgencyName(facts.agency) || isKnownAgency(facts.agency);
  return plain ? facts : null;
}
