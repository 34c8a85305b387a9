import { cleanText } from "#shared/document/index.ts";
import type { Hit } from "./find-hits.ts";

const REFERENCE = /\$(?:([$&])|(\d{1,2})|<([^>]*)>)|\\([nt\\])/gu;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", "\\": "\\" };

/**
 * What a hit becomes. For a regular expression `$1` to `$99` and `$<name>` stand for its groups,
 * `$&` for the whole hit, `$$` for a dollar sign, `\n` for a forced line break and `\t` for a tab;
 * otherwise the replacement is taken as it is written.
 */
export function replacementFor({ groups, text }: Pick<Hit, "groups" | "text">, replacement: string): string {
  if (groups === null) return cleanText(replacement).text;
  const { numbered, named } = groups;
  const filled = replacement.replace(
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
