import { counted } from "#renderer/app/length.ts";
import { BLOCK_NAMES } from "#renderer/app/block-names.ts";
import type { FindPlace } from "#shared/find/index.ts";
import { PHOTO_FIELD_NAMES } from "../blocks/kinds.ts";

/** What the interface calls the places that are searched. */
export const PLACE_NAMES: Readonly<Record<FindPlace, string>> = { ...BLOCK_NAMES, ...PHOTO_FIELD_NAMES };

/** What came of replacing: `17 replaced. One undo takes them all back.` */
export function replacedWords(count: number, missed: number): string {
  const done = count === 0 ? "Nothing was replaced." : `${counted(count, "place", "places")} replaced.`;
  return missed === 0 ? done : `${done} ${counted(missed, "place reads", "places read")} differently by now.`;
}
