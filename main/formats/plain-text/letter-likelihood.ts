/**
 * How much a decoded text looks like writing: the mean over its characters beyond ASCII, from
 * about -2 (symbols in the middle of words) to about 1 (accented letters and quotation marks
 * where people put them). It tells single-byte encodings apart, which are all "valid" for any bytes.
 */
export function letterLikelihood(text: string): number {
  let sum = 0;
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0x80) continue;
    seen += 1;
    sum += characterLikelihood(text.charAt(at - 1), text.charAt(at), text.charAt(at + 1));
  }
  return seen === 0 ? 0 : sum / seen;
}

const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const BEFORE_OPENING = /^$|[\s([{“‘„«»–—-]/u;
const BEFORE_CLOSING = /[\p{L}\p{N}.,!?…%)\]}”’]/u;

/** Letters that European languages are full of; the rest of the alphabets count less. */
const COMMON_LETTERS = new Set(
  "àáâãäåæçèéêëìíîïñòóôõöøùúûüýßąćčďęěłńňőřśšťůűźżžăâîșțœđÀÁÂÄÅÆÇÈÉÊÍÎÑÓÔÖØÚÜŁŚŠŻŽČŘĐŒ",
);
const OPENING = new Set("“‘„‚«‹");
const CLOSING = new Set("”’»›“‘");
const SPACED = new Set("–—·•…");
const FREE = new Set("€£§°©®™½¼¾²³ºª\u00A0\u00AD¡¿");

/** Two accented letters side by side are rare in the alphabets weighed here, and the rule in a misread Cyrillic text. */
const NEIGHBOURS = -0.5;

function characterLikelihood(before: string, character: string, after: string): number {
  if (LETTER.test(character)) return letterPlace(before, character, after);
  if (OPENING.has(character) && BEFORE_OPENING.test(before) && /[\p{L}\p{N}“‘…\u00A0 ]/u.test(after))
    return 1;
  if (CLOSING.has(character) && BEFORE_CLOSING.test(before)) return 1;
  if (SPACED.has(character))
    return LETTER.test(before) && LOWER.test(after) && character !== "—" ? -0.5 : 0.9;
  if (FREE.has(character)) return LETTER.test(before) && LETTER.test(after) ? -1 : 0.6;
  return -2;
}

function letterPlace(before: string, character: string, after: string): number {
  if (UPPER.test(character) && LOWER.test(before)) return -2;
  if (before > "\u007F" && LETTER.test(before)) return NEIGHBOURS;
  const common = COMMON_LETTERS.has(character) ? 1 : 0.2;
  const alone = !LETTER.test(before) && !LETTER.test(after);
  return alone && !/[àáéíóyôAÅÀÉ]/u.test(character) ? common - 1 : common;
}
