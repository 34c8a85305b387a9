import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StoryId } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import type { LeftRow } from "./left-rows.ts";
import { savedAt } from "./recovery-words.ts";

/** The rows that have a digit for a key. */
export const DIGIT_ROWS = 9;

interface LeftOpenProps {
  readonly rows: readonly LeftRow[];
  readonly onOpen: (story: StoryId) => void;
}

/** The stories that were being written, last saved first. Arrow keys go from one to the next. */
export function LeftOpen({ rows, onOpen }: LeftOpenProps): ReactNode {
  const { now } = useWorkbench();
  const nowMs = useObservable(now);
  const list = useRef<HTMLOListElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
    event.preventDefault();
  };

  const { recovery } = words().safety;
  return (
    <ol ref={list} className="left-open" aria-label={recovery.storiesWritten}>
      {rows.map(({ story, slug, headline, savedAtMs, keptAtMs }, at) => (
        <li key={story}>
          <button
            type="button"
            {...(at < DIGIT_ROWS ? { "aria-keyshortcuts": String(at + 1) } : {})}
            onClick={() => onOpen(story)}
            onKeyDown={onKeyDown}
          >
            <kbd>{at < DIGIT_ROWS ? at + 1 : ""}</kbd>
            <b>{slug}</b>
            <span className="left-open-headline">{headline}</span>
            <span className="left-open-saved">
              {savedAtMs === null ? "" : recovery.saved({ at: savedAt(savedAtMs, nowMs) })}
            </span>
            {keptAtMs === null ? null : (
              <span className="left-open-kept">{recovery.typed({ at: savedAt(keptAtMs, nowMs) })}</span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
