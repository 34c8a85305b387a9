import { words } from "#shared/language/index.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** The seconds at which the words change within the first minute: coarser and coarser. */
const STEPS_S = [0.1, 0.4, 1, 2, 3, 5, 10, 20, 30, 45, 60];

/** How long ago something was, and when the words for that change. */
export interface Ago {
  readonly text: string;
  /** In milliseconds since 1970; null for never. */
  readonly nextAtMs: number | null;
}

/**
 * `0.4 s ago`, `20 s ago`, `3 min ago`; the time of day after an hour, with the date where that was
 * another day. It goes in steps, so that nobody is kept looking at it.
 */
export function savedAgo(atMs: number, nowMs: number): Ago {
  const { app, forms } = words();
  const { saving } = app;
  // A clock that was set back must not make a save of the future.
  const passedMs = Math.max(0, nowMs - atMs);
  if (passedMs < MINUTE_MS) {
    const [first = 0, ...others] = STEPS_S;
    const next = others.find((second) => second * SECOND_MS > passedMs) ?? first;
    const passed = others.findLast((second) => second * SECOND_MS <= passedMs) ?? first;
    return { text: saving.secondsAgo({ seconds: passed }), nextAtMs: atMs + next * SECOND_MS };
  }
  if (passedMs < HOUR_MS) {
    const minutes = Math.floor(passedMs / MINUTE_MS);
    return { text: saving.minutesAgo({ minutes }), nextAtMs: atMs + (minutes + 1) * MINUTE_MS };
  }
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  const clock = forms.clock(atMs);
  const text = isToday ? saving.today({ clock }) : saving.earlier({ day: forms.day(atMs), clock });
  return { text, nextAtMs: null };
}
