import {
  NEEDS,
  PRINT_STATUSES,
  STORY_STATUSES,
  storyFactsChangeSchema,
  type LengthUnit,
  type StoryFacts,
  type StoryFactsChange,
} from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/index.ts";
import { readTime } from "./local-time.ts";

interface FactWord {
  /** What a right value looks like, for a person. */
  readonly says: string;
  /** Null where the value is none. */
  readonly read: (value: string, now: Date) => Readonly<Record<string, unknown>> | null;
}

const UNITS: Readonly<Record<string, LengthUnit>> = {
  w: "words",
  word: "words",
  words: "words",
  l: "lines",
  line: "lines",
  lines: "lines",
  in: "inches",
  inch: "inches",
  inches: "inches",
};

const TIME_SAYS = `a time: 18:30 (today), "2026-11-22 18:30" or 2026-11-22T18:30:00Z, or nothing for none`;

function readLength(value: string): Readonly<Record<string, unknown>> | null {
  if (value === "") return { planned: null };
  const parts = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(value);
  const unit = UNITS[parts?.[2]?.toLowerCase() ?? ""];
  return parts && unit ? { planned: { amount: Number(parts[1]), unit } } : null;
}

function line(fact: string, says: string): FactWord {
  return { says, read: (value) => ({ [fact]: value }) };
}

function time(fact: string): FactWord {
  return {
    says: TIME_SAYS,
    read: (value, now) => {
      const read = value === "" ? null : readTime(value, now);
      return value !== "" && read === null ? null : { [fact]: read };
    },
  };
}

/** What `stet set` takes: every fact, by its own name. */
const FACT_WORDS: Readonly<Record<keyof StoryFacts, FactWord>> = {
  slug: line("slug", "1 to 80 characters"),
  desk: line("desk", "a name, at most 200 characters"),
  section: line("section", "a name, at most 200 characters"),
  edition: line("edition", "a name, at most 200 characters"),
  page: line("page", "a page such as A1, at most 200 characters"),
  planned: { says: `a length: 600w, 20l, 12in or "600 words", or nothing for none`, read: readLength },
  deadline: time("deadline"),
  embargo: time("embargo"),
  status: line("status", `one of ${STORY_STATUSES.join(", ")}`),
  assignee: line("assignee", "a name, at most 200 characters"),
  priority: {
    says: "a number from 1 (flash) to 6, or nothing for none",
    read: (value) => ({ priority: value === "" ? null : Number(value) }),
  },
  publicationDate: {
    says: "a date such as 2026-11-22, or nothing for none",
    read: (value) => ({ publicationDate: value === "" ? null : value }),
  },
  printStatus: line("printStatus", `one of ${PRINT_STATUSES.join(", ")}`),
  needs: {
    says: `any of ${NEEDS.join(",")}, or nothing for none`,
    read: (value) => ({ needs: value === "" ? [] : value.split(",").map((need) => need.trim()) }),
  },
  noteToDesk: line("noteToDesk", "words to the desk, at most 10,000 characters"),
};

function isFact(key: string): key is keyof StoryFacts {
  return Object.hasOwn(FACT_WORDS, key);
}

/** Each key and what it takes, a line each, for `--help`. */
export function factHelp(): string {
  const width = Math.max(...Object.keys(FACT_WORDS).map((key) => key.length));
  return Object.entries(FACT_WORDS)
    .map(([key, { says }]) => `  ${key.padEnd(width)}  ${says}`)
    .join("\n");
}

/**
 * Reads `key=value` words into the facts they set. Gives a sentence that names the first word
 * that is wrong, and what would be right.
 */
export function readFacts(words: readonly string[], now: Date): Result<StoryFactsChange, string> {
  let facts: StoryFactsChange = {};
  for (const word of words) {
    const at = word.indexOf("=");
    const key = at < 0 ? word : word.slice(0, at);
    if (!isFact(key))
      return failed(
        `There is nothing called "${key}" to set: say one of ${Object.keys(FACT_WORDS).join(", ")}.`,
      );
    const known = FACT_WORDS[key];
    if (at < 0) return failed(`"${word}" sets nothing: write ${key}=VALUE, where VALUE is ${known.says}.`);
    const value = word.slice(at + 1).trim();
    const read = known.read(value, now);
    const change = storyFactsChangeSchema.safeParse(read);
    if (read === null || !change.success) return failed(`${key} cannot be "${value}": say ${known.says}.`);
    facts = { ...facts, ...change.data };
  }
  return ok(facts);
}
