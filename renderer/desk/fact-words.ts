import type { PlannedLength } from "#shared/newsroom/index.ts";

const MINUTE_MS = 60_000;

/** A UTC moment as a `datetime-local` field shows it on this machine's clock; empty for none. */
export function toLocalField(moment: string | null): string {
  if (moment === null) return "";
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

/** The UTC moment that a `datetime-local` field holds; null where it is empty or no moment. */
export function fromLocalField(text: string): string | null {
  const at = new Date(text);
  return text === "" || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** What a person wrote for a planned length: the length, none for nothing, or what is wrong with it. */
export type PlannedReading =
  | { readonly ok: true; readonly value: PlannedLength | null }
  | { readonly ok: false; readonly message: string };

/** Reads an amount as people write it: `450`, `1,200`, `12.5`. */
export function readPlanned(amount: string, unit: PlannedLength["unit"]): PlannedReading {
  const plain = amount.replaceAll(/[\s,](?=\d{3}(?!\d))/g, "").trim();
  if (plain === "") return { ok: true, value: null };
  const value = Number(plain.replace(",", "."));
  if (!Number.isFinite(value) || value <= 0 || value > 1_000_000) {
    return { ok: false, message: `“${amount.trim()}” is no length. Write a number, such as 450.` };
  }
  return { ok: true, value: { amount: value, unit } };
}

/** The words for the six priorities of the wire formats. */
export const PRIORITY_WORDS: readonly { readonly priority: number; readonly name: string }[] = [
  { priority: 1, name: "1 Flash" },
  { priority: 2, name: "2 Bulletin" },
  { priority: 3, name: "3 Urgent" },
  { priority: 4, name: "4 Regular" },
  { priority: 5, name: "5 Daily" },
  { priority: 6, name: "6 When there is room" },
];

export const NEED_WORDS = { legal: "Legal reading", picture: "Picture" } as const;
