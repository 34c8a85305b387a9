import type { KitSummary } from "#shared/contract/kits.ts";
import type { KitId } from "#shared/fit/kit/kit.ts";
import { words } from "#shared/language/index.ts";

/** The first digits of a signature, enough to tell two versions of a kit apart. */
export function shortHash(id: KitId): string {
  return id.slice("sha256:".length, "sha256:".length + 8);
}

/** Since when the newsroom has a version of a kit, and from whom; empty where nobody noted it. */
export function arrivalText({ arrival }: KitSummary, nowMs: number): string {
  if (!arrival) return "";
  return words().kit.arrival({ when: words().forms.dayAndTime(arrival.atMs, nowMs), by: arrival.by });
}

/** What tells a version of a kit from another: since when and from whom, where that is known, and its signature. */
export function versionMark(id: KitId, arrival: string): string {
  return [arrival, words().kit.signature({ hash: shortHash(id) })].filter((part) => part !== "").join(" · ");
}

/** What a kit is called in a list: by name alone where no other is called so. */
export function versionName(kit: KitSummary, all: readonly KitSummary[], nowMs: number): string {
  const { id, name } = kit;
  if (!all.some((other) => other.name === name && other.id !== id)) return name;
  return [name, arrivalText(kit, nowMs), shortHash(id)].filter((part) => part !== "").join(" · ");
}
