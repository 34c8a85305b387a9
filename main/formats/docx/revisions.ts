import { BuilderElement, type XmlComponent } from "docx";
import type { Stamp } from "#shared/document/index.ts";
import { personName } from "../marked-up/person-name.ts";

/** What every tracked change of Word names (ECMA-376-1, 17.13.5): a number of its own, who, and when. */
export interface Revision {
  readonly id: number;
  readonly author: string;
  readonly date: string;
}

/** Gives every tracked change of a file its number. `first` is the lowest. */
export function revisionNumbers(first: number): (stamp: Stamp) => Revision {
  let next = first;
  return ({ by, at }) => {
    const id = next;
    next += 1;
    return { id, author: personName(by), date: wordTime(at) };
  };
}

/** Gives the moves of a file names that Word takes, the same one for the same move. */
export function moveNames(): (name: string) => string {
  const names = new Map<string, string>();
  return (name) => {
    const known = names.get(name) ?? `move${String(names.size + 1)}`;
    names.set(name, known);
    return known;
  };
}

/** A time as Word writes it: to the second. */
export function wordTime(at: string): string {
  return at.replace(/\.\d+Z$/, "Z");
}

/** An element of a tracked change, with what is in it. */
export function revised(
  name: string,
  { id, author, date }: Revision,
  children: readonly XmlComponent[] = [],
  extra: Readonly<Record<string, string>> = {},
): XmlComponent {
  const more = Object.entries(extra).map(([key, value]) => [key, { key, value }] as const);
  return new BuilderElement({
    name,
    attributes: {
      id: { key: "w:id", value: String(id) },
      author: { key: "w:author", value: author },
      date: { key: "w:date", value: date },
      ...Object.fromEntries(more),
    },
    children,
  });
}

/** The end of a range that {@link revised} began (`w:moveFromRangeStart`). */
export function rangeEnd(name: string, { id }: Revision): XmlComponent {
  return new BuilderElement({ name, attributes: { id: { key: "w:id", value: String(id) } } });
}
