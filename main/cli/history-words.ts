import type { Command } from "commander";
import type { Runner } from "./command-words.ts";

const REVISION_HELP = `
REVISION is the start of a revision's id, as "stet revisions" prints it, or the name it was kept under.`;

/** Adds the commands on what a story was, and on the bin, to the words of the command line. */
export function addHistoryWords(stet: Command, run: Runner): void {
  stet
    .command("revisions")
    .description("list what was kept of a story, newest first")
    .argument("<story>", "id or slug")
    .action(async (story: string, _own: unknown, command: Command) => {
      await run(
        async () => (await import("./commands/revisions.ts")).listRevisions(story),
        command.optsWithGlobals(),
      );
    });

  stet
    .command("diff")
    .description(
      "print a story with what changed between two of its revisions, or with what a text or Word file has otherwise",
    )
    .argument("<story>", "id or slug")
    .argument("[before]", "a revision")
    .argument("[after]", `a revision, or "now" for the text as it stands`)
    .option(
      "--file <file>",
      "compare the text as it stands with this text or Word file instead of two revisions",
    )
    .addHelpText("after", `${REVISION_HELP}\nWords that came are marked {+so+}, words that went [-so-].`)
    .action(
      async (
        story: string,
        before: string | undefined,
        after: string | undefined,
        { file }: { readonly file?: string },
        command: Command,
      ) => {
        const isFile = file !== undefined && before === undefined;
        if (!isFile && (file !== undefined || before === undefined || after === undefined))
          command.error("name two revisions, or a text file with --file");
        await run(async () => {
          const { compareRevisions, compareWithFile } = await import("./commands/diff.ts");
          return file === undefined
            ? compareRevisions(story, before ?? "", after ?? "")
            : compareWithFile(story, file);
        }, command.optsWithGlobals());
      },
    );

  stet
    .command("restore")
    .description("put a revision back; what stands now is kept as a revision first")
    .argument("<story>", "id or slug")
    .argument("<revision>", "a revision")
    .option("--block <id>", "only this block, named by its id")
    .addHelpText("after", REVISION_HELP)
    .action(
      async (story: string, revision: string, { block }: { readonly block?: string }, command: Command) => {
        await run(
          async () => (await import("./commands/restore.ts")).restoreRevision(story, revision, block ?? null),
          command.optsWithGlobals(),
        );
      },
    );

  stet
    .command("bin")
    .description("put a story into the bin, from which it goes for good after 30 days")
    .argument("<story>", "id or slug")
    .option("--why <reason>", "why it is spiked", "")
    .action(async (story: string, { why }: { readonly why: string }, command: Command) => {
      await run(
        async () => (await import("./commands/bin.ts")).binStory(story, why),
        command.optsWithGlobals(),
      );
    });

  stet
    .command("unbin")
    .description("take a story out of the bin, as it was")
    .argument("<story>", "id or slug")
    .action(async (story: string, _own: unknown, command: Command) => {
      await run(async () => (await import("./commands/bin.ts")).unbinStory(story), command.optsWithGlobals());
    });
}
