import { useEffect, useEffectEvent, useRef, useState } from "react";

/** A value in a field: what is stored, until the person writes; theirs, until it is kept. */
export interface Draft {
  readonly shown: string;
  readonly trouble: string | null;
  readonly write: (text: string) => void;
  /** Keeps what was written, if anything was. */
  readonly keep: () => void;
  /** Goes back to what is stored. */
  readonly restore: () => void;
}

/**
 * Keeps what is written in a field until it is left, and hands it to `commit`, which gives null or
 * the sentence that says why not; the text then stays in the field. A field that goes away while it
 * is being written in commits too.
 */
export function useDraft(stored: string, commit: (text: string) => Promise<string | null>): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const latest = useRef(draft);

  const write = (text: string | null): void => {
    latest.current = text;
    setDraft(text);
  };

  const keep = async (): Promise<void> => {
    const text = latest.current;
    if (text === null) return;
    const wrong = text === stored ? null : await commit(text);
    setTrouble(wrong);
    if (wrong === null && latest.current === text) write(null);
  };

  const keepAtTheEnd = useEffectEvent(() => {
    const text = latest.current;
    if (text !== null && text !== stored) void commit(text);
  });
  useEffect(() => () => keepAtTheEnd(), []);

  return {
    shown: draft ?? stored,
    trouble,
    write,
    keep: () => void keep(),
    restore: () => {
      write(null);
      setTrouble(null);
    },
  };
}
