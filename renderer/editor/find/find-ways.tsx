import type { ReactNode } from "react";
import type { FindQuery } from "#shared/find/index.ts";
import { words } from "#shared/language/index.ts";

/** Ways of looking, with what stands on their buttons and how they are called. */
const FIND_WAYS = [
  "matchesCase",
  "isWholeWord",
  "ignoresAccents",
  "isPattern",
] as const satisfies readonly (keyof FindQuery)[];

interface FindWaysProps {
  readonly query: FindQuery;
  readonly onChange: (change: Partial<FindQuery>) => void;
}

/** The ways of looking, each a button that is pressed or not. */
export function FindWays({ query, onChange }: FindWaysProps): ReactNode {
  const { ways, way } = words().find;
  return (
    <fieldset className="find-ways" aria-label={ways}>
      {FIND_WAYS.map((key) => (
        <button
          key={key}
          type="button"
          className="find-way"
          aria-label={way[key].name}
          title={way[key].name}
          aria-pressed={query[key]}
          onClick={() => onChange({ [key]: !query[key] })}
        >
          {way[key].sign}
        </button>
      ))}
    </fieldset>
  );
}
