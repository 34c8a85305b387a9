import { headline, marked, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import type { Block, Note, Stamp, StoryDocument } from "#shared/document/index.ts";
import { SOME_PICTURE } from "./outgoing-story.ts";

function by(name: string, nth: number): Stamp {
  return { id: `c_${String(nth)}`, by: name, at: `2026-11-22T09:${String(nth).padStart(2, "0")}:03.000Z` };
}

const ana = (nth: number): Stamp => by("Ana Ruiz", nth);
const ben = (nth: number): Stamp => by("Ben Oduya", nth);

const NOTES: readonly Note[] = [
  {
    id: "n_1",
    kind: "query",
    by: "Ben Oduya",
    at: "2026-11-22T10:00:00.000Z",
    text: "Is it four to three?\nThe clerk said five.",
    state: "answered",
    asked: "Ana Ruiz",
    replies: [{ id: "r_1", by: "Ana Ruiz", at: "2026-11-22T10:05:00.000Z", text: "Four, I counted hands." }],
  },
  {
    id: "n_2",
    kind: "note",
    by: "Ana Ruiz",
    at: "2026-11-22T10:10:00.000Z",
    text: "Trim from here.",
    state: "resolved",
    replies: [],
    block: "b_costs",
  },
  {
    id: "n_3",
    kind: "query",
    by: "?",
    at: "2026-11-22T10:20:00.000Z",
    text: "Who is “he”?",
    state: "open",
    replies: [],
    orphan: { quote: "he said" },
  },
];

function named(id: string, block: Block): Block {
  return { ...block, id };
}

/** An invented story in which two people have changed something of every kind, with notes and queries. */
export function editedHarbor(): StoryDocument {
  const blocks = [
    headline([
      "Harbor board ",
      { text: "puts", deleted: ben(1) },
      { text: "sends", inserted: ben(1) },
      " the seawall to a vote",
    ]),
    textBlock("deck", [
      "Oldmarsh would ",
      { ...marked("pay", "bold"), formats: [{ ...ana(2), added: ["bold"] }] },
      " over nine years",
    ]),
    {
      ...photo(
        SOME_PICTURE,
        ["The ", { text: "old ", deleted: ana(3) }, "wall at low tide."],
        [{ text: "Ana Ruiz", inserted: ben(4) }],
        "A stone wall",
      ),
      tracked: { facts: [{ ...ben(5), was: { alt: "A wall" } }] },
    },
    textBlock("dateline", "OLDMARSH —"),
    paragraph([
      "The board voted ",
      { text: "four to three", notes: ["n_1"] },
      " on Tuesday to ask the town.",
    ]),
    { ...paragraph("The full text is public."), tracked: { inserted: ana(6) } },
    named("b_costs", {
      ...textBlock("subhead", "What it costs"),
      tracked: { facts: [{ ...ben(7), was: { kind: "paragraph" } }] },
    }),
    {
      ...paragraph([{ text: "A house would pay $210 a year.", inserted: ana(8) }]),
      tracked: { inserted: ana(8) },
    },
    {
      ...paragraph([{ text: "Nobody answered the telephone.", deleted: ben(9) }]),
      tracked: { deleted: ben(9) },
    },
    named("b_first", paragraph("Ballots go out on Jan. 4")),
    {
      ...paragraph([" and come back in March. ", { text: "Perhaps.", inserted: ana(10), deleted: ben(11) }]),
      tracked: { deleted: ana(10) },
    },
    paragraph([
      "The Ledger prints ",
      {
        text: "all of it",
        link: { href: "https://example.org/all" },
        formats: [{ ...ana(12), linkWas: { href: "https://example.org/some" } }],
      },
      ".",
    ]),
    {
      ...paragraph([
        "Growers upriver ask who drains ",
        { text: "the", deleted: ana(14) },
        { text: "their", inserted: ana(14) },
        " fields.",
      ]),
      tracked: { moves: [{ ...ben(13), after: "b_first" }] },
    },
    textBlock("endMark", "###"),
  ] satisfies readonly Block[];
  return { ...story(...blocks), notes: NOTES };
}
