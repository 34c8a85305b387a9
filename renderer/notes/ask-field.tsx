import { useId, type ReactNode } from "react";
import { words } from "#shared/language/index.ts";

interface AskFieldProps {
  readonly asked: string;
  readonly people: readonly string[];
  readonly onAsked: (name: string) => void;
  readonly onKeep: () => void;
  readonly onLeave: () => void;
}

/** Who is asked: any name, those of the people of this story are offered. */
export function AskField({ asked, people, onAsked, onKeep, onLeave }: AskFieldProps): ReactNode {
  const id = useId();
  const { write } = words().notes;
  return (
    <div className="note-ask">
      <label htmlFor={id}>{write.ask}</label>
      <input
        id={id}
        className="line-field"
        list={`${id}-people`}
        autoComplete="off"
        placeholder={write.anybody}
        value={asked}
        onChange={(event) => onAsked(event.target.value)}
        onKeyDown={(event) => {
          // An input method ends with these keys what it composes.
          if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") onKeep();
          else onLeave();
        }}
      />
      <datalist id={`${id}-people`}>
        {people.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </div>
  );
}
