const REASONS: readonly (readonly [RegExp, string])[] = [
  [/unterminated group/i, "a bracket ( is not closed"],
  [/unmatched '\)'/i, "a bracket ) was never opened"],
  [/unterminated character class|missing \]/i, "a bracket [ is not closed"],
  [/lone quantifier bracket/i, "{ and } count something, or are written \\{ and \\}"],
  [/nothing to repeat/i, "*, + or ? has nothing before it to repeat"],
  [/numbers out of order/i, "the numbers in {…} stand the wrong way round"],
  [/range out of order/i, "a range in […] stands the wrong way round"],
  [/incomplete quantifier/i, "{ is not closed"],
  [/at end of pattern/i, "it ends with a \\ that has nothing behind it"],
  [
    /invalid (?:identity |unicode |class )?escape|invalid character class/i,
    "a \\ stands before a letter that has no meaning with it",
  ],
  [/invalid property name/i, "there is no such kind of letter in \\p{…}"],
  [
    /invalid named reference|invalid capture group name/i,
    "a group is named that does not exist, or named wrongly",
  ],
  [/duplicate capture group name/i, "two groups have the same name"],
  [/invalid group/i, "what follows (? is not known"],
  [/too large/i, "it is too large"],
];

/** Why a regular expression cannot be read, as a sentence for the person who wrote it. */
export function patternTrouble(error: unknown): string {
  const told = error instanceof Error ? error.message : "";
  const reason = REASONS.find(([sign]) => sign.test(told))?.[1];
  return reason === undefined
    ? "This regular expression cannot be read. Check its brackets and backslashes."
    : `This regular expression cannot be read: ${reason}.`;
}
