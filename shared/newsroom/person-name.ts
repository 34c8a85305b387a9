import { agencyEnding } from "./agency-names.ts";
import { foldText } from "./slug.ts";

/** Lower-case words inside names: `Ludwig van der Berg`, `Ana de la Cruz`. */
const PARTICLES: ReadonlySet<string> = new Set(
  "van der den de del della di da do dos das du des le la las los von zu zum zur af av ter ten te bin ibn al el abu y e i".split(
    " ",
  ),
);

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d)\.?$/i;

/** Capitalised words that look like names and are none, folded. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
    "the this that these those a an in on at and or but if when while what who why how it he she they we you as for from to with after before " +
    "photo photos picture video staff writer reporter correspondent editor columnist special published updated posted share read more top best"
  ).split(" "),
);

const NAME_WORD = /^(?:[dlDL]['’])?\p{Lu}[\p{L}\p{M}]*(?:['’.\-‐‑][\p{L}\p{M}]+)*\.?$/u;
const ARTICLE_NAME = /^(?:al|el|ben|bin|ibn|de|du)[-‐‑'’]\p{Lu}[\p{L}\p{M}'’-]*$/u;
const LONGEST_WORD = 30;

/** True for a lower-case word that belongs inside a name. */
export function isParticle(word: string): boolean {
  return (
    PARTICLES.has(word) ||
    (word === word.toUpperCase() && PARTICLES.has(word.toLowerCase()) && word.length > 1)
  );
}

/** True for `Jr.`, `III`, `M.D.`: what follows a name and is none itself. */
export function isNameSuffix(word: string): boolean {
  return SUFFIX.test(word.replace(/\.$/, ""));
}

/** True for a word that a name may be made of: `Jane`, `Q.`, `O’Dea`, `Núñez-Ortiz`, `al-Sayed`. */
export function isNameWord(word: string): boolean {
  if (word.length > LONGEST_WORD) return false;
  return NAME_WORD.test(word) || ARTICLE_NAME.test(word);
}

/**
 * True where a whole text looks like the name of one person: two to six words, all of them
 * capitalised or particles. `May Day Rally` does not (a month), `Valley News` neither (a paper).
 */
export function looksLikePersonName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (text.length > 80 || words.length < 2 || words.length > 6) return false;
  const last = words.at(-1) ?? "";
  const first = words[0] ?? "";
  if (agencyEnding(last) === "sure" || isParticle(last) || NO_NAMES.has(foldText(first))) return false;
  if (words.some((word) => NO_NAMES.has(foldText(word)) && !isParticle(word) && foldText(word) !== "may"))
    return false;
  return words.every((word) => isNameWord(word) || isParticle(word) || isNameSuffix(word));
}
