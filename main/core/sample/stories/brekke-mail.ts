import { byline, headline, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import type { SampleStory } from "../sample-story.ts";

/** The long read of the weekend: subheads, a list, a pull quote; still being edited. */
export const brekkeMail: SampleStory = {
  facts: (clock) => ({
    slug: "brekke-mail",
    desk: "Features",
    section: "Weekend",
    edition: "Weekend",
    publicationDate: clock.day(4),
    page: "W4",
    priority: 5,
    planned: { amount: 560, unit: "words" },
    deadline: clock.inHours(44),
    assignee: "Ana Ruiz",
    status: "copy",
    noteToDesk: "About 60 words over. Cut from the middle, please, not from the end.",
  }),
  document: (picture) =>
    story(
      headline("The road that a letter keeps open"),
      textBlock(
        "deck",
        "For 61 years the morning mail has gone up Brekke Hill, and 14 households have set their clocks by it. In spring the route comes up for review.",
      ),
      byline(["Ana Ruiz"], "Halvern Ledger"),
      photo(
        picture("fog-road"),
        "The mail van comes down the Brekke Hill road in fog last week, as it has on every working day for 61 years.",
        "Ana Ruiz/Halvern Ledger",
        "A red van with its lamps lit on a straight road between fir trees in thick fog",
      ),
      textBlock("dateline", "BREKKE HILL —"),
      paragraph(
        "At 10 minutes to 6 there is nothing to see on the hill road and nothing to hear. At 8 minutes to, two lamps come out of the fog below the quarry, and a dog at the first farm, who has been waiting by the gate since 5, sits down.",
      ),
      paragraph(
        "“She doesn’t bark at me,” says Halldis Njie, changing down for the bend. “She just likes to know that it’s started.”",
      ),
      paragraph(
        "What has started is Route 7, the longest in Tarn County: 38 kilometers, 14 households, 3 gates that have to be closed again. Njie has driven it for 22 years. Before her it was her uncle, and before him a man with a horse, whom the oldest people on the hill still call the new postman.",
      ),
      textBlock("subhead", "A plow with letters in it"),
      paragraph(
        "In winter the mail is the reason that there is a road. The county plows up to the last regular delivery and no farther; that rule, one line in a bylaw of 1958, puts the end of the tarmac at Njie’s turning place beside the chapel.",
      ),
      paragraph(
        "So the hill has learned to be a regular delivery. Asta and Corbin Wray, at number 12, take four newspapers. The weaver at number 9 orders her wool one skein at a time. When old Mr. Fennimore went into hospital for most of a February, his neighbors wrote to him every day, at home.",
      ),
      textBlock(
        "pullQuote",
        "“I have carried a postcard up here that said: Nothing to report, mind the ice.”",
      ),
      paragraph(
        "“I have carried a postcard up here that said: Nothing to report, mind the ice,” Njie says. “It was addressed to the house next door.”",
      ),
      paragraph(
        "There is a good deal in the van that nobody posted. On one Thursday in October it held, besides 31 letters:",
      ),
      textBlock("listItem", "a repaired chain saw, for the Wrays"),
      textBlock("listItem", "two library books, one of them overdue since spring"),
      textBlock("listItem", "a pair of reading glasses, going up for the third time"),
      textBlock("listItem", "eleven eggs, coming down (“There were 12,” Njie says. “That’s the fare.”)"),
      textBlock("subhead", "Fourteen signatures"),
      paragraph(
        "The postal service looks at its routes every 10 years. By its own measure, crowns for each item carried, Route 7 is the dearest in the country by some way. A cluster of boxes at the foot of the hill would save 190,000 crowns a year. It would also, under the line from 1958, save the county the plow.",
      ),
      paragraph(
        "“I’m not going to say that it makes sense,” says Lucan Oyelaran, who draws the maps at the regional office in Tarn. He has been up once, in June. They gave him eggs. “I’m going to say that the form has no box for it.”",
      ),
      paragraph(
        "The hill has written to the review. The letter is four pages long and carries 14 signatures, one for each house. Nobody wanted to send it by computer. It went down with Njie on a Tuesday, with a stamp on it, and came to Tarn on the Wednesday, by way of a sorting hall 210 kilometers to the south.",
      ),
      paragraph(
        "At the chapel she turns the van in three moves, as her uncle did, and switches off the engine. It is 6:51. For a minute she does nothing at all. Then, one after another, down the length of the hill, the kitchen windows come on.",
      ),
      textBlock("tagline", "Ana Ruiz has written for the Ledger from the hill parishes since 2011."),
      textBlock("endMark", "■"),
    ),
};
