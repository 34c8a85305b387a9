import type { Failure, FailureCode, RestoredFacts } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import type { CallFailure, Result } from "#shared/rpc/index.ts";

/** What became of the facts of a story whose version was put back; empty where they were none of it. */
export function factsWords(
  restored: Result<RestoredFacts, Failure | CallFailure<FailureCode>> | null,
): string {
  if (restored === null) return "";
  const said = words().history.putBack.facts;
  if (!restored.ok) return said.kept({ message: restored.error.message });
  const { was, stay } = restored.value;
  const facts = Object.keys(was).length > 0 ? [said.back] : [];
  return [...facts, ...stay.map((name) => said.stay[name])].join(" ");
}
