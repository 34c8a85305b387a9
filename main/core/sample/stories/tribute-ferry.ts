import { byline, headline, paragraph, story, textBlock } from "#shared/document/builders.ts";
import type { SampleStory } from "../sample-story.ts";

/** A tribute that waits for the family's word. */
export const tributeFerry: SampleStory = {
  facts: (clock) => ({
    slug: "tribute-ferry-captain",
    desk: "Region",
    section: "Lives",
    edition: "Morning",
    publicationDate: clock.day(2),
    page: "B6",
    priority: 3,
    planned: { amount: 300, unit: "words" },
    deadline: clock.inHours(20),
    assignee: "Marit Solbakk",
    status: "hold",
    needs: ["picture", "legal"],
    noteToDesk:
      "HOLD for the family: they want to confirm the year she took the Constance. Picture to come from them.",
  }),
  document: () =>
    story(
      headline("Aurelia Stannard, who never left anybody on the landing"),
      textBlock("deck", "Captain of the Norrby ferry for 34 years; she was 88"),
      byline(["Marit Solbakk"], "Halvern Ledger"),
      textBlock("dateline", "NORRBY —"),
      paragraph(
        "Aurelia Stannard, who took the Norrby ferry across the sound some 98,000 times and said that no two of them were alike, died at her home above the landing on Friday. She was 88.",
      ),
      paragraph(
        "She came aboard at 19 to sell tickets, and asked in her second week to be shown the engine. At 31 she had her master’s papers and the wheel of the Constance, the first woman to command a ship of the county line. The county line took some time to mention it.",
      ),
      paragraph(
        "Her timetable was famous for being exact and for having one exception. If she saw somebody running, she waited. Twice in 34 years she was asked to explain this in writing, and twice she sent the same four words: “They were nearly there.”",
      ),
      paragraph(
        "In the ice winter of her tenth year she kept the crossing open for 41 days with a crew of three and a length of railway line hung over the bow. Nine children were born on the Halvern side that month whose mothers lived on the other. Four of the girls are called Constance.",
      ),
      paragraph(
        "“She taught me to dock by listening,” said Ruben Castellane, who has the ferry now. “Anyone can see a landing, she said. Wait until you can’t.”",
      ),
      paragraph(
        "She leaves a sister, Philippa, two nephews, and a brass bell, which by her wish is to be rung by whoever is running.",
      ),
    ),
};
