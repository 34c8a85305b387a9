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
  if (minutes < HOUR_MINUTES) return `${String(minutes)} min`;
  if (minutes < DAY_MINUTES) {
    const rest = minutes % HOUR_MINUTES;
    const hours = `${String(Math.floor(minutes / HOUR_MINUTES))} h`;
    return rest === 0 ? hours : `${hours} ${String(rest).padStart(2, "0")}`;
  }
  const days = Math.floor(minutes / DAY_MINUTES);
  return days === 1 ? "1 day" : `${String(days)} days`;
}

/** What is left until a deadline (ISO 8601) at a moment, in whole minutes. */
export function timeLeft(deadline: string, nowMs: number): TimeLeft {
  const minutes = Math.ceil((Date.parse(deadline) - nowMs) / MINUTE_MS);
  if (minutes > 0) {
    const pressure = minutes <= NEAR_MINUTES ? "near" : "far";
    return { pressure, text: `due in ${span(minutes)}`, short: `in ${span(minutes)}` };
  }
  if (minutes === 0) return { pressure: "late", text: "due now", short: "due now" };
  return { pressure: "late", text: `late by ${span(-minutes)}`, short: `${span(-minutes)} late` };
}

/** A time on this machine's clock, `14:02:11`. */
export function clockTime(atMs: number): string {
  return new Date(atMs).toLocaleTimeString("en-GB");
}

/** A moment as a desk says it: the clock for today, with the date before it for any other day. */
export function dayAndTime(moment: string, nowMs: number): string {
  const at = new Date(moment);
  const clock = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (at.toDateString() === new Date(nowMs).toDateString()) return clock;
  return `${at.toLocaleDateString("en-GB", { day: "numeric", month: "short" })} ${clock}`;
}
