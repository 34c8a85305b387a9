import { headline, paragraph, story, textBlock, byline } from "#shared/document/builders.ts";
import type { StoryDocument } from "#shared/document/index.ts";

const WHO = [
  "The harbor board",
  "Mayor Ilse Varga",
  "A spokesman for the ferry line",
  "The school trustees",
  "Two growers from Oldmarsh",
  "The county's auditor",
];
const DID = ["approved", "put off", "questioned", "praised", "sent back", "quietly dropped", "asked for"];
const WHAT = [
  "the seawall plan",
  "a second bus to Norrby",
  "the winter budget",
  "new lights on Quay Street",
  "a review of the tide gates",
  "the market’s opening hours",
];
const WHEN = [
  "on Tuesday",
  "after a long night",
  "by one vote",
  "without debate",
  "for the third time this year",
  "“with some regret”",
];

/** Numbers that look random and are the same every time: mulberry32, public domain, by Tommy Ettinger. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of the choices, as the numbers fall. */
function pick(random: () => number, choices: readonly string[]): string {
  return choices[Math.floor(random() * choices.length)] ?? "";
}

/** A sentence of eight to fifteen invented words; `nr` makes it unlike its neighbours. */
function sentence(random: () => number, nr: number): string {
  return `${pick(random, WHO)} ${pick(random, DID)} ${pick(random, WHAT)} ${pick(random, WHEN)}, item ${String(nr)}.`;
}

/** A story of about so many words in the desk's usual blocks, the same for the same seed. */
export function inventedStory(seed: number, words: number): StoryDocument {
  const random = seeded(seed);
  const paragraphs = [];
  for (let written = 0, nr = 1; written < words; nr += 1) {
    const text = [sentence(random, nr), sentence(random, nr + seed), sentence(random, nr * 7)].join(" ");
    written += text.split(" ").length;
    paragraphs.push(paragraph(text));
  }
  const title = `${pick(random, WHO)} ${pick(random, DID)} ${pick(random, WHAT)}`;
  return story(
    headline(title),
    byline(["Ana Ruiz"], "Valley News", "By Ana Ruiz, Valley News"),
    textBlock("dateline", "OLDMARSH — "),
    ...paragraphs,
  );
}
