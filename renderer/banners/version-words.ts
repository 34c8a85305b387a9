import { dayAndTime } from "#renderer/app/deadline.ts";
import { counted } from "#renderer/app/length.ts";
import type { OtherVersion } from "#renderer/editor/versions/story-versions.ts";

/** The other version as the person would call it: "Ana Ruiz’s", "the other window’s". */
export function otherName({ by }: Pick<OtherVersion, "by">, userName: string): string {
  return by === "" || by === userName ? "the other window" : by;
}

/** That a story has two versions, whose, and since when. */
export function versionWords(other: OtherVersion, userName: string, nowMs: number): string {
  const { by, more } = other;
  const moment = new Date(other.atMs).toISOString();
  const at = dayAndTime(moment, nowMs);
  const whose = by === "" || by === userName ? "yours and one from another window" : `yours and one by ${by}`;
  const waiting = more === 0 ? "" : ` ${counted(more, "more waits", "more wait")} after it.`;
  return `This story has two versions: ${whose} at ${at}.${waiting}`;
}
