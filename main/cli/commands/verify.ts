import type { HealthReport } from "#shared/contract/index.ts";
import { amount } from "#shared/newsroom/index.ts";
import { inOneLine, oneLine, printJson, type RunCommand } from "../command-session.ts";
import { EXIT } from "../terminal.ts";

/** Everything that is wrong, a sentence each. A photo that was brought back is all right again. */
function troubles(report: HealthReport): readonly string[] {
  const { databaseTroubles, searchTroubles, strayRows, unreadableStories, photoTroubles, backups } = report;
  return [
    ...databaseTroubles.map((trouble) => `The database: ${trouble}.`),
    ...(strayRows > 0 ? [`${amount(strayRows, "row")} with nothing that they belong to.`] : []),
    ...searchTroubles.map((trouble) => `Search: ${trouble}`),
    ...unreadableStories.map(({ message }) => message),
    ...photoTroubles
      .filter(({ refetchedFrom }) => refetchedFrom === null)
      .map(
        ({ name, asset, what }) =>
          `The photo ${name} (${asset}) is ${what === "missing" ? "missing" : "not what it was when it came in"}.`,
      ),
    ...backups.flatMap(({ trouble }) => (trouble === null ? [] : [trouble])),
  ];
}

function inWords(report: HealthReport): string {
  const { databaseBytes, stories, photos, photoTroubles, backups, lastRestoreTest } = report;
  const good = backups.filter(({ trouble }) => trouble === null);
  const newest = good[0];
  return [
    `${amount(stories, "story", "stories")} in ${String(databaseBytes)} bytes, ${amount(photos, "photo")}`,
    newest === undefined
      ? "no good backup"
      : `${amount(good.length, "good backup")}, the newest of ${new Date(newest.atMs).toISOString()}`,
    lastRestoreTest === null
      ? "no restore was tried"
      : `a restore was tried on ${new Date(lastRestoreTest.atMs).toISOString()}: ${lastRestoreTest.troubles.length === 0 ? "everything came back" : amount(lastRestoreTest.troubles.length, "trouble")}`,
    ...photoTroubles.flatMap(({ name, refetchedFrom }) =>
      refetchedFrom === null ? [] : [`The photo ${name} was brought back from ${refetchedFrom}.`],
    ),
  ].join("\n");
}

/** Looks at the newsroom from end to end; anything wrong makes the command fail. */
export function verify(): RunCommand {
  return async ({ desk, terminal, json }) => {
    const report = await desk.safety.check(null, {
      signal: terminal.signal,
      onProgress: ({ done, total, doing }) =>
        terminal.progress?.(`${String(done)} of ${String(total)}: ${oneLine(doing.message)}`),
    });
    terminal.progress?.("");
    if (!report.ok) {
      terminal.complain(report.error.code === "cancelled" ? "Cancelled." : inOneLine(report.error));
      return EXIT.failed;
    }
    const wrong = troubles(report.value);
    if (json) printJson(terminal, report.value);
    else terminal.print(inWords(report.value));
    for (const sentence of wrong) terminal.complain(oneLine(sentence));
    return wrong.length === 0 ? EXIT.done : EXIT.failed;
  };
}
