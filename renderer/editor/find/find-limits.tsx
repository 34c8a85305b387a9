import type { ReactNode } from "react";
import { MARKS } from "#shared/document/index.ts";
import { FIND_PLACES, type FindQuery } from "#shared/find/index.ts";
import { words } from "#shared/language/index.ts";
import { placeName } from "./find-words.ts";

interface LimitsProps {
  readonly query: FindQuery;
  readonly onChange: (change: Partial<FindQuery>) => void;
}

function toggled<Value>(all: readonly Value[], chosen: readonly Value[], one: Value): readonly Value[] {
  return all.filter((value) => (value === one ? !chosen.includes(one) : chosen.includes(value)));
}

/** Where to look, and in text of what look. Nothing ticked means everywhere; ticks without words find all such text. */
export function FindLimits({ query, onChange }: LimitsProps): ReactNode {
  return (
    <div className="find-limits">
      <fieldset className="find-choices">
        <legend>{words().find.onlyInPlaces}</legend>
        {FIND_PLACES.map((place) => (
          <label key={place} className="find-choice">
            <input
              type="checkbox"
              checked={query.places.includes(place)}
              onChange={() => onChange({ places: toggled(FIND_PLACES, query.places, place) })}
            />
            {placeName(place)}
          </label>
        ))}
      </fieldset>
      <fieldset className="find-choices">
        <legend>{words().find.onlyWhereItIs}</legend>
        {MARKS.map((mark) => (
          <label key={mark} className="find-choice">
            <input
              type="checkbox"
              checked={query.marks.includes(mark)}
              onChange={() => onChange({ marks: toggled(MARKS, query.marks, mark) })}
            />
            {words().story.marks[mark]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
