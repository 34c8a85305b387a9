import { headline, linked, marked, paragraph, story, textBlock } from "#shared/document/builders.ts";
import type { SampleStory } from "../sample-story.ts";

/** Service copy in subheads and lists, begun a moment ago and over its length. */
export const stormChecklist: SampleStory = {
  facts: (clock) => ({
    slug: "storm-checklist",
    desk: "City",
    section: "News",
    edition: "Morning",
    publicationDate: clock.day(1),
    page: "A3",
    priority: 2,
    planned: { amount: 100, unit: "words" },
    deadline: clock.inHours(1),
    assignee: "Marit Solbakk",
    status: "draft",
    noteToDesk: "Goes in the box beside HARBOR-STORM.",
  }),
  document: () =>
    story(
      headline("Before the water comes: a list for tonight"),
      textBlock("subhead", "Now"),
      textBlock("listItem", "Move the car above Chandler’s Row. The lower lots close at 9 p.m."),
      textBlock("listItem", "Carry papers, medicines and anything with a plug upstairs."),
      textBlock("listItem", "Fill the bath. The pumps at Oldmarsh may have to be shut off."),
      textBlock("subhead", "Before you go to bed"),
      textBlock("listItem", "Charge the phone, and write the number below on paper."),
      textBlock("listItem", "Put boots where you can find them in the dark."),
      textBlock("listItem", "Look in on whoever lives alone next door."),
      textBlock("subhead", "If the siren sounds"),
      textBlock("listItem", [
        "Leave on foot, uphill, by Netmakers’ Lane. ",
        marked("Do not go back for the car.", "bold"),
      ]),
      paragraph([
        "The town’s storm line is 5550 112, all night. News of the ferries is at ",
        linked("ferries.tarn.example", "https://ferries.tarn.example/"),
        ".",
      ]),
    ),
};
