import { inOneLine, oneLine, printJson, type RunCommand } from "../command-session.ts";
import { readFacts } from "../fact-words.ts";
import { findStory } from "../find-story.ts";
import { EXIT } from "../terminal.ts";

/** What lets a story be finished where it was refused for this. */
const DESPITE: ReadonlyMap<string, string> = new Map([
  ["placeholders-left", "--despite-tk"],
  ["matters-open", "--despite-open"],
]);

/** Sets facts of a story from `key=value` words: all of them, or none where one is wrong. */
export function setFacts(
  named: string,
  words: readonly string[],
  { now, ...despite }: { readonly now: Date; readonly despiteTks: boolean; readonly despiteOpen: boolean },
): RunCommand {
  return async ({ desk, terminal, json }) => {
    const change = readFacts(words, now);
    if (!change.ok) {
      terminal.complain(oneLine(change.error));
      return EXIT.failed;
    }
    const id = await findStory(desk, named);
    const summary = id.ok
      ? await desk.stories.setFacts({ story: id.value, change: change.value, ...despite })
      : id;
    if (!summary.ok) {
      const flag = DESPITE.get(summary.error.code);
      const hint = flag === undefined ? "" : ` ${flag} sets it all the same.`;
      terminal.complain(`${inOneLine(summary.error)}${hint}`);
      return EXIT.failed;
    }
    if (json) printJson(terminal, summary.value);
    else
      terminal.print(
        `${summary.value.id}  ${summary.value.facts.slug}  ${Object.keys(change.value).join(", ")} set`,
      );
    return EXIT.done;
  };
}
