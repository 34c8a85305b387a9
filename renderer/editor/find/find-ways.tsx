import type { ReactNode } from "react";
import type { FindQuery } from "#shared/find/index.ts";

/** Ways of looking, with what stands on their buttons and how they are called. */
const FIND_WAYS = [
  { key: "matchesCase", sign: "Case", name: "Match case" },
  { key: "isWholeWord", sign: "Whole words", name: "Whole words" },
  { key: "ignoresAccents", sign: "Ignore accents", name: "Ignore accents" },
  { key: "isPattern", sign: ".*", name: "Regular expression" },
] as const satisfies readonly { key: keyof FindQuery; sign: string; name: string }[];

interface FindWaysProps {
  readonly query: FindQuery;
  readonly onChange: (change: Partial<FindQuery>) => void;
}

/** The ways of looking, each a button that is pressed or not. */
export function FindWays({ query, onChange }: FindWaysProps): ReactNode {
  return (
    <fieldset className="find-ways" aria-label="How to look">
      {FIND_WAYS.map(({ key, sign, name }) => (
        <button
          key={key}
          type="button"
          className="find-way"
          aria-label={name}
          title={name}
          aria-pressed={query[key]}
          onClick={() => onChange({ [key]: !query[key] })}
        >
          {sign}
        </button>
      ))}
    </fieldset>
  );
}
