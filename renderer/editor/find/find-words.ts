import type { FindPlace } from "#shared/find/index.ts";
import { words } from "#shared/language/index.ts";

/** What the interface calls a place that is searched. */
export function placeName(place: FindPlace): string {
  const { kinds, photoFields } = words().story;
  const names: Readonly<Record<FindPlace, string>> = { ...kinds, ...photoFields };
  return names[place];
}
