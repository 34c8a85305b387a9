import type { PlannedLength } from "#shared/newsroom/index.ts";
import { words } from "#shared/language/index.ts";

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

/** Reads an amount as people write it: `450`, `1,200`, `12.5`; in a language that sets thousands apart by points, `1.200` and `12,5`. */
export function readPlanned(amount: string, unit: PlannedLength["unit"]): PlannedReading {
  const isPointed = words().forms.figure(1_000).includes(".");
  const plain = amount.replaceAll(isPointed ? /[\s.](?=\d{3}(?!\d))/g : /[\s,](?=\d{3}(?!\d))/g, "").trim();
  if (plain === "") return { ok: true, value: null };
  const value = Number(plain.replace(",", "."));
  if (!Number.isFinite(value) || value <= 0 || value > 1_000_000) {
    return { ok: false, message: words().desk.facts.noLength({ amount: amount.trim() }) };
  }
  return { ok: true, value: { amount: value, unit } };
}

/** The six priorities of the wire formats. */
export const PRIORITIES = [1, 2, 3, 4, 5, 6] as const;

/** What the desk calls a priority; empty where none was said. */
export function priorityName(priority: number | null): string {
  const known = PRIORITIES.find((one) => one === priority);
  return known === undefined ? "" : words().desk.facts.priorities[known];
}
