import type { OtherVersion } from "#renderer/editor/versions/story-versions.ts";
import { words } from "#shared/language/index.ts";

/** The other version as the person would call it: "Ana Ruiz’s", "the other window’s". */
export function otherName({ by }: Pick<OtherVersion, "by">, userName: string): string {
  return by === "" || by === userName ? words().banners.versions.otherWindow : by;
}

/** That a story has two versions, whose, and since when. */
export function versionWords(other: OtherVersion, userName: string, nowMs: number): string {
  const { atMs, more } = other;
  const by = other.by === userName ? "" : other.by;
  return words().banners.versions.text({ by, more, atMs, nowMs });
}
