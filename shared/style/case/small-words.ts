/**
 * Articles, conjunctions and prepositions of less than four letters: in a title they are small unless
 * they are its first or last word (AP Stylebook, "composition titles").
 */
const SMALL_WORDS = new Set(
  "a an the and but for nor or so yet as if at by in of off on out per to up via v vs".split(" "),
);

/** Short forms whose period ends no sentence. */
const SHORT_FORMS = new Set(
  (
    "mr mrs ms mx dr st sen rep gov gen col maj capt lt sgt adm cmdr cpl pvt rev hon prof jr sr inc co corp ltd no nos " +
    "v vs etc ave blvd rd ft mt dept est fig vol jan feb aug sept oct nov dec ala ariz ark calif colo conn del fla ga " +
    "ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn vt va wash wis wyo"
  ).split(" "),
);

/** Initials that are no word when they are written small, for text that comes all in capitals. */
const INITIALS = new Set(
  (
    "NATO FBI CIA NASA NOAA EU UK UN UNESCO UNICEF OECD OPEC NFL NBA MLB NHL NCAA FIFA UEFA FEMA EPA FDA FCC FTC IRS CDC DNA " +
    "RNA HIV CEO CFO GOP TV GDP BBC CNN NPR PBS ABC NBC CBS ESPN DUI SUV ATM PTA YMCA YWCA NAACP ACLU LGBTQ JFK FDR MLK NYC"
  ).split(" "),
);

/** Roman numerals of two letters and more that are no English word. */
const ROMAN = /^(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{2,3})$/;

export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word.toLowerCase());
}

export function isShortForm(word: string): boolean {
  return SHORT_FORMS.has(word.toLowerCase());
}

/** True for what stays in capitals even in text that is all capitals: initials that are well known, and numerals. */
export function staysInCapitals(word: string): boolean {
  return INITIALS.has(word) || (word.length > 1 && ROMAN.test(word));
}
