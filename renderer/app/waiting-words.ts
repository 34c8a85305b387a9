import { TRYING_AGAIN, type Link } from "#renderer/bridge/standing-road.ts";

/** Asked but not answered: the newsroom is being opened, and a damaged one is put together again before it is. */
const OPENING =
  "Opening the newsroom. A large one takes a moment; one that was damaged is put together again first, which can take minutes. Nothing is deleted.";

/** What is being waited for while the newsroom has not answered once. */
export function waitingWords(link: Link): string {
  return link === "up" ? OPENING : TRYING_AGAIN;
}
