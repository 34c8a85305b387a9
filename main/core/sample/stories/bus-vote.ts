import { byline, headline, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import type { SampleStory } from "../sample-story.ts";

/** The night's lead: a council vote, on the copy desk. */
export const busVote: SampleStory = {
  facts: (clock) => ({
    slug: "bus-vote",
    desk: "City",
    section: "News",
    edition: "Morning",
    publicationDate: clock.day(1),
    page: "A1",
    priority: 2,
    planned: { amount: 420, unit: "words" },
    deadline: clock.inHours(1.5),
    assignee: "Ilir Dervišhalli",
    status: "copy",
    noteToDesk: "The meter figures in graf 6 are from the draft budget; Marit is checking the final one.",
  }),
  document: (picture) =>
    story(
      headline("Evening buses survive by a single vote"),
      textBlock(
        "deck",
        "Council keeps lines 4 and 9 running past 8 p.m., and sends the bill to the parking meters",
      ),
      byline(["Ilir Dervišhalli", "Marit Solbakk"], "Halvern Ledger"),
      photo(
        picture("chamber"),
        "Every public seat in the Halvern council chamber was taken on Tuesday before the vote on the evening buses. Forty-one people asked to speak.",
        "Ilir Dervišhalli/Halvern Ledger",
        "A microphone with a lit red ring on a wooden bench, rows of people out of focus behind it",
      ),
      textBlock("dateline", "HALVERN —"),
      paragraph(
        "The last bus to Norrby will keep leaving at 11:40. After five hours, 41 speakers and one broken microphone, the Halvern council voted 8–7 on Tuesday night to save the evening service that its own budget had struck out.",
      ),
      paragraph(
        "Council member Odile Marchetti-Brandt, who had said for weeks that she would vote with the mayor, raised her hand with the other side. The gallery was quiet for a second, and then it was not.",
      ),
      paragraph(
        "“I rode the 9 last Thursday to see who was on it,” Marchetti-Brandt said afterward. “Two nurses, a baker, and a boy with a cello. I could not think which of them I was going to ask to walk.”",
      ),
      paragraph(
        "The two lines cost the town 612,000 crowns a year and carry, on an average evening, 340 people. Mayor Ilse Varga’s budget would have ended both at 8 p.m. from January. The town is 1.9 million crowns short, and the buses were the largest single saving that needed no approval from the county.",
      ),
      paragraph(
        "“Nobody in this room wants to cut a bus,” Varga said before the vote. “But I have not heard anybody tonight offer me a roof for the east-side school in its place.”",
      ),
      paragraph(
        "The money is to come from the meters instead. Parking along Quay Street and around the market square will cost 3 crowns an hour, up from 2, and will be charged until 8 p.m. rather than 6. The town expects that to bring in 580,000 crowns; what is missing will be taken from the reserve.",
      ),
      paragraph(
        "Shop owners are divided. Bashir Tennant, who sells lamps opposite the ferry landing, called it “a tax on people who come here to spend.” Two doors down, Perpetua Ng said that most of her evening customers arrive by bus.",
      ),
      paragraph(
        "The new charges need a second reading, which is set for Dec. 8. The buses do not: the drivers’ winter timetable, printed in two versions, was in the mail by midnight.",
      ),
    ),
};
