import { isAgencyName, isAgencyShortName, isShortForm } from "./agency-names.ts";
import { foldText } from "./slug.ts";
import { isNameWord, isParticle, looksLikePersonName } from "./person-name.ts";

/** A photo's caption taken apart from its credit. */
export interface CreditSplit {
  /** Empty where the text is a credit and nothing else. */
  readonly caption: string;
  /** Without the brackets or the `Photo:` around it: `Jane Doe`, `AP Photo/Jane Doe`. */
  readonly credit: string;
  /** What shows that it is one. A name in brackets alone may also stand in a story; the others hardly do. */
  readonly form: "name in brackets" | "credit in brackets" | "credit with a label" | "names with a slash";
}

const LONGEST_CREDIT = 120;
const ENDS_SENTENCE = /[.!?…]["”’»'“)]*$/u;
const LABEL =
  /(?:^|[.!?…]["”’»')]*\s+|\s[|–—-]\s)((?:file\s+)?(?:photo(?:graph)?s?|picture|image|foto(?:s)?|bild|bilder|crédit(?:\s+photo)?|credit|photo\s+credit|image\s+credit|quelle)(?:\s*:\s*|\s+(?:by|von|par|av|de|di|courtesy\s+of|courtesy)\s+(?:of\s+)?)|courtesy(?:\s+of|\s+photo\s*[/:]?|\s*:)?\s*|handout\s*[/:]\s*)(\S.*)$/iu;
const SLASHED = /(?:^|[.!?…]["”’»')]*\s+)([^.!?…"“”]{3,90}?(?:\s?\/\s?|\s+via\s+)[^.!?…"“”]{2,60})$/u;
const EXPLICIT =
  /(?:\bphotos?\b|\bfoto\b|\bbild\b|\bcourtesy\b|\bhandout\b|\bvia\b|\bpool\b|\bfile\b|\bgetty\b|©|\/)/iu;
const CREDIT_WORD =
  /^(?:photo|photos|foto|bild|courtesy|handout|via|pool|file|for|of|by|from|the|and|und|et|och|y|e|&|with|images?|archive|archiv|staff|©|-|–|—)$/iu;
/** What stands in brackets behind a sentence and credits nobody, folded. */
const NO_CREDIT: ReadonlySet<string> = new Set(
  "see left right top bottom center story page not continued adds updates corrects laughs applause laughter pause emphasis read more related editor note update part in on it he she they".split(
    " ",
  ),
);

/** True where the words can only be names: of people, agencies, and what stands between them in a credit. */
function isCredit(text: string): boolean {
  const words = text.split(/[\s/,]+/).filter((word) => word !== "");
  if (
    text.length > LONGEST_CREDIT ||
    words.length === 0 ||
    words.length > 12 ||
    /[.!?]\s+\p{Lu}\p{Ll}{2,}.*[.!?]$/u.test(text)
  )
    return false;
  if (NO_CREDIT.has(foldText(words[0] ?? ""))) return false;
  const named = words.filter((word) => isNameWord(word) || isShortForm(word) || isAgencyShortName(word));
  const others = words.filter((word) => !named.includes(word));
  return (
    named.length > 0 &&
    others.every(
      (word) =>
        CREDIT_WORD.test(word) || isParticle(word) || (/^(?:19|20)\d\d$/.test(word) && /file/i.test(text)),
    )
  );
}

/** True for `Jane Doe`, `Jane Doe, Valley News`, `AFP`: a credit that says no word of being one. */
function isNamed(text: string): boolean {
  return text
    .split(/\s*,\s*|\s+(?:and|und|et|och|&)\s+/u)
    .every((part) => looksLikePersonName(part) || isAgencyName(part) || isShortForm(part));
}

function inBrackets(text: string): CreditSplit | null {
  const end = /[)\]]\.?$/.exec(text);
  if (end === null) return null;
  const tail = text.slice(-LONGEST_CREDIT - 4, end.index);
  const openAt = Math.max(tail.lastIndexOf("("), tail.lastIndexOf("["));
  if (openAt < 0) return null;
  const credit = tail.slice(openAt + 1).trim();
  const caption = text.slice(0, end.index - tail.length + openAt).trim();
  if (
    /[()[\]]/.test(credit) ||
    !isCredit(credit.replace(/^(?:photos?|foto|bild|credit)(?:\s*:|\s+by\b)\s*/iu, ""))
  )
    return null;
  if (
    EXPLICIT.test(credit) &&
    (caption === "" || ENDS_SENTENCE.test(caption) || /^(?:ap )?(?:photo|foto)|courtesy|\//iu.test(credit))
  ) {
    return { caption, credit, form: "credit in brackets" };
  }
  return isNamed(credit) && ENDS_SENTENCE.test(caption)
    ? { caption, credit, form: "name in brackets" }
    : null;
}

function withLabel(text: string): CreditSplit | null {
  const tailAt = Math.max(0, text.length - LONGEST_CREDIT - 60);
  const match = LABEL.exec(text.slice(tailAt));
  const [whole, label, names] = match ?? [];
  if (match === null || whole === undefined || label === undefined || names === undefined) return null;
  if (tailAt > 0 && match.index === 0 && !/^[.!?…\s]/u.test(whole)) return null;
  const credit = names.replace(/\.$/, "").trim();
  if (!isCredit(credit)) return null;
  const labelAt = tailAt + match.index + whole.length - label.length - names.length;
  const caption = text
    .slice(0, labelAt)
    .replace(/\s[|–—-]\s$/u, "")
    .trim();
  return {
    caption,
    credit: /courtesy/i.test(label) ? `${label}${names}`.trim() : credit,
    form: "credit with a label",
  };
}

function withSlash(text: string): CreditSplit | null {
  const tailAt = Math.max(0, text.length - LONGEST_CREDIT - 60);
  const match = SLASHED.exec(text.slice(tailAt));
  const credit = match?.[1]?.trim();
  if (match === null || credit === undefined || !isCredit(credit) || !slashedNames(credit)) return null;
  if (tailAt > 0 && match.index === 0 && !/^[.!?…]/u.test(match[0])) return null;
  return { caption: text.slice(0, text.length - credit.length).trim(), credit, form: "names with a slash" };
}

/** `Jane Doe / The Paper`, `J. Roe/AFP via Getty Images`, and not `He/She`, `News/Sports`. */
function slashedNames(credit: string): boolean {
  const parts = credit.split(/\s?\/\s?|\s+via\s+/);
  return (
    parts.some((part) => looksLikePersonName(part) || isAgencyShortName(part)) &&
    parts.every((part) => isNamed(part) || isCredit(part)) &&
    !/^https?:/.test(credit)
  );
}

/**
 * Parts a credit from the end of a caption: `… . (Jane Doe)`, `… (AP Photo/Jane Doe)`,
 * `… . Photo: Jane Doe`, `… . Jane Doe / The Paper`. Null where no credit ends the text; a
 * sentence in brackets is none.
 */
export function splitCredit(text: string): CreditSplit | null {
  const trimmed = text.trim();
  return inBrackets(trimmed) ?? withLabel(trimmed) ?? withSlash(trimmed);
}
