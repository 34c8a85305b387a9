import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StoryId, StoryLeftOpen } from "#shared/contract/index.ts";
import { savedAt } from "./recovery-words.ts";

/** The rows that have a digit for a key. */
export const DIGIT_ROWS = 9;

interface LeftOpenProps {
  readonly stories: readonly StoryLeftOpen[];
  readonly onOpen: (story: StoryId) => void;
}

/** The stories that were being written, last saved first. Arrow keys go from one to the next. */
export function LeftOpen({ stories, onOpen }: LeftOpenProps): ReactNode {
  const { now } = useWorkbench();
  const nowMs = useObservable(now);
  const list = useRef<HTMLOListElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const rows = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
    event.preventDefault();
  };

  return (
    <ol ref={list} className="left-open" aria-label="Stories that were being written">
      {stories.map(({ id, slug, headline, savedAtMs }, at) => (
        <li key={id}>
          <button
            type="button"
            {...(at < DIGIT_ROWS ? { "aria-keyshortcuts": String(at + 1) } : {})}
            onClick={() => onOpen(id)}
            onKeyDown={onKeyDown}
          >
            <kbd>{at < DIGIT_ROWS ? at + 1 : ""}</kbd>
            <b>{slug}</b>
            <span className="left-open-headline">{headline}</span>
            <span className="left-open-saved">saved {savedAt(savedAtMs, nowMs)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
