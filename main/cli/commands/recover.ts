import { recoverFile } from "#main/core/recovery/recover-file.ts";
import { amount } from "#shared/newsroom/index.ts";
import { oneLine, printJson, refused, type RunAlone, typedPath } from "../command-session.ts";
import { EXIT } from "../terminal.ts";

/** Makes a new newsroom and text files of a database file; fails where anything of it did not come back whole. */
export function recover(file: string, out: string): RunAlone {
  return async ({ terminal, json }) => {
    const recovered = await recoverFile(typedPath(terminal, file), typedPath(terminal, out), Date.now());
    if (!recovered.ok) return refused(terminal, recovered.error);
    const { newsroom, report, photosCopied, photosMissing } = recovered.value;
    const { stories, storiesNow, losses, textFolder } = report;
    if (json) printJson(terminal, recovered.value);
    else {
      terminal.print(
        `${newsroom}  ${amount(storiesNow, "story", "stories")}, ${String(storiesNow - stories.length)} of them whole; ${amount(photosCopied, "photo")}`,
      );
      if (textFolder !== null) terminal.print(`${textFolder}  the same as text`);
    }
    const wrong = [
      ...stories.map(({ sentence }) => sentence.message),
      ...losses.map(({ message }) => message),
      ...(photosMissing > 0
        ? [
            `${amount(photosMissing, "photo")} not brought along: no sound file of ${photosMissing === 1 ? "it" : "them"} lies near ${file}.`,
          ]
        : []),
      ...(storiesNow === 0 ? [`${file} holds no story that could be read.`] : []),
    ];
    for (const sentence of wrong) terminal.complain(oneLine(sentence));
    return wrong.length === 0 ? EXIT.done : EXIT.failed;
  };
}
