import { byline, headline, paragraph, story, textBlock } from "#shared/document/builders.ts";
import type { SampleStory } from "../sample-story.ts";

/** Agency copy from abroad, as it came: every accent in it has to reach the page. */
export const treatyTalks: SampleStory = {
  facts: (clock) => ({
    slug: "treaty-talks",
    desk: "World",
    section: "World",
    edition: "Morning",
    publicationDate: clock.day(1),
    page: "A6",
    priority: 3,
    planned: { amount: 240, unit: "words" },
    deadline: clock.inHours(2),
    embargo: null,
    status: "desk",
  }),
  document: () =>
    story(
      headline("River states agree on dams after night of talks"),
      byline(["Erzsébet Szőllős-Kertész", "Jiří Hruška"], "Tri-Coast Press"),
      textBlock("source", "Tri-Coast Press"),
      textBlock("dateline", "KRASNOŁĘKA (TCP) –"),
      paragraph(
        "Four countries that share the Vesna River agreed on Tuesday to open their dams together in a flood, ending a quarrel that began with a wet spring and lasted 16 years.",
      ),
      paragraph(
        "The foreign ministers of Dalmora, Łęgowia, Žitava and Upper Kőszár signed the accord at 4:20 a.m. in the reading room of the city library, because the heating in the palace had failed. Two of them kept their coats on.",
      ),
      paragraph(
        "“Water does not read treaties,” said Łęgowia’s Zdzisław Wójcik-Śliwa, “so we have written a short one.” It is nine pages long; the draft of two years ago had 340.",
      ),
      paragraph(
        "Under the accord, a joint office in Žďárec will watch 61 gauges along the river and can order any of the 11 large dams to release water at six hours’ notice. A country that refuses pays for the damage downstream. Upper Kőszár, which has the largest reservoir, had resisted that clause until shortly after 3.",
      ),
      paragraph(
        "Its minister, Őrs Fűzfő-Tarnóczy, told reporters that he had been persuaded “by the facts, and by the soup.” The soup, librarians said, was leek.",
      ),
      paragraph(
        "The four parliaments have until June to approve it. In Dalmora, where the government has a majority of one, opposition leader Dragoş Čupković called the accord “half a bridge” but did not say how his party would vote.",
      ),
      textBlock("tagline", "Reporting by Erzsébet Szőllős-Kertész in Krasnołęka and Jiří Hruška in Žďárec."),
    ),
};
