import { byline, headline, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import type { SampleStory } from "../sample-story.ts";

/** A running story, still with the desk, close to its deadline. */
export const harborStorm: SampleStory = {
  facts: (clock) => ({
    slug: "harbor-storm",
    desk: "City",
    section: "News",
    edition: "Morning",
    publicationDate: clock.day(1),
    page: "A1",
    priority: 1,
    planned: { amount: 14, unit: "inches" },
    deadline: clock.inHours(0.75),
    assignee: "Ana Ruiz",
    status: "desk",
    needs: ["picture"],
    noteToDesk: "Update after the 10 p.m. bulletin. Ana has a second picture coming from the mole.",
  }),
  document: (picture) =>
    story(
      headline("Harbor closes as storm turns for the coast"),
      textBlock("deck", "Ferries stop at 6; the lowest streets are told to be ready by midnight"),
      byline(["Ana Ruiz"], "Halvern Ledger"),
      photo(
        picture("harbor"),
        "Fishing boats lie doubled up on their moorings behind the Halvern mole at dusk on Monday, hours before the wind was due to turn.",
        "Ana Ruiz/Halvern Ledger",
        "Four fishing boats at anchor on dark water, a lighthouse and a red sky behind them",
      ),
      textBlock("dateline", "HALVERN —"),
      paragraph(
        "The harbormaster raised two black cones over the mole at 4:15 on Monday afternoon, and by nightfall there was not a free bollard left behind it.",
      ),
      paragraph(
        "A storm that had been expected to pass well to the north turned toward the coast during the day. The weather office in Tarn now expects it at Halvern between 1 and 3 a.m., with gusts of 65 knots and a tide about 1.4 meters above the usual mark.",
      ),
      paragraph(
        "“It is not the worst we have been promised,” said harbormaster Yusuf Aldergate, tying down the lid of his own rain barrel. “It is the worst we have been promised on a spring tide.”",
      ),
      paragraph(
        "Ferries to Norrby and the islands stopped at 6 p.m. and will not run before Tuesday noon. Quay Street is closed from the fish hall to the old customs house. The town has filled 3,200 sandbags, and on Monday evening a line of neighbors was handing them down Netmakers’ Lane.",
      ),
      paragraph(
        "People in the 86 houses below the seawall have been asked to move what they can upstairs and to be ready to leave by midnight. The gym of the east-side school is open, with beds for 120; dogs are welcome, “and one goose, by arrangement,” the town’s duty officer said.",
      ),
      paragraph(
        "Thirty-one boats are in the inner harbor, nine more than it is meant for. The crew of the Wilhelmina, the last one in, spent an hour looking for something to tie up to and in the end tied up to the Good Intent.",
      ),
      paragraph(
        "“We know each other,” said her skipper, Tove Hallgrimsdottir. “By morning we’ll know each other better.”",
      ),
    ),
};
