import type { DeskHandlers } from "#shared/contract/index.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";

/** The photos service over the newsroom that is open. */
export function photosHandlers(newsroom: CurrentNewsroom): DeskHandlers["photos"] {
  return {
    add: ({ name, bytes }) => newsroom.use(({ photos }) => photos.add(name, bytes)),
    describe: ({ asset }) => newsroom.use(({ photos }) => photos.describe(asset)),
  };
}
