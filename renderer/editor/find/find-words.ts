import { counted } from "#renderer/app/length.ts";
import type { FindPlace } from "#shared/find/index.ts";
import { words } from "#shared/language/index.ts";

/** What the interface calls a place that is searched. */
export function placeName(place: FindPlace): string {
  const { kinds, photoFields } = words().story;
  const names: Readonly<Record<FindPlace, string>> = { ...kinds, ...photoFields };
  return names[place];
}

/** What came of replacing: `17 replaced. One undo takes them all back.` */
export function replacedWords(count: number, missed: number): string {
  const done = count === 0 ? "Nothing was replaced." : `${counted(count, "place", "places")} replaced.`;
  return missed === 0 ? done : `${done} ${counted(missed, "place reads", "places read")} differently by now.`;
}
