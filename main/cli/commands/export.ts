import type { ExportFormat, ExportReport, ExportVariant, PictureChoice } from "#shared/contract/index.ts";
import { inOneLine, oneLine, printJson, typedPath, type RunCommand } from "../command-session.ts";
import { findStory } from "../find-story.ts";
import { EXIT } from "../terminal.ts";

export interface ExportChoices {
  readonly formats: readonly ExportFormat[];
  readonly variant: ExportVariant;
  readonly pictures: PictureChoice;
  /** The folder as it was typed. */
  readonly out: string;
  readonly zip: boolean;
}

function inWords({ folder, zip, files, losses, open }: ExportReport): string {
  return [
    `${folder}  ${String(files.length)} files`,
    ...(zip === null ? [] : [zip]),
    ...open.map(({ story, message }) => `  final text of ${story}: ${message}`),
    ...losses.map(({ story, format, message }) => `  ${format} of ${story}: ${message}`),
  ].join("\n");
}

/** Writes stories as files. A story that is not found ends it before anything is written. */
export function exportStories(
  named: readonly string[],
  { formats, variant, pictures, out, zip }: ExportChoices,
): RunCommand {
  return async ({ desk, terminal, json }) => {
    const stories: string[] = [];
    for (const name of named) {
      const found = await findStory(desk, name);
      if (found.ok) stories.push(found.value);
      else terminal.complain(inOneLine(found.error));
    }
    if (stories.length < named.length) return EXIT.failed;
    const report = await desk.exporting.run(
      { stories: [...new Set(stories)], formats, variant, pictures, into: typedPath(terminal, out), zip },
      {
        signal: terminal.signal,
        onProgress: ({ done, total, doing }) =>
          terminal.progress?.(`${String(done)} of ${String(total)}: ${oneLine(doing.message)}`),
      },
    );
    terminal.progress?.("");
    if (!report.ok) {
      terminal.complain(
        report.error.code === "cancelled" ? "Cancelled: nothing was written." : inOneLine(report.error),
      );
      return EXIT.failed;
    }
    if (json) printJson(terminal, report.value);
    else terminal.print(inWords(report.value));
    return EXIT.done;
  };
}
