import { foldText } from "./slug.ts";

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Short names by which agencies sign, folded. Facts, not complete: a capitalised short form in brackets counts as well. */
const SHORT_NAMES = words(
  "aap aft afp agi anp ansa ap apa apn apf ats bbc belga bta cna cns cp ctk dpa dpa-afx dts dw efe epa epd hina ians ips itar-tass jta kna keystone-sda kyodo lusa mena mti ntb npr pa pap pti reuters ritzau rts sapa sda sid sta stt swns tass tass tt ukrinform upi vif xinhua yonhap afp-jiji bloomberg",
);

/** Last words of an agency's or paper's name that are nobody's surname, folded. */
const SURE_ENDINGS = words(
  "news newsroom press times agency agence agentur agencia agenzia journal journal-constitution herald gazette tribune chronicle courier examiner dispatch post-dispatch telegraph sentinel bulletin inquirer enquirer advertiser newspapers newspaper broadcasting television magazine wire wires service services network media nachrichten zeitung presse tageblatt anzeiger kurier nyheter tidning tidningen tidningarna posten bladet blatt observer ledger star-ledger times-picayune spokesman-review guardian today daily weekly online images pictures photos reuters monitor courrier quotidien depeche corriere giornale diario periodico",
);

/** Last words of a paper's name that are surnames too: they need more than one word before them. */
const LIKELY_ENDINGS = words(
  "post star sun globe mail record bee mercury standard review register republic independent mirror express echo argus voice union example page radio report reports city",
);

const COMPOUND_ENDING = /(?:zeitung|tidningen|tidning|bladet|blad|blatt|posten|nytt|presse|avisen|krant)$/;

/** First words of an agency's name, folded. */
const OPENINGS = words("associated agence agencia agenzia agentur united bloomberg public national");

const SHORT_FORM = /^(?:\p{Lu}{2,6}|\p{Lu}[\p{Lu}.]{2,8})$/u;
const ARTICLE = /^(?:le|la|les|el|il|der|die|das)$/iu;
const STAFF = /\b(?:staff|correspondents?|wire (?:services?|reports?)|news services?|redaktion(?:en)?)$/i;

/** True for one word that signs for an agency by itself: `AFP`, `dpa`, `Reuters`. */
export function isAgencyShortName(word: string): boolean {
  return SHORT_NAMES.has(foldText(word));
}

/** True for a capitalised short form, as it stands in the brackets of a dateline: `XYZ`, `A.P.`. */
export function isShortForm(word: string): boolean {
  return SHORT_FORM.test(word);
}

/** How surely a word ends the name of an agency or paper. */
export function agencyEnding(word: string): "sure" | "likely" | null {
  const folded = foldText(word).replace(/[.,;:]+$/, "");
  if (SURE_ENDINGS.has(folded) || SHORT_NAMES.has(folded) || COMPOUND_ENDING.test(folded)) return "sure";
  return LIKELY_ENDINGS.has(folded) ? "likely" : null;
}

/** True for a word that begins the name of an agency: `The`, `Associated`, `Agence`. */
export function opensAgency(word: string): boolean {
  const folded = foldText(word);
  return folded === "the" || OPENINGS.has(folded);
}

/** True where a whole text is the name of an agency, a paper or its staff: `Valley News`, `The Associated Example`, `AFP`. */
export function isAgencyName(text: string): boolean {
  const tokens = text.trim().split(/\s+/);
  const first = tokens[0] ?? "";
  const last = tokens.at(-1) ?? "";
  if (text.length > 80 || tokens.length > 7 || /[.!?]\s/.test(text)) return false;
  if (tokens.length === 1)
    return isAgencyShortName(first) || (/^\p{Lu}/u.test(first) && agencyEnding(first) === "sure");
  if (STAFF.test(text)) return tokens.every(isNameWord);
  if (!tokens.every(isNameWord)) return false;
  const ending = agencyEnding(last);
  if (ARTICLE.test(first) && agencyEnding(tokens[1] ?? "") === "sure") return true;
  if (ending === "sure" || opensAgency(first)) return true;
  return ending === "likely" && tokens.length > 2;
}

function isNameWord(token: string): boolean {
  return (
    /^[\p{Lu}\p{N}&(]/u.test(token) ||
    /^(?:the|of|for|and|de|la|du|des|der|und|news|staff|wire|services?|reports?|correspondents?)$/i.test(
      token,
    ) ||
    isAgencyShortName(token)
  );
}
