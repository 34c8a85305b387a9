import type { FindQuery } from "#shared/find/index.ts";

/** Ways of looking, with what stands on their buttons and how they are called. */
export const FIND_WAYS = [
  { key: "matchesCase", sign: "Case", name: "Match case" },
  { key: "isWholeWord", sign: "Whole words", name: "Whole words" },
  { key: "ignoresAccents", sign: "Ignore accents", name: "Ignore accents" },
  { key: "isPattern", sign: ".*", name: "Regular expression" },
] as const satisfies readonly { key: keyof FindQuery; sign: string; name: string }[];
