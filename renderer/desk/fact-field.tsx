import { Field } from "@base-ui/react/field";
import type { ComponentProps, KeyboardEvent, ReactElement, ReactNode } from "react";
import { useDraft, type Draft } from "./use-draft.ts";

interface FactRowProps {
  readonly label: string;
  readonly trouble?: string | null;
  readonly children: ReactNode;
}

/** One fact in a line: its name, its value, and below them what is wrong with it. */
export function FactRow({ label, trouble = null, children }: FactRowProps): ReactNode {
  return (
    <Field.Root className="fact" invalid={trouble !== null}>
      <Field.Label>{label}</Field.Label>
      <div className="fact-value">{children}</div>
      {trouble === null ? null : (
        <Field.Error className="fact-trouble" match>
          {trouble}
        </Field.Error>
      )}
    </Field.Root>
  );
}

type DraftControlProps = {
  readonly draft: Draft;
  readonly render?: ReactElement;
} & Omit<ComponentProps<typeof Field.Control>, "value" | "onChange" | "onBlur" | "onKeyDown" | "render">;

/** A text control that keeps its draft when it is left or at Enter, and drops it at Escape. */
export function DraftControl({ draft, render, ...rest }: DraftControlProps): ReactNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !(event.shiftKey && render)) {
      event.preventDefault();
      draft.keep();
    } else if (event.key === "Escape" && draft.trouble !== null) {
      event.stopPropagation();
      draft.restore();
    }
  };
  return (
    <Field.Control
      autoComplete="off"
      {...rest}
      {...(render ? { render } : {})}
      value={draft.shown}
      onChange={(event) => draft.write(event.target.value)}
      onBlur={draft.keep}
      onKeyDown={onKeyDown}
    />
  );
}

interface TextFactProps {
  readonly label: string;
  readonly stored: string;
  readonly commit: (text: string) => Promise<string | null>;
  readonly type?: "text" | "datetime-local" | "date";
  readonly suggestions?: string;
  readonly maxLength?: number;
}

/** A fact that is one line of text, a date, or a time. */
export function TextFact({
  label,
  stored,
  commit,
  type = "text",
  suggestions,
  maxLength = 200,
}: TextFactProps): ReactNode {
  const draft = useDraft(stored, commit);
  return (
    <FactRow label={label} trouble={draft.trouble}>
      <DraftControl
        draft={draft}
        type={type}
        data-empty={draft.shown === ""}
        spellCheck={false}
        {...(type === "text" ? { maxLength } : {})}
        {...(suggestions === undefined ? {} : { list: suggestions })}
      />
    </FactRow>
  );
}
