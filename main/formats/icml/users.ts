import type { Note, Stamp, StoryDocument } from "#shared/document/index.ts";
import type { MarkedParagraph } from "../marked-up/marked-copy.ts";
import { personName } from "../marked-up/person-name.ts";
import { element, type XmlElement } from "../xml.ts";

/** Colours of InCopy's own list that can be told apart; with more people they begin again. */
const COLOURS = ["Blue", "Red", "Green", "Violet", "Orange", "Teal", "Magenta", "Brown"];

/** How the changes and notes of each person refer to that person, by the id of the model. */
export type UserIds = ReadonlyMap<string, string>;

function writersOf({ replies, by }: Note): readonly string[] {
  return [by, ...replies.map((reply) => reply.by)];
}

function stampsOf({ runs, end, was }: MarkedParagraph): readonly Stamp[] {
  const all = [
    ...runs.flatMap(({ inserted, deleted, moved }) => [inserted, deleted, moved?.stamp]),
    end.stamp,
    was?.stamp,
  ];
  return all.flatMap((stamp) => stamp ?? []);
}

/** Everybody whose changes or notes are in a file, in the order in which they turn up. */
export function userIds(paragraphs: readonly MarkedParagraph[], { notes = [] }: StoryDocument): UserIds {
  const people = [...paragraphs.flatMap(stampsOf).map(({ by }) => by), ...notes.flatMap(writersOf)];
  return new Map([...new Set(people)].map((by, nth) => [by, `user-${String(nth + 1)}`]));
}

/** The people of a file (`DocumentUser`), each with a colour. */
export function documentUsers(users: UserIds): readonly XmlElement[] {
  return [...users].map(([by, id], nth) =>
    element("DocumentUser", { Self: id, UserName: personName(by) }, [
      element("Properties", {}, [
        element("UserColor", { type: "enumeration" }, [COLOURS[nth % COLOURS.length] ?? "Blue"]),
      ]),
    ]),
  );
}
