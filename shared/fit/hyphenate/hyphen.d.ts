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

declare module "hyphen/patterns/*" {
  import type { Patterns } from "hyphen";
  const patterns: Patterns;
  export default patterns;
}
