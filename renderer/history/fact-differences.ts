import { dayAndTime } from "#renderer/app/deadline.ts";
import { plannedText } from "#renderer/app/length.ts";
import { NEED_WORDS, PRIORITY_WORDS } from "#renderer/desk/fact-words.ts";
import { words } from "#shared/language/index.ts";
import type { StoryFacts } from "#shared/newsroom/index.ts";
import type { FactDifference } from "./difference-words.ts";

type Say = (facts: StoryFacts, nowMs: number) => string;

function moment(at: string | null, nowMs: number): string {
  return at === null ? "" : dayAndTime(at, nowMs);
}

/** How every fact is said, in the order in which the facts are listed. */
const FACTS: Readonly<Record<keyof StoryFacts, Say>> = {
  slug: ({ slug }) => slug,
  status: ({ status }) => words().story.statuses[status].name,
  desk: ({ desk }) => desk,
  section: ({ section }) => section,
  edition: ({ edition }) => edition,
  page: ({ page }) => page,
  planned: ({ planned }) => (planned === null ? "" : plannedText(planned)),
  deadline: ({ deadline }, nowMs) => moment(deadline, nowMs),
  embargo: ({ embargo }, nowMs) => moment(embargo, nowMs),
  publicationDate: ({ publicationDate }) => publicationDate ?? "",
  priority: ({ priority }) => PRIORITY_WORDS.find((one) => one.priority === priority)?.name ?? "",
  assignee: ({ assignee }) => assignee,
  printStatus: ({ printStatus }) => words().history.print[printStatus],
  needs: ({ needs }) => needs.map((need) => NEED_WORDS[need]).join(", "),
  noteToDesk: ({ noteToDesk }) => noteToDesk,
};

const NAMES: readonly string[] = Object.keys(FACTS);

function isFact(name: string): name is keyof StoryFacts {
  return NAMES.includes(name);
}

/** What two states of a story's facts tell differently, in words. */
export function factDifferences(
  before: StoryFacts,
  after: StoryFacts,
  nowMs: number,
): readonly FactDifference[] {
  const { facts, differences } = words().history;
  return NAMES.filter(isFact).flatMap((fact) => {
    const say = FACTS[fact];
    const was = say(before, nowMs);
    const is = say(after, nowMs);
    if (was === is) return [];
    return [{ name: facts[fact], before: was || differences.none, after: is || differences.none }];
  });
}
