import createHyphenator from "hyphen";
import type { HyphenationLanguage } from "#shared/fit/kit/kit.ts";
import type { Hyphenator, Hyphenators } from "#shared/fit/compose/compositor-types.ts";

type Patterns = Parameters<typeof createHyphenator>[0];

/**
 * The patterns of TeX's hyphenation project, by way of the package `hyphen`: each language is
 * loaded when a kit asks for it.
 */
const PATTERNS: Readonly<Record<HyphenationLanguage, () => Promise<{ readonly default: Patterns }>>> = {
  "en-us": () => import("hyphen/patterns/en-us.js"),
  "en-gb": () => import("hyphen/patterns/en-gb.js"),
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

function hyphenatorOf(patterns: Patterns): Hyphenator {
  const divide = createHyphenator(patterns, { async: false, html: false });
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    // The patterns know the typewriter's apostrophe only.
    const marked = divide(word.replaceAll("’", "'"), { minWordLength: 1, hyphenChar: SOFT_HYPHEN });
    const offsets = typeof marked === "string" ? offsetsOfMarks(marked) : [];
    known.set(word, offsets);
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
