import { english, type Catalogue } from "#shared/language/index.ts";
import { german } from "#shared/language/german/index.ts";

/** One string of a catalogue as a person may come to read it. */
export interface Said {
  /** `desk.list.head`; a function's strings all have its name. */
  readonly name: string;
  readonly text: string;
}

/**
 * What stands for a parameter when a string is said for a test, by the parameter's name: one of each
 * kind that changes the sentence. Each function of the catalogues is called with all of them.
 */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  name: ["Ruiz"],
};

/** Parts of the catalogue that are no sentences. */
const NO_SENTENCES = new Set(["forms"]);

function* calls(names: readonly string[]): Generator<Readonly<Record<string, unknown>>> {
  const [name, ...others] = names;
  if (name === undefined) {
    yield {};
    return;
  }
  const samples = SAMPLES[name];
  if (samples === undefined) throw new Error(`No sample stands for the parameter “${name}”: add one here.`);
  for (const rest of calls(others)) for (const sample of samples) yield { ...rest, [name]: sample };
}

/** The parameters that a function of the catalogue reads. */
function parametersOf(say: (parameters: object) => unknown): readonly string[] {
  const read = new Set<string>();
  for (;;) {
    const before = read.size;
    for (const call of calls([...read])) {
      say(
        new Proxy(call, {
          get: (known: Readonly<Record<string, unknown>>, name) => {
            if (typeof name !== "string") return undefined;
            read.add(name);
            return known[name] ?? SAMPLES[name]?.[0];
          },
        }),
      );
    }
    if (read.size === before) return [...read];
  }
}

function* strings(part: unknown, name: string): Generator<Said> {
  if (typeof part === "string") yield { name, text: part };
  else if (typeof part === "function") {
    const say = part as (parameters: object) => unknown;
    for (const call of calls(parametersOf(say))) yield { name, text: String(say(call)) };
  } else if (typeof part === "object" && part !== null) {
    for (const [key, value] of Object.entries(part)) {
      if (name === "" && NO_SENTENCES.has(key)) continue;
      yield* strings(value, name === "" ? key : `${name}.${key}`);
    }
  } else throw new Error(`${name} is neither a string nor a function that gives one.`);
}

/** Every string that a catalogue can say, functions with each sample of their parameters. */
export function everyString(catalogue: Catalogue): readonly Said[] {
  return [...strings(catalogue, "")];
}

/** The catalogues under test, each with its language. */
export const CATALOGUES = { en: english, de: german } as const;
