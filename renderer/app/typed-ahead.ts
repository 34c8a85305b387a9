/** What is typed for a field that has been asked for and is not on screen yet. */
export interface TypedAhead {
  /** Holds every letter from now on, until the field takes them. `onEscape` hears that it is not wanted any more. */
  readonly hold: (onEscape: () => void) => void;
  /** Gives what was typed, and lets the keys go: for a field that has just got the focus. */
  readonly take: () => string;
}

/** A field that still has not come then never will: the keys are for the text again. */
const LONGEST_MS = 10_000;

function isLetter(event: KeyboardEvent): boolean {
  if (event.isComposing || !/^.$/u.test(event.key)) return false;
  return event.getModifierState("AltGraph") || !(event.ctrlKey || event.metaKey || event.altKey);
}

/**
 * A part of the window that is fetched when it is first asked for comes a moment after its key.
 * What is typed at once is meant for it, and must neither get lost nor go into the story.
 */
export function holdTypedAhead(window: EventTarget): TypedAhead {
  let text = "";
  let holding: AbortController | null = null;

  const take = (): string => {
    holding?.abort();
    holding = null;
    const typed = text;
    text = "";
    return typed;
  };

  return {
    take,
    hold: (onEscape) => {
      take();
      const hold = new AbortController();
      holding = hold;
      const timer = setTimeout(take, LONGEST_MS);
      hold.signal.addEventListener("abort", () => clearTimeout(timer));
      const onKey = (event: Event): void => {
        if (!(event instanceof KeyboardEvent)) return;
        if (isLetter(event)) text += event.key;
        else if (event.key === "Backspace") text = text.replace(/.$/u, "");
        else if (event.key === "Escape") {
          take();
          onEscape();
        } else if (event.key !== "Enter") return;
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener("keydown", onKey, { capture: true, signal: hold.signal });
    },
  };
}

/** What is typed ahead in this window. */
export const typedAhead: TypedAhead = holdTypedAhead(globalThis);
