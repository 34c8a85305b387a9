import { cleanText, type Mark } from "#shared/document/index.ts";
import { carriedCase } from "./carried-case.ts";
import type { Hit } from "./find-hits.ts";
import type { FindQuery } from "./query.ts";

/** What hits become: other words, another look, or both. */
export interface Replacement {
  /** Empty words take out what is found, unless marks change: then what is found stays. */
  readonly words: string;
  /** The words take the case of what they replace, where they have no capital themselves. */
  readonly keepsCase: boolean;
  /** Marks that what is found, or what is written in its place, gets and loses. */
  readonly sets: readonly Mark[];
  readonly clears: readonly Mark[];
}

/** Takes out what is found: what every replacement begins with. */
export const NO_REPLACEMENT: Replacement = { words: "", keepsCase: true, sets: [], clears: [] };

/** Words as they are written, whatever they replace. */
export function asWritten(words: string): Replacement {
  return { ...NO_REPLACEMENT, words, keepsCase: false };
}

/** True where a replacement changes the look of text. */
export function changesMarks({ sets, clears }: Pick<Replacement, "sets" | "clears">): boolean {
  return sets.length + clears.length > 0;
}

/**
 * The replacement as it goes with a query: whoever looks for capitals, or with a pattern, says
 * exactly what is to be written.
 */
export function suitedTo({ matchesCase, isPattern }: FindQuery, replacement: Replacement): Replacement {
  return { ...replacement, keepsCase: replacement.keepsCase && !matchesCase && !isPattern };
}

const REFERENCE = /\$(?:([$&])|(\d{1,2})|<([^>]*)>)|\\([nt\\])/gu;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", "\\": "\\" };

/**
 * The words that a hit becomes. For a regular expression `$1` to `$99` and `$<name>` stand for its groups,
 * `$&` for the whole hit, `$$` for a dollar sign, `\n` for a forced line break and `\t` for a tab;
 * otherwise the replacement is taken as it is written.
 */
export function replacementFor(
  { groups, text }: Pick<Hit, "groups" | "text">,
  replacement: Replacement,
): string {
  const { words, keepsCase } = replacement;
  if (words === "" && changesMarks(replacement)) return text;
  if (groups === null) {
    const { text: now } = cleanText(words);
    return keepsCase ? carriedCase(text, now) : now;
  }
  const { numbered, named } = groups;
  const filled = words.replace(
    REFERENCE,
    (written: string, sign?: string, digits?: string, name?: string, escape?: string) => {
      if (sign !== undefined) return sign === "$" ? "$" : text;
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? "") : written;
      if (escape !== undefined) return ESCAPES[escape] ?? written;
      if (digits === undefined) return written;
      const both = Number(digits);
      if (both >= 1 && both <= numbered.length) return numbered[both - 1] ?? "";
      const one = Number(digits.charAt(0));
      const isOne = digits.length === 2 && one >= 1 && one <= numbered.length;
      return isOne ? (numbered[one - 1] ?? "") + digits.charAt(1) : written;
    },
  );
  return cleanText(filled).text;
}
