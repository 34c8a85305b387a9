import type { Catalogue } from "./catalogue.ts";
import { english } from "./english/index.ts";
import type { Language } from "./languages.ts";
import type { FoundLabel, ReadReason } from "#shared/contract/read-reasons.ts";
import type { Retelling } from "./told.ts";
import type { CallFailure, Sayable } from "#shared/rpc/contract-types.ts";

/** A language: its strings, and how it says what the core tells. The core tells in English. */
interface Spoken {
  readonly words: Catalogue;
  readonly retelling: Retelling | null;
}

/** Each language but English lies apart, and is fetched when it is first spoken. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Spoken>>> = {
  en: async () => ({ words: english, retelling: null }),
  de: async () => {
    const { german, told } = await import("./german/index.ts");
    return { words: german, retelling: told };
  },
};

let spoken: Spoken & { readonly language: Language } = { language: "en", words: english, retelling: null };
let asked: Language = "en";
const listeners = new Set<() => void>();

/**
 * The strings of the language that is spoken now. Ask anew whenever something is said: what keeps a
 * string, or reads one while its module loads, goes on speaking the language of that moment.
 */
export function words(): Catalogue {
  return spoken.words;
}

function ownOf<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** What the core told, in the language that is spoken now; in English where that has no words for it. */
export function retold({ message, said }: Sayable): string {
  const sentence =
    said && spoken.retelling ? ownOf<unknown>(spoken.retelling.sentences, said.name) : undefined;
  if (typeof sentence === "string") return sentence;
  return typeof sentence === "function" ? String(sentence(said?.named)) : message;
}

/** The same of a failure: its sentence, else what its code says by itself. */
export function retoldFailure(failure: CallFailure): CallFailure {
  const message = retold(failure);
  const byCode =
    spoken.retelling && message === failure.message ? ownOf(spoken.retelling.codes, failure.code) : undefined;
  return { ...failure, message: byCode ?? message };
}

/** A word that the reading of incoming copy is explained with, in the language that is spoken now. */
export function retoldReadWord(word: FoundLabel | ReadReason): string {
  return (spoken.retelling && ownOf(spoken.retelling.readWords, word)) ?? word;
}

/** The language that is spoken now. */
export function spokenLanguage(): Language {
  return spoken.language;
}

/** Tells of each change of the language; call what it returns to stop. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Speaks another language from now on. The catalogue may have to be fetched first: rejects where that
 * fails, and then nothing changes. Of two that were asked for, the later one holds.
 */
export async function speak(language: Language): Promise<void> {
  asked = language;
  if (spoken.language === language) return;
  const catalogue = await CATALOGUES[language]();
  if (asked !== language) return;
  spoken = { language, ...catalogue };
  for (const listener of listeners) listener();
}
