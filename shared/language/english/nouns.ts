import type { Counted } from "../forms.ts";

function noun(one: string, other = `${one}s`): Counted {
  return { one, other };
}

/** What is counted in more than one room. */
export const nouns = {
  word: noun("word"),
  character: noun("character"),
  line: noun("line"),
  story: noun("story", "stories"),
  photo: noun("photo"),
  picture: noun("picture"),
  file: noun("file"),
  part: noun("part"),
  day: noun("day"),
  tk: noun("TK"),
  command: noun("command"),
  change: noun("change"),
  note: noun("note"),
  query: noun("query", "queries"),
};
