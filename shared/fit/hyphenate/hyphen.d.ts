/** What of the package `hyphen` is used. The types that others publish for it tell of another form of patterns. */
declare module "hyphen" {
  export type Patterns = readonly [
    levels: unknown,
    trie: unknown,
    exceptions?: Readonly<Record<string, readonly number[]>>,
  ];
  interface Options {
    readonly async: false;
    readonly html: false;
    readonly minWordLength: number;
    readonly hyphenChar: string;
  }
  export default function createHyphenator(patterns: Patterns, options: Options): (text: string) => string;
}

// By their full names: a name with a star would give way to the types that others publish.
declare module "hyphen/patterns/en-us.js" {
  import type { Patterns } from "hyphen";
  const patterns: Patterns;
  export default patterns;
}

declare module "hyphen/patterns/en-gb.js" {
  import type { Patterns } from "hyphen";
  const patterns: Patterns;
  export default patterns;
}

declare module "hyphen/patterns/de-1996.js" {
  import type { Patterns } from "hyphen";
  const patterns: Patterns;
  export default patterns;
}

declare module "hyphen/patterns/fr.js" {
  import type { Patterns } from "hyphen";
  const patterns: Patterns;
  export default patterns;
}

declare module "hyphen/patterns/sv.js" {
  import type { Patterns } from "hyphen";
  const patterns: Patterns;
  export default patterns;
}
