/** What was typed before its field was there. */
export interface Ahead {
  readonly text: string;
  /** The Enter it ended with, alone or with Control or Command; null where it goes on. */
  readonly enter: "plain" | "mod" | null;
}

/** What is typed for a field that has been asked for and is not on screen yet. */
export interface TypedAhead {
  /** Holds every letter from now on, until the field takes them. `onEscape` hears that it is not wanted any more. */
  readonly hold: (onEscape: () => void) => void;
  /** Gives what was typed, and lets the keys go: for a field that has just got the focus. */
  readonly take: () => Ahead;
}

/** A field that still has not come then never will: the keys are for the text again. */
const LONGEST_MS = 10_000;

const NOTHING: Ahead = { text: "", enter: null };

function isLetter(event: KeyboardEvent): boolean {
  if (event.isComposing || !/^.$/u.test(event.key)) return false;
  return event.getModifierState("AltGraph") || !(event.ctrlKey || event.metaKey || event.altKey);
}

/**
 * A part of the window that is fetched when it is first asked for comes a moment after its key.
 * What is typed at once is meant for it, and must neither get lost nor go into the story.
 */
export function holdTypedAhead(window: EventTarget): TypedAhead {
  let ahead: Ahead = NOTHING;
  let holding: AbortController | null = null;

  const take = (): Ahead => {
    holding?.abort();
    holding = null;
    const typed = ahead;
    ahead = NOTHING;
    return typed;
  };
  const type = (text: string): void => {
    ahead = { text, enter: null };
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
        if (isLetter(event)) type(ahead.text + event.key);
        else if (event.key === "Backspace") type(ahead.text.replace(/.$/u, ""));
        else if (event.key === "Enter") {
          ahead = { text: ahead.text, enter: event.ctrlKey || event.metaKey ? "mod" : "plain" };
        } else if (event.key === "Escape") {
          take();
          onEscape();
        } else return;
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener("keydown", onKey, { capture: true, signal: hold.signal });
    },
  };
}

/** What is typed ahead in this window. */
export const typedAhead: TypedAhead = holdTypedAhead(globalThis);
