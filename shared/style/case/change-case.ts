import { charactersOf, hasCase, headLetter, isUpper, lowerLetter, upperLetter } from "./letters.ts";
import { isInfinitive } from "./infinitives.ts";
import { areNames } from "./names.ts";
import { isPartOfVerb } from "./phrasal-verbs.ts";
import { isSmallWord, staysInCapitals } from "./small-words.ts";
import { wordsOf, type Word } from "./words.ts";

/** The ways in which a desk sets letters, in the order in which one key goes through them. */
export const CASE_STYLES = ["sentence", "title", "upper", "lower"] as const;
export type CaseStyle = (typeof CASE_STYLES)[number];

const NO_NAMES: ReadonlySet<string> = new Set();
const NO_WORD: Word = {
  from: 0,
  to: 0,
  text: "",
  isFirst: false,
  isLast: false,
  isQuoteEdge: false,
  inCompound: null,
  isCode: false,
};

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

/** A figure and its unit, the name of a road or a chip: $5M, G20. Not 1ST and 1990S. */
const FIGURE_WITH_CAPITAL = /^(?=.*\p{N})(?=.*\p{Lu})(?!\p{N}+(?:ST|ND|RD|TH|S)$)/u;

const INITIALS = /\p{L}[.&]\p{L}/u;
const SMALL_INITIALS = /^(?:[ap]\.m|e\.g|i\.e)$/i;

function isKept({ text, isCode }: Word, letters: readonly string[], isAllCapitals: boolean): boolean {
  if (isCode) return true;
  if (FIGURE_WITH_CAPITAL.test(text)) return true;
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

/** The o of man o’ war. */
function isShortenedOf({ text, to }: Word, letters: readonly string[]): boolean {
  return text.toLowerCase() === "o" && isApostrophe(letters[to]);
}

/** Degrees are small behind their first letter: Ph.D., Ed.D. */
const DEGREE = /^(?:ph|ed|psy)\.d(?:\.s)?$/iu;

/** What else than its length makes a short word a principal one. */
function isPrincipal(words: readonly Word[], nth: number): boolean {
  const { text, isFirst, isLast, isQuoteEdge, inCompound } = words[nth] ?? NO_WORD;
  if (isFirst || isLast || isQuoteEdge || inCompound === "edge") return true;
  if (inCompound === "middle") return false;
  const before = words[nth - 1]?.text;
  const rest = words.slice(nth + 1, nth + 3).map((word) => word.text);
  if (text.toLowerCase() === "to") return isInfinitive(before, rest);
  return isPartOfVerb(text, before) || (text.toLowerCase() === "so" && SO_MUCH.test(rest[0] ?? ""));
}

/** “So far, so good”: what makes “so” an adverb. */
const SO_MUCH = /^(?:far|few|fast|good|hard|little|long|many|much|soon|well)$/iu;

function setTitle(pieces: string[], letters: readonly string[], words: readonly Word[], nth: number): void {
  const word = words[nth] ?? NO_WORD;
  if (DEGREE.test(word.text)) {
    setSmall(pieces, letters, word);
    const second = word.from + word.text.indexOf(".") + 1;
    for (const at of [word.from, second]) pieces[at] = upperLetter(letters[at] ?? "");
    return;
  }
  if (INITIALS.test(word.text) && !SMALL_INITIALS.test(word.text)) {
    for (let at = word.from; at < word.to; at += 1) pieces[at] = upperLetter(letters[at] ?? "");
    return;
  }
  const isSmall = isSmallWord(word.text) && !isPrincipal(words, nth);
  const isShortened = isShortenedAnd(word, letters) || (isShortenedOf(word, letters) && !word.isFirst);
  if (isSmall || isShortened || SMALL_INITIALS.test(word.text)) setSmall(pieces, letters, word);
  else setHead(pieces, letters, word);
}

function setSentence(pieces: string[], letters: readonly string[], word: Word, isName: boolean): void {
  if ((word.isFirst || isName) && !SMALL_INITIALS.test(word.text)) setHead(pieces, letters, word);
  else if (!/^I(?:['’ʼ]\p{L}+)?$/u.test(word.text)) setSmall(pieces, letters, word);
}

/**
 * A text in another case: one piece for each of its characters, as {@link charactersOf} counts them,
 * because a letter may become two.
 *
 * - `upper`, `lower`: every letter.
 * - `sentence`: the first word of each sentence has a capital, and so have names, of which some are
 *   known and the story tells others (`names`, see `namesIn`); other words are small.
 * - `title`: AP's rules for titles. Principal words and all words of four letters and more have a
 *   capital; articles, conjunctions and prepositions of less are small unless they are the first or the
 *   last word of the title, of a quotation in it or of a compound. The “to” of an infinitive and both
 *   parts of a phrasal verb are principal: What To Look For in a Mate.
 *
 * In `sentence` and `title`, words with a capital inside (McDonald, iPhone, NATO), initials with
 * periods and addresses stay as they are. Source: AP Stylebook, "composition titles", "capitalization".
 */
export function changeCase(
  text: string,
  style: CaseStyle,
  names: ReadonlySet<string> = NO_NAMES,
): readonly string[] {
  return changeCaseWithin({ before: "", text, after: "" }, style, names);
}

/** A piece of a text, and what stands around it. */
export interface PieceOfText {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** The same for a piece of a text: whether a word of it is the first or the last is told by what is around it. */
export function changeCaseWithin(
  { before, text, after }: PieceOfText,
  style: CaseStyle,
  names: ReadonlySet<string> = NO_NAMES,
): readonly string[] {
  const from = charactersOf(before).length;
  const to = from + charactersOf(text).length;
  const letters = charactersOf(before + text + after);
  if (style === "upper") return letters.slice(from, to).map(upperLetter);
  if (style === "lower") return letters.slice(from, to).map((_, at) => lowerLetter(letters, from + at));
  const pieces = [...letters];
  const isAllCapitals = isShouted(letters.slice(from, to));
  const words = wordsOf(before + text + after);
  const isName =
    style === "sentence"
      ? areNames(
          words.map((word) => word.text),
          names,
        )
      : [];
  for (const [nth, word] of words.entries()) {
    if (word.to <= from || word.from >= to) continue;
    if (isKept(word, letters.slice(word.from, word.to), isAllCapitals)) continue;
    if (style === "title") setTitle(pieces, letters, words, nth);
    else setSentence(pieces, letters, word, isName[nth] === true);
  }
  return pieces.slice(from, to);
}
