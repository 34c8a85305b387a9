import { CommanderError, type Command } from "commander";
import { stetHome, stetVersion } from "#main/checkout.ts";
import { oneLine, typedPath, type RunCommand } from "./command-session.ts";
import { commandWords, type GlobalOptions } from "./command-words.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

/** Opens the newsroom for one command and closes it after: what was saved is then in the file alone. */
async function runOnNewsroom(
  load: () => Promise<RunCommand>,
  { newsroom, home, json }: GlobalOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const command = await load();
  const { openDesk } = await import("#main/core/desk.ts");
  const startedAtMs = Date.now();
  const host = await openDesk({
    home: stetHome(home === undefined ? undefined : typedPath(terminal, home), terminal.env),
    ...(newsroom === undefined ? {} : { newsroom: typedPath(terminal, newsroom) }),
    openAtOnce: "own",
    abilities: { host: "command-line", version: stetVersion() },
  });
  try {
    const info = await host.desk.host.info(null);
    const trouble = info.ok ? info.value.trouble : info.error.message;
    if (trouble !== null) {
      terminal.complain(oneLine(trouble));
      return EXIT.failed;
    }
    const news = await host.desk.safety.recovery(null);
    const report = news.ok ? news.value.report : null;
    if (report && report.atMs >= startedAtMs) {
      terminal.complain(
        oneLine(`${report.why} It was rebuilt: ${report.damagedFolder} says what came back.`),
      );
    }
    return await command({ desk: host.desk, terminal, json: json === true });
  } finally {
    await host.close();
  }
}

/** Sends what commander says to the terminal, errors on one line, and makes it throw instead of ending the process. */
function speakThrough(command: Command, terminal: Terminal): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => terminal.print(text.trimEnd()),
    writeErr: (text) => terminal.complain(text.trimEnd()),
    outputError: (text, write) =>
      write(`${oneLine(text.replace(/^error: /, ""))} ("stet --help" tells more.)`),
  });
  for (const child of command.commands) speakThrough(child, terminal);
}

/** Runs one line of words (`["list", "--json"]`) and gives its exit code. Never throws. */
export async function runStet(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  const program = commandWords(
    stetVersion(),
    async (load, options) => {
      exitCode = await runOnNewsroom(load, options, terminal);
    },
    async (load, { json }) => {
      exitCode = await (await load())({ terminal, json: json === true });
    },
  );
  speakThrough(program, terminal);
  try {
    await program.parseAsync([...words], { from: "user" });
    return exitCode;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.done : EXIT.usage;
    terminal.complain(oneLine(cause instanceof Error ? cause.message : "Something went wrong inside Stet."));
    return EXIT.failed;
  }
}
