import { byline, headline, marked, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import type { SampleStory } from "../sample-story.ts";

/** A happy story with a pull quote, with the slot. */
export const schoolRobotics: SampleStory = {
  facts: (clock) => ({
    slug: "school-robotics",
    desk: "Region",
    section: "Local",
    edition: "Morning",
    publicationDate: clock.day(1),
    page: "B1",
    priority: 4,
    planned: { amount: 330, unit: "words" },
    deadline: clock.inHours(3),
    assignee: "Zoë Lindqvist-Okafor",
    status: "slot",
  }),
  document: (picture) =>
    story(
      headline("A robot called Heron brings the cup to Norrby"),
      textBlock("deck", "A school with 212 pupils and one soldering iron beats 18 others"),
      byline(["Zoë Lindqvist-Okafor"], "Halvern Ledger"),
      photo(
        picture("gym"),
        "“Heron,” the robot built by Norrby School’s team, holds up the last ring of the final at the school gym on Saturday.",
        "Zoë Lindqvist-Okafor/Halvern Ledger",
        "A four-wheeled robot lifts an orange ring on a jointed arm, a crowd blurred behind it",
      ),
      textBlock("dateline", "NORRBY —"),
      paragraph(
        "With nine seconds on the clock and its left front wheel turning the wrong way, a robot made of shelf brackets and a wiper motor reached out, closed its claw around an orange ring, and lifted it over the line.",
      ),
      paragraph([
        "That was the county cup. Norrby School’s team of six, ages 12 to 15, beat 18 others at the Tarn County robotics final on Saturday, held for the first time in their own gym. The robot is called ",
        marked("Heron", "italic"),
        ", because it stands still for a long time and then it does not.",
      ]),
      paragraph(
        "“The wheel had been like that since Thursday,” said Femi Ashgrove, 13, who wrote most of the steering. “So I told the program that left was right. Then somebody fixed the wheel. Then it broke again.”",
      ),
      textBlock("pullQuote", "“We have one soldering iron. You learn to plan.”"),
      paragraph(
        "The team met for seven months in the room behind the kitchen. The budget was 900 crowns, of which 640 came from selling cinnamon buns. The motor came from a mail van that had come to the end of its road.",
      ),
      paragraph("“We have one soldering iron,” said their teacher, Benedikta Rao. “You learn to plan.”"),
      paragraph(
        "In the final Norrby met the Halvern Academy, last year’s winner, whose robot had a camera and a sponsor. It was ahead by two rings at the half. Then the camera found the orange scarf of a grandmother in the second row, and set off to collect it.",
      ),
      paragraph("No one was hurt. The grandmother, Ottoline Prewitt, asked to keep the ring."),
      paragraph(
        "Heron goes to the national final in Sundhavn in March. The buns will be on sale again from Monday.",
      ),
    ),
};
