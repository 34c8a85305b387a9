import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

interface WritingFieldProps {
  readonly id: string;
  readonly label: string;
  /** Whether the label is only read aloud. */
  readonly quietLabel?: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Control or Command and Enter. */
  readonly onKeep: () => void;
  /** Escape. */
  readonly onLeave: () => void;
  readonly onFocus?: () => void;
  /** Takes the focus when it appears, the caret behind the text. */
  readonly isWanted?: boolean;
}

/** A field for what is written in a note: Mod+Enter keeps it, Escape leaves it, Enter begins a line. */
export function WritingField(props: WritingFieldProps): ReactNode {
  const { id, label, quietLabel = false, text, onText, onKeep, onLeave, onFocus, isWanted = false } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [isWanted]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isKept = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!isKept && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (isKept) onKeep();
    else onLeave();
  };

  return (
    <>
      <label className={quietLabel ? "unseen" : "note-label"} htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className="note-field"
        rows={1}
        dir="auto"
        spellCheck
        placeholder={quietLabel ? `${label}…` : undefined}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
