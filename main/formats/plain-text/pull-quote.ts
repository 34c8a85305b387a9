const PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "„": "“",
  "«": "»",
  "»": "«",
  "”": "”",
  "‘": "’",
};
const LONGEST = 320;
const SHORTEST = 12;
const ATTRIBUTION = /^[—–―-]\s?(?=\p{Lu})/u;
const ATTRIBUTED = /^(["“„«”])[^"“”„«»]{8,280}(["“”»])\s+[—–―-]\s?\p{Lu}[^.!?]{2,80}$/u;
const MOST_CHECKED = 40;

/** The words between the quotation marks of a text that is one quotation and nothing else; null for any other text. */
function quotedWords(text: string): string | null {
  if (text.length > LONGEST || text.length < SHORTEST) return null;
  const closing = PAIRS[text.charAt(0)];
  if (closing === undefined || !text.endsWith(closing)) return null;
  const inside = text.slice(1, -1);
  return /["“”„«»]/u.test(inside) ? null : inside.trim();
}

/** True for the line under a pull quote that says who said it: `— Jane Doe, mayor`. */
export function isAttribution(text: string): boolean {
  return text.length <= 100 && ATTRIBUTION.test(text) && !/[.!?]$/.test(text);
}

/**
 * The passages that are pull quotes: a quotation that the story holds a second time, or one that
 * ends with a dash and a name. A quotation that stands in the story once is a paragraph.
 */
export function pullQuotes(texts: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const candidates: { at: number; words: string }[] = [];
  for (const [at, text] of texts.entries()) {
    const next = texts[at + 1] ?? "";
    const words = quotedWords(text);
    if (text.length <= LONGEST + 100 && ATTRIBUTED.test(text)) found.add(at);
    else if (words !== null && isAttribution(next)) found.add(at).add(at + 1);
    else if (words !== null && candidates.length < MOST_CHECKED)
      candidates.push({ at, words: words.replace(/[.,!?…]+$/u, "") });
  }
  for (const { at, words } of candidates) {
    if (texts.some((text, other) => other !== at && text.length > words.length && text.includes(words)))
      found.add(at);
  }
  return found;
}
