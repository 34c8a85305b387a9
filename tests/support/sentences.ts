import type { Sayable } from "#shared/rpc/contract-types.ts";

/** What was told, in English. */
export function sentences(told: readonly Sayable[]): readonly string[] {
  return told.map(({ message }) => message);
}
