/** The longest slug, in UTF-16 units: room for every file name that is made from it. */
export const SLUG_MAX = 80;

const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/** Folds accents and case away, for slugs, file names and matching: `Łódź Café` → `lodz cafe`. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter);
}

/**
 * Makes a slug of any words: lower-case ASCII letters and digits with single hyphens, at most
 * `words` words. Empty where the text has no letter or digit that ASCII can spell.
 */
export function slugFrom(text: string, words = 4): string {
  const pieces = foldText(text)
    .replace(/['’‘]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((piece) => piece !== "");
  return pieces.slice(0, words).join("-").slice(0, SLUG_MAX);
}

/** The slug as the start of a file name that every file system takes; `story` where nothing is left of it. */
export function slugFileName(slug: string): string {
  const name = slugFrom(slug, Number.POSITIVE_INFINITY).replace(/-+$/, "");
  if (name === "") return "story";
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name) ? `${name}-story` : name;
}
