import { words } from "#shared/language/index.ts";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const NEAR_MINUTES = 30;

/** How pressing a deadline is: far off, within half an hour, or past. */
export type Pressure = "far" | "near" | "late";

export interface TimeLeft {
  readonly pressure: Pressure;
  /** `due in 1 h 20`, `late by 5 min`. */
  readonly text: string;
  /** The same where there is little room: `in 1 h 20`, `5 min late`. */
  readonly short: string;
}

function span(minutes: number): string {
  const { deadline } = words().app;
  if (minutes < HOUR_MINUTES) return deadline.minutes({ minutes });
  if (minutes < DAY_MINUTES) {
    return deadline.hours({
      hours: Math.floor(minutes / HOUR_MINUTES),
      minutes: minutes % HOUR_MINUTES,
    });
  }
  return deadline.days({ days: Math.floor(minutes / DAY_MINUTES) });
}

/** What is left until a deadline (ISO 8601) at a moment, in whole minutes. */
export function timeLeft(moment: string, nowMs: number): TimeLeft {
  const { deadline } = words().app;
  const minutes = Math.ceil((Date.parse(moment) - nowMs) / MINUTE_MS);
  if (minutes > 0) {
    const pressure = minutes <= NEAR_MINUTES ? "near" : "far";
    const left = { span: span(minutes) };
    return { pressure, text: deadline.due(left), short: deadline.dueShort(left) };
  }
  if (minutes === 0) return { pressure: "late", text: deadline.now, short: deadline.now };
  const over = { span: span(-minutes) };
  return { pressure: "late", text: deadline.late(over), short: deadline.lateShort(over) };
}

/** A time on this machine's clock, `14:02:11`. */
export function clockTime(atMs: number): string {
  return words().forms.clockToSecond(atMs);
}

/** A moment as a desk says it: the clock for today, with the date before it for any other day. */
export function dayAndTime(moment: string, nowMs: number): string {
  return words().forms.dayAndTime(Date.parse(moment), nowMs);
}
