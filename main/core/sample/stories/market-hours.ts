import { headline, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import type { SampleStory } from "../sample-story.ts";

/** A brief, ready for the page. */
export const marketHours: SampleStory = {
  facts: (clock) => ({
    slug: "market-hours",
    desk: "City",
    section: "Local",
    edition: "Morning",
    publicationDate: clock.day(1),
    page: "B2",
    priority: 5,
    planned: { amount: 90, unit: "words" },
    deadline: clock.inHours(2.5),
    assignee: "Marit Solbakk",
    status: "ready",
    printStatus: "fitted",
  }),
  document: (picture) =>
    story(
      headline("Market bell moves to 5:30"),
      photo(
        picture("market"),
        "Stallholders and the first customers on the Halvern market square before dawn on Saturday.",
        "Ilir Dervišhalli/Halvern Ledger",
        "Lit market stalls with striped awnings on wet cobbles under a string of lights, a church behind",
      ),
      textBlock("dateline", "HALVERN —"),
      paragraph(
        "The Saturday market will open half an hour earlier, at 5:30 a.m., until the end of February. The stallholders’ guild asked for the change after the bakery on Chandler’s Row, which sends most of the early customers, moved its own opening to 5.",
      ),
      paragraph(
        "The bell will still be rung by hand. “I was told it could be done with a timer,” said its keeper, Rosalind Achterberg, 81. “I said that so could I.”",
      ),
    ),
};
