import type { ReplaceOutcome } from "#shared/contract/index.ts";
import { lookWords } from "#renderer/editor/find/replace-look.tsx";
import { asksForSomething, changesMarks, type Replacement } from "#shared/find/index.ts";
import { retold, words } from "#shared/language/index.ts";
import type { StoriesState } from "./stories-search.ts";

const LONGEST_IN_NAME = 60;

function short(sought: string): string {
  return sought.length > LONGEST_IN_NAME ? `${sought.slice(0, LONGEST_IN_NAME).toWellFormed()}…` : sought;
}

/** The name under which a story is kept as it was: `Before “fog” became “mist”`. */
export function revisionName(found: string, replacement: Replacement): string {
  const { anyOfLook, beforeFormat, beforeTakenOut, beforeReplaced } = words().find.stories;
  const sought = found === "" ? anyOfLook : short(found);
  if (replacement.words !== "") return beforeReplaced({ sought, replacement: short(replacement.words) });
  return changesMarks(replacement)
    ? beforeFormat({ sought, look: lookWords(replacement) })
    : beforeTakenOut({ sought });
}

/** What came of replacing, with every story that was left and why. */
export function outcomeWords(outcomes: readonly ReplaceOutcome[]): string {
  const done = outcomes.flatMap((outcome) => ("count" in outcome ? [outcome.count] : []));
  const left = outcomes.flatMap((outcome) => ("skipped" in outcome ? [retold(outcome.skipped)] : []));
  const count = done.reduce((sum, one) => sum + one, 0);
  const { replacedNothing, replaced } = words().find.stories;
  const what = done.length === 0 ? replacedNothing : replaced({ places: count, stories: done.length });
  return [what, ...left].join(" ");
}

/** What came of taking a replacement back. */
export function takenBackWords(count: number, left: readonly string[]): string {
  const { takenBack, leftAsIs } = words().find.stories;
  const what = takenBack({ stories: count });
  return left.length === 0 ? what : `${what} ${leftAsIs({ slugs: left })}`;
}

/** The line over the list: what goes on, or what was found. */
export function foundWords({ phase, progress, found, searched, query }: StoriesState): string {
  const said = words().find.stories;
  const place = progress && { nth: progress.done, of: progress.total };
  if (phase === "searching") return place ? said.searchingAt(place) : said.searching;
  if (phase === "replacing") return place ? said.replacingAt(place) : said.replacing;
  if (found === null) return asksForSomething(query) ? said.enterSearches : said.typeFirst;
  if (found.length === 0) return said.notFound({ searched });
  const count = found.reduce((sum, { hits }) => sum + hits.length, 0);
  return said.sum({ places: count, stories: found.length, searched });
}
