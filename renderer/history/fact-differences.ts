import { dayAndTime } from "#renderer/app/deadline.ts";
import { plannedText } from "#renderer/app/length.ts";
import { priorityName } from "#renderer/desk/fact-words.ts";
import { words } from "#shared/language/index.ts";
import type { PrintStatus, StoryFacts } from "#shared/newsroom/index.ts";
import type { FactDifference } from "./difference-words.ts";

const PRINT_WORDS: Readonly<Record<PrintStatus, string>> = {
  none: "not on a page",
  placed: "placed",
  fitted: "fitted",
  released: "released",
};

interface FactWords {
  readonly name: string;
  readonly say: (facts: StoryFacts, nowMs: number) => string;
}

function moment(at: string | null, nowMs: number): string {
  return at === null ? "" : dayAndTime(at, nowMs);
}

/** Every fact, under the name that the facts panel gives it. */
const FACTS: Readonly<Record<keyof StoryFacts, FactWords>> = {
  slug: { name: "Slug", say: ({ slug }) => slug },
  status: { name: "Status", say: ({ status }) => words().story.statuses[status].name },
  desk: { name: "Desk", say: ({ desk }) => desk },
  section: { name: "Section", say: ({ section }) => section },
  edition: { name: "Edition", say: ({ edition }) => edition },
  page: { name: "Page", say: ({ page }) => page },
  planned: { name: "Planned length", say: ({ planned }) => (planned === null ? "" : plannedText(planned)) },
  deadline: { name: "Deadline", say: ({ deadline }, nowMs) => moment(deadline, nowMs) },
  embargo: { name: "Embargo", say: ({ embargo }, nowMs) => moment(embargo, nowMs) },
  publicationDate: { name: "Runs on", say: ({ publicationDate }) => publicationDate ?? "" },
  priority: {
    name: "Priority",
    say: ({ priority }) => priorityName(priority),
  },
  assignee: { name: "Assigned to", say: ({ assignee }) => assignee },
  printStatus: { name: "In print", say: ({ printStatus }) => PRINT_WORDS[printStatus] },
  needs: { name: "Needs", say: ({ needs }) => needs.map((need) => words().desk.facts.need[need]).join(", ") },
  noteToDesk: { name: "Note to the desk", say: ({ noteToDesk }) => noteToDesk },
};

/** What two states of a story's facts tell differently, in words. */
export function factDifferences(
  before: StoryFacts,
  after: StoryFacts,
  nowMs: number,
): readonly FactDifference[] {
  return Object.values(FACTS).flatMap(({ name, say }) => {
    const was = say(before, nowMs);
    const is = say(after, nowMs);
    return was === is ? [] : [{ name, before: was || "none", after: is || "none" }];
  });
}
