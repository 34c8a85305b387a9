import type { Command } from "commander";
import type { AloneRunner, Runner } from "./command-words.ts";

/** Adds the commands that keep a newsroom safe. */
export function addSafetyWords(stet: Command, run: Runner, runAlone: AloneRunner): void {
  stet
    .command("backup")
    .description("back the newsroom up and read the backup back")
    .option("--to <dir>", "into this folder, photos included, instead of the newsroom's own")
    .action(async ({ to }: { readonly to?: string }, command: Command) => {
      await run(async () => (await import("./commands/backup.ts")).backUp(to), command.optsWithGlobals());
    });

  stet
    .command("verify")
    .description("look at the database, every story, every photo and every backup")
    .action(async (_own: unknown, command: Command) => {
      await run(async () => (await import("./commands/verify.ts")).verify(), command.optsWithGlobals());
    });

  stet
    .command("recover")
    .description("make a new newsroom and text files of whatever a database file still holds")
    .argument("<file>", "a newsroom.db, damaged or not, or a backup; it is not changed")
    .requiredOption("--out <dir>", "a folder that is not there yet")
    .action(async (file: string, { out }: { readonly out: string }, command: Command) => {
      await runAlone(
        async () => (await import("./commands/recover.ts")).recover(file, out),
        command.optsWithGlobals(),
      );
    });
}
