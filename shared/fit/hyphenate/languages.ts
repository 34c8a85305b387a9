import createHyphenator, { type Patterns } from "hyphen";
import type { HyphenationLanguage } from "#shared/fit/kit/kit.ts";
import type { Hyphenator, Hyphenators } from "#shared/fit/compose/compositor-types.ts";

/**
 * The patterns of TeX's hyphenation project, by way of the package `hyphen`: each language is
 * loaded when a kit asks for it.
 */
const PATTERNS: Readonly<Record<HyphenationLanguage, () => Promise<{ readonly default: Patterns }>>> = {
  "en-us": () => import("hyphen/patterns/en-us.js"),
  "en-gb": () => import("hyphen/patterns/en-gb.js"),
  de: () => import("hyphen/patterns/de-1996.js"),
  fr: () => import("hyphen/patterns/fr.js"),
  sv: () => import("hyphen/patterns/sv.js"),
};

const SOFT_HYPHEN = "\u00AD";

function offsetsOfMarks(marked: string): readonly number[] {
  const offsets: number[] = [];
  let marks = 0;
  for (let at = marked.indexOf(SOFT_HYPHEN); at >= 0; at = marked.indexOf(SOFT_HYPHEN, at + 1)) {
    offsets.push(at - marks);
    marks += 1;
  }
  return offsets;
}

/**
 * Words that the patterns divide wrongly, each with its places. The package counts the hyphens
 * before a place with it ("as-so-ciate" has 2 and 5 there); here they are offsets in the word.
 */
function exceptionsOf([, , exceptions = {}]: Patterns): ReadonlyMap<string, readonly number[]> {
  const entries = Object.entries(exceptions);
  return new Map(entries.map(([word, places]) => [word, places.map((at, nr) => at - nr)]));
}

function hyphenatorOf(patterns: Patterns): Hyphenator {
  const [levels, trie] = patterns;
  const known = new Map(exceptionsOf(patterns));
  const divide = createHyphenator([levels, trie], {
    async: false,
    html: false,
    minWordLength: 1,
    hyphenChar: SOFT_HYPHEN,
  });
  return (word) => {
    const small = word.toLowerCase();
    const before = known.get(small);
    if (before) return before;
    // The patterns know the typewriter's apostrophe only.
    const offsets = small.length === word.length ? offsetsOfMarks(divide(small.replaceAll("’", "'"))) : [];
    known.set(small, offsets);
    return offsets;
  };
}

/** Hyphenators for the languages, ready to be handed to a compositor. */
export async function loadHyphenators(languages: readonly HyphenationLanguage[]): Promise<Hyphenators> {
  const loaded = await Promise.all(
    [...new Set(languages)].map(async (language) => {
      const { default: patterns } = await PATTERNS[language]();
      return [language, hyphenatorOf(patterns)] as const;
    }),
  );
  return new Map(loaded);
}
