import { inOneLine, oneLine, printJson, type RunCommand } from "../command-session.ts";
import { readFacts } from "../fact-words.ts";
import { findStory } from "../find-story.ts";
import { EXIT } from "../terminal.ts";

/** Sets facts of a story from `key=value` words: all of them, or none where one is wrong. */
export function setFacts(
  named: string,
  words: readonly string[],
  { now, despiteTks }: { readonly now: Date; readonly despiteTks: boolean },
): RunCommand {
  return async ({ desk, terminal, json }) => {
    const change = readFacts(words, now);
    if (!change.ok) {
      terminal.complain(oneLine(change.error));
      return EXIT.failed;
    }
    const id = await findStory(desk, named);
    const summary = id.ok
      ? await desk.stories.setFacts({ story: id.value, change: change.value, despiteTks })
      : id;
    if (!summary.ok) {
      const hint = summary.error.code === "placeholders-left" ? " --despite-tk sets it all the same." : "";
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
