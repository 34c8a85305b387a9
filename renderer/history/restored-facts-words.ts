import type { Failure, RestoredFacts } from "#shared/contract/index.ts";
import type { CallFailure, Result } from "#shared/rpc/index.ts";
import type { FailureCode } from "#shared/contract/failures.ts";

const STAY_WORDS: Readonly<Record<RestoredFacts["stay"][number], string>> = {
  slug: "Its slug stays, because another story has the old one by now.",
  status: "Its status stays: the story does not go back on its way.",
  printStatus: "What is in print stays.",
};

/** What became of the facts of a story whose version was put back; empty where they were none of it. */
export function factsWords(
  restored: Result<RestoredFacts, Failure | CallFailure<FailureCode>> | null,
): string {
  if (restored === null) return "";
  if (!restored.ok) return `Its facts stay as they are: ${restored.error.message}`;
  const { was, stay } = restored.value;
  const facts = Object.keys(was).length > 0 ? ["Its facts are back too."] : [];
  return [...facts, ...stay.map((name) => STAY_WORDS[name])].join(" ");
}
