import { charactersOf, hasCase, headLetter, isUpper, lowerLetter, upperLetter } from "./letters.ts";
import { isSmallWord, staysInCapitals } from "./small-words.ts";
import { wordsOf, type Word } from "./words.ts";

/** The ways in which a desk sets letters, in the order in which one key goes through them. */
export const CASE_STYLES = ["sentence", "title", "upper", "lower"] as const;
export type CaseStyle = (typeof CASE_STYLES)[number];

/** O’Brien, D’Angelo, L’Aquila: the letter behind the apostrophe is large too. */
const NAME_WITH_APOSTROPHE = /^[odl]['’ʼ]\p{L}{3,}/iu;
const MC_NAME = /^mc\p{L}{3,}/iu;

/** True where a word has a capital behind its first letter, as McDonald, iPhone, NATO and O’Brien have. */
function hasInnerCapital(letters: readonly string[]): boolean {
  const first = letters.findIndex(hasCase);
  return first >= 0 && letters.slice(first + 1).some(isUpper);
}

/** Text all in capitals tells nothing of its names: only initials that are known stay as they are there. */
function isShouted(letters: readonly string[]): boolean {
  const cased = letters.filter(hasCase);
  return cased.length > 1 && cased.every(isUpper) && wordsOf(letters.join("")).length > 1;
}

const INITIALS = /\p{L}[.&]\p{L}/u;
const SMALL_INITIALS = /^(?:[ap]\.m|e\.g|i\.e)$/i;

function isKept({ text, isCode }: Word, letters: readonly string[], isAllCapitals: boolean): boolean {
  if (isCode) return true;
  const isSmall = !letters.some(isUpper);
  if (INITIALS.test(text)) return !isSmall && !(isAllCapitals && SMALL_INITIALS.test(text));
  return isAllCapitals ? staysInCapitals(text) : hasInnerCapital(letters);
}

function setSmall(pieces: string[], letters: readonly string[], { from, to }: Word): void {
  for (let at = from; at < to; at += 1) pieces[at] = lowerLetter(letters, at);
}

/** The first letter large, the others small; the second large letter of O’Brien and McDonald too. */
function setHead(pieces: string[], letters: readonly string[], word: Word): void {
  setSmall(pieces, letters, word);
  const heads = [word.from];
  if (NAME_WITH_APOSTROPHE.test(word.text) || MC_NAME.test(word.text)) heads.push(word.from + 2);
  for (const at of heads) pieces[at] = headLetter(letters[at] ?? "");
}

function isApostrophe(letter = ""): boolean {
  return /['’ʼ]/u.test(letter);
}

/** The n of rock ’n’ roll. */
function isShortenedAnd({ text, from, to }: Word, letters: readonly string[]): boolean {
  return text.toLowerCase() === "n" && isApostrophe(letters[from - 1]) && isApostrophe(letters[to]);
}

function setTitle(pieces: string[], letters: readonly string[], word: Word): void {
  if (INITIALS.test(word.text) && !SMALL_INITIALS.test(word.text)) {
    for (let at = word.from; at < word.to; at += 1) pieces[at] = upperLetter(letters[at] ?? "");
    return;
  }
  const isSmall = isSmallWord(word.text) && !word.isFirst && !word.isLast;
  if (isSmall || isShortenedAnd(word, letters) || SMALL_INITIALS.test(word.text))
    setSmall(pieces, letters, word);
  else setHead(pieces, letters, word);
}

function setSentence(pieces: string[], letters: readonly string[], word: Word): void {
  if (word.isFirst && !SMALL_INITIALS.test(word.text)) setHead(pieces, letters, word);
  else if (!/^I(?:['’ʼ]\p{L}+)?$/u.test(word.text)) setSmall(pieces, letters, word);
}

/**
 * A text in another case: one piece for each of its characters, as {@link charactersOf} counts them,
 * because a letter may become two.
 *
 * - `upper`, `lower`: every letter.
 * - `sentence`: the first word of each sentence has a capital, other words are small.
 * - `title`: AP's rules for titles. Principal words and all words of four letters and more have a
 *   capital; articles, conjunctions and prepositions of less are small unless they are the first or the
 *   last word; the parts of a compound are words like others.
 *
 * In `sentence` and `title`, words with a capital inside (McDonald, iPhone, NATO), initials with
 * periods and addresses stay as they are. Source: AP Stylebook, "composition titles", "capitalization".
 */
export function changeCase(text: string, style: CaseStyle): readonly string[] {
  const letters = charactersOf(text);
  if (style === "upper") return letters.map(upperLetter);
  if (style === "lower") return letters.map((_, at) => lowerLetter(letters, at));
  const pieces = [...letters];
  const isAllCapitals = isShouted(letters);
  for (const word of wordsOf(text)) {
    if (isKept(word, letters.slice(word.from, word.to), isAllCapitals)) continue;
    if (style === "title") setTitle(pieces, letters, word);
    else setSentence(pieces, letters, word);
  }
  return pieces;
}
