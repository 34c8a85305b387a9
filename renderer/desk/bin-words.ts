import { BIN_KEEPS_DAYS, type Binned } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days a story has left in the bin, the day that has begun among them. */
export function daysLeft({ atMs }: Pick<Binned, "atMs">, nowMs: number): number {
  const days = Math.ceil((atMs + BIN_KEEPS_DAYS * DAY_MS - nowMs) / DAY_MS);
  return Math.min(BIN_KEEPS_DAYS, Math.max(0, days));
}

/** `12 days`, `1 day`, or that the time is up. */
export function daysLeftWords(binned: Pick<Binned, "atMs">, nowMs: number): string {
  return words().desk.binDays({ days: daysLeft(binned, nowMs) });
}

/** When a story was put in the bin, by whom and why: "Spiked by Ana Ruiz at 14:02: no second source". */
export function binnedWords({ atMs, why, by }: Binned, nowMs: number): string {
  const { desk } = words();
  if (why === "") return desk.binned({ by, atMs, nowMs });
  return desk.spiked({ by, atMs, nowMs, why: why.replace(/[.\s]+$/, "") });
}
