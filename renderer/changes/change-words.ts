import type { ChangeKind, OpenChange } from "#shared/changes/changes-of.ts";
import { words } from "#shared/language/index.ts";

/** What a change does, in a word: a text put in the place of another is one thing. */
export function kindWords({ kinds }: OpenChange): string {
  const said = words().changes.kinds;
  const isReplaced = kinds.includes("insert") && kinds.includes("delete");
  const others = isReplaced ? kinds.filter((kind) => kind !== "insert" && kind !== "delete") : kinds;
  const names = others.map((kind: ChangeKind) => said[kind]);
  return (isReplaced ? [said.replace, ...names] : names).join(", ");
}

const LONGEST = 120;

/** The beginning of what a change put in or struck, on one line. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`;
}
