import { useId, useState, type ReactNode } from "react";
import { MARKS, type Mark } from "#shared/document/index.ts";
import { changesMarks, type FindQuery, type Replacement } from "#shared/find/index.ts";
import { words } from "#shared/language/index.ts";

interface LookProps {
  readonly query: FindQuery;
  readonly replacement: Replacement;
  readonly onChange: (replacement: Replacement) => void;
}

type MarkChoice = "stays" | "set" | "cleared";

function choiceOf({ sets, clears }: Replacement, mark: Mark): MarkChoice {
  if (sets.includes(mark)) return "set";
  return clears.includes(mark) ? "cleared" : "stays";
}

function withChoice(replacement: Replacement, mark: Mark, choice: string): Replacement {
  const others = (marks: readonly Mark[]): readonly Mark[] => marks.filter((one) => one !== mark);
  return {
    ...replacement,
    sets: choice === "set" ? [...others(replacement.sets), mark] : others(replacement.sets),
    clears: choice === "cleared" ? [...others(replacement.clears), mark] : others(replacement.clears),
  };
}

/** What a replacement does to the look of text: `bold, not italic`; empty where it leaves that alone. */
export function lookWords(replacement: Replacement): string {
  return words().find.look.changes(replacement);
}

/** How what is written in place of the hits looks: its case, and marks that are set or cleared. */
export function ReplaceLook({ query, replacement, onChange }: LookProps): ReactNode {
  const id = useId();
  const [isOpen, setIsOpen] = useState(changesMarks(replacement));
  const isExact = query.matchesCase || query.isPattern;
  const look = lookWords(replacement);
  const { find, story } = words();
  const said = find.look;
  return (
    <>
      <button
        type="button"
        className="find-way"
        aria-pressed={replacement.keepsCase && !isExact}
        disabled={isExact}
        title={isExact ? said.isExact : said.keepCaseMeans}
        onClick={() => onChange({ ...replacement, keepsCase: !replacement.keepsCase })}
      >
        {said.keepCase}
      </button>
      <button
        type="button"
        className="find-way"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {look === "" ? said.format : said.formatIs({ look })}
      </button>
      {isOpen && (
        <fieldset id={id} className="find-choices find-look">
          <legend>{said.format}</legend>
          {MARKS.map((mark) => (
            <label key={mark} className="find-choice">
              {story.marks[mark]}
              <select
                className="find-mark"
                value={choiceOf(replacement, mark)}
                onChange={(event) => onChange(withChoice(replacement, mark, event.target.value))}
              >
                <option value="stays">{said.choices.stays}</option>
                <option value="set">{said.choices.set}</option>
                <option value="cleared">{said.choices.cleared}</option>
              </select>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
