import type { KeyboardEvent, ReactNode } from "react";
import { words } from "#shared/language/index.ts";
import { choose, putBack, shownText, valueBefore, valueIn } from "./kit-draft.ts";
import type { KitDesk, OpenedKit } from "./kit-desk.ts";
import type { FigureField, KitField } from "./kit-fields.ts";
import { choiceText, shownFigure } from "./kit-words.ts";

export interface FieldProps {
  readonly desk: KitDesk;
  readonly now: OpenedKit;
  readonly field: KitField;
  /** What the field is called where no label stands at it. */
  readonly name?: string;
  readonly isWrong: boolean;
  readonly describedBy?: string | undefined;
}

/** The id of a field's element. */
export function elementId(id: string): string {
  return `kit-${id}`;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };
const LARGE_STEP = 10;

/** A figure moved by a step, kept within its limits. */
function stepped({ limits, step }: FigureField, value: number, steps: number): number {
  const next = Math.round((value + steps * step) * 1_000) / 1_000;
  return Math.min(limits.most, Math.max(limits.least, next));
}

/** Answers the keys of a field: arrows step a figure, Escape puts back what was refused. */
function fieldKeys(desk: KitDesk, now: OpenedKit, field: KitField, event: KeyboardEvent): void {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey) return;
  const direction = STEPS[key];
  if (field.kind === "figure" && direction !== undefined) {
    event.preventDefault();
    const value = valueIn(now.draft.tree, field);
    if (typeof value !== "number") return;
    const next = stepped(field, value, direction * (shiftKey ? LARGE_STEP : 1));
    desk.write(field, shownFigure(next));
  }
  if (key === "Escape" && now.draft.refused[field.id]) {
    event.preventDefault();
    event.stopPropagation();
    desk.change((draft) => putBack(draft, field));
  }
}

function WrittenField({ desk, now, field, name, isWrong, describedBy }: FieldProps): ReactNode {
  const { writing, draft } = now;
  const shared = {
    id: elementId(field.id),
    "aria-label": name,
    "aria-invalid": isWrong,
    "aria-describedby": describedBy,
    autoComplete: "off",
    spellCheck: false,
    value: writing?.id === field.id ? writing.text : shownText(draft, field, shownFigure),
    onBlur: desk.leaveField,
    onKeyDown: (event: KeyboardEvent) => fieldKeys(desk, now, field, event),
  };
  if (field.kind === "text" && field.isLong)
    return <textarea {...shared} rows={3} onChange={({ target }) => desk.write(field, target.value)} />;
  return (
    <input
      {...shared}
      className={field.kind === "figure" ? "kit-figure" : undefined}
      inputMode={field.kind === "figure" ? "decimal" : undefined}
      onChange={({ target }) => desk.write(field, target.value)}
    />
  );
}

/** The control of one field. */
export function FieldInput(props: FieldProps): ReactNode {
  const { desk, now, field, name, isWrong, describedBy } = props;
  const { draft } = now;
  if (field.kind === "choice") {
    return (
      <select
        id={elementId(field.id)}
        aria-label={name}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        value={String(valueIn(draft.tree, field))}
        onChange={({ target }) => desk.change((before) => choose(before, field, target.value))}
      >
        {field.choices.map((value) => (
          <option key={value} value={String(value)}>
            {choiceText(field, value, draft.tree)}
          </option>
        ))}
      </select>
    );
  }
  if (field.kind === "switch") {
    const value = valueIn(draft.tree, field);
    return (
      <input
        id={elementId(field.id)}
        type="checkbox"
        aria-label={name}
        aria-describedby={describedBy}
        checked={value !== false && value !== null}
        onChange={({ target }) => desk.change((before) => choose(before, field, target.checked))}
      />
    );
  }
  return <WrittenField {...props} />;
}

/** What a field held when the kit was opened, in words. */
export function wasText(now: OpenedKit, field: KitField): string {
  const { kit } = words();
  const was = valueBefore(now.draft, field);
  if (field.kind === "switch") return was === false || was === null ? kit.no : kit.yes;
  if (field.kind === "choice") return choiceText(field, String(was), now.draft.from);
  if (typeof was === "number") return shownFigure(was);
  if (Array.isArray(was)) return was.map(String).join(", ");
  return typeof was === "string" ? was : "";
}
