/**
 * The case of one letter at a time. Unicode's own mappings without a language (The Unicode Standard,
 * section 3.13): `ß` becomes `SS`, `İ` becomes `i̇`, `Σ` at the end of a word becomes `ς`.
 */

// What is both cased and to be ignored, as U+1E030, is ignored: so do ICU and every browser.
const FINAL_BEFORE = /(?!\p{Case_Ignorable})\p{Cased}\p{Case_Ignorable}*$/u;
const FINAL_AFTER = /^\p{Case_Ignorable}*(?!\p{Case_Ignorable})\p{Cased}/u;

/** Letters of two letters that have a form of their own at the head of a word (UnicodeData.txt, titlecase). */
const DIGRAPHS: Readonly<Record<string, string>> = {
  Ǆ: "ǅ",
  ǅ: "ǅ",
  ǆ: "ǅ",
  Ǉ: "ǈ",
  ǈ: "ǈ",
  ǉ: "ǈ",
  Ǌ: "ǋ",
  ǋ: "ǋ",
  ǌ: "ǋ",
  Ǳ: "ǲ",
  ǲ: "ǲ",
  ǳ: "ǲ",
};

/** A text as its characters, one piece each: what a change of case gives back has as many pieces. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(text);
}

export function upperLetter(letter: string): string {
  return letter.toUpperCase();
}

/** A letter as it stands at the head of a word: `ß` is `Ss` there, and `ǆ` is `ǅ`. */
export function headLetter(letter: string): string {
  const digraph = DIGRAPHS[letter];
  if (digraph !== undefined) return digraph;
  const [first = "", ...rest] = charactersOf(letter.toUpperCase());
  return first + rest.join("").toLowerCase();
}

/** The small form of the letter at `at`, which for a sigma goes by what stands around it. */
export function lowerLetter(letters: readonly string[], at: number): string {
  const letter = letters[at] ?? "";
  if (letter !== "Σ") return letter.toLowerCase();
  const isFinal =
    FINAL_BEFORE.test(letters.slice(Math.max(0, at - 8), at).join("")) &&
    !FINAL_AFTER.test(letters.slice(at + 1, at + 9).join(""));
  return isFinal ? "ς" : "σ";
}

/** True where a character has a large and a small form. */
export function hasCase(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase();
}

export function isUpper(letter: string): boolean {
  return hasCase(letter) && letter === letter.toUpperCase();
}
