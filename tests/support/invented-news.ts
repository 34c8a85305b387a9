import { seeded } from "./invented-copy.ts";

/** Words for news that never happened, with the long, short, capitalised and compounded ones that copy has. */
const PEOPLE = [
  "Commissioner Tobias Fennimore",
  "Ilse Varga, the mayor of Oldmarsh,",
  "a spokeswoman for the Norrby Ferry Company",
  "the county’s longest-serving auditor",
  "Superintendent Marguerite Okonjo-Bell",
  "two neighbors on Quay Street",
  "the twelve-member harbor commission",
  "an engineer who inspected the tide gates",
  "Representative Anselm Dufresne",
  "the volunteer firefighters of Lower Saltmeadow",
];
const VERBS = [
  "announced",
  "recommended",
  "unanimously rejected",
  "reluctantly acknowledged",
  "postponed",
  "questioned",
  "underestimated",
  "has quietly reconsidered",
  "will investigate",
  "described in considerable detail",
];
const THINGS = [
  "the $4.7 million seawall reconstruction",
  "a comprehensive environmental assessment",
  "an agreement with neighboring municipalities",
  "the refrigeration warehouse’s second-shift schedule",
  "a temporary pedestrian footbridge",
  "what the administration calls responsible budgeting",
  "the 1,240-page infrastructure inventory",
  "every recommendation in the consultants’ report",
  "the winter parking regulations",
  "a kindergarten transportation contract",
];
const WHEN = [
  "on Tuesday",
  "at a sparsely attended hearing",
  "after three hours of testimony",
  "over the objections of shopkeepers",
  "despite an unexpected shortfall",
  "for the first time since the flood",
  "by a vote of 7 to 5",
  "before the legislature adjourned",
];
const SAID = [
  "“We were extraordinarily fortunate,”",
  "“Nobody asked the fishermen,”",
  "“That’s the arithmetic, and it isn’t complicated,”",
  "“I’d characterize it as a misunderstanding,”",
  "“It is what it is,”",
  "“Transparency matters — even when it’s inconvenient,”",
];
const TURNS = [
  "Meanwhile,",
  "In the afternoon,",
  "According to documents obtained by a resident,",
  "At the same time,",
  "Nevertheless,",
  "Under the proposal,",
];

function pick(random: () => number, choices: readonly string[]): string {
  return choices[Math.floor(random() * choices.length)] ?? "";
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence(random: () => number): string {
  const shape = random();
  const who = pick(random, PEOPLE);
  const act = `${pick(random, VERBS)} ${pick(random, THINGS)}`;
  if (shape < 0.35) return `${capitalised(who)} ${act} ${pick(random, WHEN)}.`;
  if (shape < 0.55) return `${pick(random, TURNS)} ${who} ${act}.`;
  if (shape < 0.75) return `${pick(random, SAID)} said ${who.replace(/,$/, "")}.`;
  if (shape < 0.9) {
    return `${capitalised(who)} ${act} — ${pick(random, THINGS)} included — ${pick(random, WHEN)}.`;
  }
  return `${capitalised(who)} ${pick(random, VERBS)} it.`;
}

/** Paragraphs of news with about so many words in all, the same for the same seed. */
export function inventedParagraphs(seed: number, words: number): readonly string[] {
  const random = seeded(seed);
  const paragraphs: string[] = [];
  for (let written = 0; written < words;) {
    const count = 1 + Math.floor(random() * 3);
    const text = Array.from({ length: count }, () => sentence(random)).join(" ");
    written += text.split(" ").length;
    paragraphs.push(text);
  }
  return paragraphs;
}

/** Twenty-one stories of 150 to 3,000 words. */
export function inventedStories(): readonly (readonly string[])[] {
  const lengths = [
    150, 150, 180, 200, 220, 250, 280, 300, 340, 380, 420, 460, 500, 560, 640, 750, 900, 1100, 1500, 2200,
    3000,
  ];
  return lengths.map((words, nr) => inventedParagraphs(100 + nr, words));
}
