import { dayAndTime } from "#renderer/app/deadline.ts";
import { plannedText } from "#renderer/app/length.ts";
import { priorityName } from "#renderer/desk/fact-words.ts";
import { words, type Catalogue } from "#shared/language/index.ts";
import type { StoryFacts } from "#shared/newsroom/index.ts";
import type { FactDifference } from "./difference-words.ts";

interface FactWords {
  readonly name: (words: Catalogue) => string;
  readonly say: (facts: StoryFacts, nowMs: number) => string;
}

function moment(at: string | null, nowMs: number): string {
  return at === null ? "" : dayAndTime(at, nowMs);
}

/** Every fact, under the name that the facts panel gives it. */
const FACTS: Readonly<Record<keyof StoryFacts, FactWords>> = {
  slug: { name: ({ desk }) => desk.facts.slug, say: ({ slug }) => slug },
  status: {
    name: ({ desk }) => desk.facts.status,
    say: ({ status }) => words().story.statuses[status].name,
  },
  desk: { name: ({ desk }) => desk.facts.desk, say: ({ desk }) => desk },
  section: { name: ({ desk }) => desk.facts.section, say: ({ section }) => section },
  edition: { name: ({ desk }) => desk.facts.edition, say: ({ edition }) => edition },
  page: { name: ({ desk }) => desk.facts.page, say: ({ page }) => page },
  planned: {
    name: ({ desk }) => desk.facts.planned,
    say: ({ planned }) => (planned === null ? "" : plannedText(planned)),
  },
  deadline: {
    name: ({ desk }) => desk.facts.deadline,
    say: ({ deadline }, nowMs) => moment(deadline, nowMs),
  },
  embargo: { name: ({ desk }) => desk.facts.embargo, say: ({ embargo }, nowMs) => moment(embargo, nowMs) },
  publicationDate: {
    name: ({ desk }) => desk.facts.runsOn,
    say: ({ publicationDate }) => publicationDate ?? "",
  },
  priority: {
    name: ({ desk }) => desk.facts.priority,
    say: ({ priority }) => priorityName(priority),
  },
  assignee: { name: ({ desk }) => desk.facts.assignee, say: ({ assignee }) => assignee },
  printStatus: {
    name: ({ history }) => history.inPrint,
    say: ({ printStatus }) => words().history.print[printStatus],
  },
  needs: {
    name: ({ desk }) => desk.facts.needs,
    say: ({ needs }) => needs.map((need) => words().desk.facts.need[need]).join(", "),
  },
  noteToDesk: { name: ({ desk }) => desk.facts.note, say: ({ noteToDesk }) => noteToDesk },
};

/** What two states of a story's facts tell differently, in words. */
export function factDifferences(
  before: StoryFacts,
  after: StoryFacts,
  nowMs: number,
): readonly FactDifference[] {
  const { none } = words().history.differences;
  return Object.values(FACTS).flatMap(({ name, say }) => {
    const was = say(before, nowMs);
    const is = say(after, nowMs);
    return was === is ? [] : [{ name: name(words()), before: was || none, after: is || none }];
  });
}
