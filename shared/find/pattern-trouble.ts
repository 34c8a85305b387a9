/** Why a regular expression cannot be read, as far as the engine's own words tell. */
export type PatternTrouble =
  | "unclosed-group"
  | "unopened-group"
  | "unclosed-class"
  | "lone-brace"
  | "nothing-to-repeat"
  | "numbers-out-of-order"
  | "range-out-of-order"
  | "unclosed-brace"
  | "backslash-at-end"
  | "meaningless-escape"
  | "unknown-property"
  | "unknown-group"
  | "same-group-twice"
  | "unknown-kind-of-group"
  | "too-large"
  | "unknown";

const SIGNS: readonly (readonly [RegExp, PatternTrouble])[] = [
  [/unterminated group/i, "unclosed-group"],
  [/unmatched '\)'/i, "unopened-group"],
  [/unterminated character class|missing \]/i, "unclosed-class"],
  [/lone quantifier bracket/i, "lone-brace"],
  [/nothing to repeat/i, "nothing-to-repeat"],
  [/numbers out of order/i, "numbers-out-of-order"],
  [/range out of order/i, "range-out-of-order"],
  [/incomplete quantifier/i, "unclosed-brace"],
  [/at end of pattern/i, "backslash-at-end"],
  [/invalid (?:identity |unicode |class )?escape|invalid character class/i, "meaningless-escape"],
  [/invalid property name/i, "unknown-property"],
  [/invalid named reference|invalid capture group name/i, "unknown-group"],
  [/duplicate capture group name/i, "same-group-twice"],
  [/invalid group/i, "unknown-kind-of-group"],
  [/too large/i, "too-large"],
];

/** What is wrong with a regular expression that an engine refused with this error. */
export function patternTrouble(error: unknown): PatternTrouble {
  const told = error instanceof Error ? error.message : "";
  return SIGNS.find(([sign]) => sign.test(told))?.[1] ?? "unknown";
}
