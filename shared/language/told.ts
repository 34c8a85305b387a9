import type { FailureCode } from "#shared/contract/failures.ts";
import type { FoundLabel, ReadReason } from "#shared/contract/read-reasons.ts";
import type { CarrierFailureCode, Sayable } from "#shared/rpc/contract-types.ts";
import { told as english } from "./english/told/index.ts";

type English = typeof english;

/** What the core can tell, by name. */
export type ToldName = keyof English;

type ArgumentsOf<Name extends ToldName> = English[Name] extends (named: infer Named) => string
  ? [named: Named]
  : [];

/** Every sentence that the core tells, in one language: a sentence too many or too few does not compile. */
export type ToldCatalogue = {
  readonly [Name in ToldName]: English[Name] extends (named: infer Named) => string
    ? (named: Named) => string
    : string;
};

/** How another language than English says what the core tells. */
export interface Retelling {
  readonly sentences: ToldCatalogue;
  /** For a failure that no sentence was told for: what its code alone says. */
  readonly codes: Readonly<Record<FailureCode | CarrierFailureCode, string>>;
  /** The words that the reading of incoming copy is explained with. */
  readonly readWords: Readonly<Record<FoundLabel | ReadReason, string>>;
}

/** A sentence in English, with what another language needs to say it too. */
export type Told = Required<Sayable>;

/** Tells a sentence: in English, and with its name and parts, from which whoever shows it says it in the person's language. */
export function told<Name extends ToldName>(name: Name, ...[named]: ArgumentsOf<Name>): Told {
  const sentence: unknown = english[name];
  const message = typeof sentence === "function" ? String(sentence(named)) : String(sentence);
  return { message, said: named === undefined ? { name } : { name, named: { ...named } } };
}
