import { counted, figure } from "#renderer/app/length.ts";
import type { ReplaceOutcome } from "#shared/contract/index.ts";
import { lookWords } from "#renderer/editor/find/replace-look.tsx";
import { asksForSomething, changesMarks, type Replacement } from "#shared/find/index.ts";
import type { StoriesState } from "./stories-search.ts";

const LONGEST_IN_NAME = 60;

function short(words: string): string {
  return words.length > LONGEST_IN_NAME ? `${words.slice(0, LONGEST_IN_NAME).toWellFormed()}…` : words;
}

/** The name under which a story is kept as it was: `Before “fog” became “mist”`. */
export function revisionName(found: string, replacement: Replacement): string {
  const words = found === "" ? "text of one look" : found;
  if (replacement.words === "" && changesMarks(replacement)) {
    return `Before “${short(words)}” was set ${lookWords(replacement)}`;
  }
  return replacement.words === ""
    ? `Before “${short(words)}” was taken out`
    : `Before “${short(words)}” became “${short(replacement.words)}”`;
}

/** What came of replacing, with every story that was left and why. */
export function outcomeWords(outcomes: readonly ReplaceOutcome[]): string {
  const done = outcomes.flatMap((outcome) => ("count" in outcome ? [outcome.count] : []));
  const left = outcomes.flatMap((outcome) => ("skipped" in outcome ? [outcome.skipped] : []));
  const count = done.reduce((sum, one) => sum + one, 0);
  const what =
    done.length === 0
      ? "Nothing was replaced."
      : `${counted(count, "place")} replaced in ${counted(done.length, "story", "stories")}. History keeps each as it was before.`;
  return [what, ...left].join(" ");
}

/** What came of taking a replacement back. */
export function takenBackWords(count: number, left: readonly string[]): string {
  const what =
    count === 0 ? "Nothing was taken back." : `Taken back in ${counted(count, "story", "stories")}.`;
  if (left.length === 0) return what;
  return `${what} Changed since, so left as it is: ${left.join(", ")}. History has the version before.`;
}

/** The line over the list: what goes on, or what was found. */
export function foundWords({ phase, progress, found, searched, query }: StoriesState): string {
  const of = progress ? ` ${figure(progress.done)} of ${figure(progress.total)}` : "";
  if (phase === "searching") return `Searching${of}…`;
  if (phase === "replacing") return `Replacing${of}…`;
  if (found === null)
    return !asksForSomething(query) ? "Type what to find, then Enter." : "Enter searches every story.";
  if (found.length === 0) return `Not found in ${counted(searched, "story", "stories")}.`;
  const count = found.reduce((sum, { hits }) => sum + hits.length, 0);
  return `${counted(count, "place")} in ${counted(found.length, "story", "stories")}, of ${figure(searched)} searched.`;
}
