import type { KitStep } from "./kit-trouble.ts";

const WORDS: Readonly<Record<string, string>> = {
  specs: "column specs",
  page: "page",
  fonts: "fonts",
  styles: "styles",
  measures: "measures",
  depths: "picture depths",
  headlineCodes: "headline codes",
  pullQuote: "pull quote",
  listItem: "list item",
  factBox: "fact box",
  endMark: "end mark",
  licenceSha256: "hash of the licence",
  sha256: "hash",
};

/** A name of the kit as a person says it: `spaceBeforePt` is “space before”. */
function word(name: string): string {
  return (
    WORDS[name] ??
    name
      .replace(/(?:Pt|PerMille)$/u, "")
      .replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
      .trim()
  );
}

function named(value: unknown, part: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined;
}

/** What a member of a list calls itself; its number from 1 where it has no name. */
function member(value: unknown, index: number): string | number {
  const name = named(value, "name") ?? named(value, "file");
  if (typeof name === "string" && name !== "") return name;
  return typeof value === "string" ? value : index + 1;
}

/** The way to a place in a kit, part by part, with what the members of its lists call themselves. */
export function stepsTo(kit: unknown, path: readonly PropertyKey[]): readonly KitStep[] {
  const steps: KitStep[] = [];
  let value: unknown = kit;
  for (const part of path) {
    value = named(value, part);
    if (typeof part !== "number") steps.push({ part: String(part) });
    else steps.push({ part: steps.pop()?.part ?? "item", member: member(value, part) });
  }
  return steps;
}

/**
 * A place in a kit in words: `column specs “News”, styles, paragraph, leading`. `path` is the way
 * to it from `kit`, as a schema names it.
 */
export function placeInWords(kit: unknown, path: readonly PropertyKey[]): string {
  const words = stepsTo(kit, path).map(({ part, member: of }) => {
    if (of === undefined) return word(part);
    return `${word(part)} ${typeof of === "string" ? `“${of}”` : String(of)}`;
  });
  return words.length === 0 ? "the kit" : words.join(", ");
}
