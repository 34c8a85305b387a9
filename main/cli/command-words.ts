import { Command, InvalidArgumentError, Option } from "commander";
import {
  EXPORT_FORMATS,
  MARKED_UP_FORMATS,
  PICTURE_CHOICES,
  USUAL_FORMATS,
  type ExportFormat,
  type PictureChoice,
  type StoryQuery,
} from "#shared/contract/index.ts";
import { STORY_STATUSES, type StoryStatus } from "#shared/newsroom/index.ts";
import type { RunAlone, RunCommand } from "./command-session.ts";
import { factHelp } from "./fact-words.ts";
import { addFitWords } from "./fit-words.ts";
import { addHistoryWords } from "./history-words.ts";
import { addSafetyWords } from "./safety-words.ts";

/** The options that every command takes. */
export interface GlobalOptions {
  readonly newsroom?: string;
  readonly home?: string;
  readonly json?: boolean;
}

/** Runs a command that was understood, with the options that stood anywhere in the line. */
export type Runner = (load: () => Promise<RunCommand>, options: GlobalOptions) => Promise<void>;

/** The same for a command that works without a newsroom. */
export type AloneRunner = (load: () => Promise<RunAlone>, options: GlobalOptions) => Promise<void>;

/** Reads a list such as `icml,docx`; refuses a word that is none of the choices. */
function listOf<Choice extends string>(choices: readonly Choice[]): (value: string) => readonly Choice[] {
  return (value) =>
    value.split(",").map((word) => {
      const found = choices.find((choice) => choice === word.trim().toLowerCase());
      if (found === undefined) throw new InvalidArgumentError(`"${word}" is none of ${choices.join(", ")}.`);
      return found;
    });
}

const EXAMPLES = `
Examples:
  stet import harbor.txt                         brings a text or Word file in as a story
  stet list --words "transit tax" --status desk,copy
  stet set transit-tax desk=Metro page=A1 planned=600w deadline=18:30
  stet photo transit-tax harbor.jpg --credit "Ana Ruiz"
  stet diff transit-tax 3f9a2c now               shows what changed since a revision
  stet diff transit-tax --file rewrite.txt       shows what a new text file has otherwise
  stet export transit-tax --format icml,docx --out ~/Desktop --zip
  stet export transit-tax --format docx --markup  with open changes and notes, for Word

STORY is a story's id (s_…) or its slug. Run as: npm run -s stet -- COMMAND …
Exit codes: 0 done, 1 refused or failed, 2 not understood.`;

const FACTS_HELP = `
KEY is one of:
${factHelp()}

Examples:
  stet set transit-tax status=copy assignee="J. O’Dea"
  stet set transit-tax planned="600 words" deadline="2026-11-22 18:30"
  stet set transit-tax deadline=                 takes the deadline away`;

interface ListOptions {
  readonly words?: string;
  readonly status?: readonly StoryStatus[];
  readonly desk?: string;
  readonly order?: NonNullable<StoryQuery["order"]>;
  readonly binned?: true;
}

interface ExportOptions {
  readonly format: readonly ExportFormat[];
  readonly markup: boolean;
  readonly out: string;
  readonly zip: boolean;
  readonly pictures: PictureChoice;
}

/** The words of the command line; `run` or `runAlone` is called with the command that they ask for. Each command is loaded when it is asked for. */
export function commandWords(version: string, run: Runner, runAlone: AloneRunner): Command {
  const stet = new Command("stet")
    .description("Stet's newsroom from a shell or a script.")
    .version(version, "--version", "print Stet's version")
    .helpOption("-h, --help", "print help")
    .option("--newsroom <dir>", "work on this newsroom instead of your own")
    .option("--home <dir>", "the folder of your own newsroom (or set STET_HOME)")
    .option("--json", "answer in JSON, for programs")
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError(false)
    .addHelpText("after", EXAMPLES);

  stet
    .command("import")
    .description("bring text and Word files in, each as a story")
    .argument("<file...>", "text files of any common encoding, or .docx")
    .action(async (files: readonly string[], _own: unknown, command: Command) => {
      await run(
        async () => (await import("./commands/import.ts")).importFiles(files),
        command.optsWithGlobals(),
      );
    });

  stet
    .command("list")
    .description("list stories, last changed first")
    .option("--words <words>", "only those with these words in slug, headline or text")
    .option("--status <list>", `only these: ${STORY_STATUSES.join(",")}`, listOf(STORY_STATUSES))
    .option("--desk <name>", "only those of this desk")
    .addOption(new Option("--order <order>", "sort them").choices(["updated", "deadline", "slug"]))
    .option("--binned", "what lies in the bin instead")
    .action(async ({ words, status, desk, order, binned }: ListOptions, command: Command) => {
      const query: StoryQuery = {
        ...(words === undefined ? {} : { words }),
        ...(status === undefined ? {} : { statuses: status }),
        ...(desk === undefined ? {} : { desk }),
        ...(order === undefined ? {} : { order }),
        ...(binned === undefined ? {} : { binned }),
      };
      await run(
        async () => (await import("./commands/list.ts")).listStories(query),
        command.optsWithGlobals(),
      );
    });

  stet
    .command("show")
    .description("print a story: its facts and its text")
    .argument("<story>", "id or slug")
    .option("--text", "print the text alone")
    .action(async (story: string, { text }: { readonly text?: boolean }, command: Command) => {
      const textOnly = text === true;
      await run(
        async () => (await import("./commands/show.ts")).showStory(story, { textOnly }),
        command.optsWithGlobals(),
      );
    });

  stet
    .command("set")
    .description("set facts of a story")
    .argument("<story>", "id or slug")
    .argument("<key=value...>", "what to set")
    .option("--despite-tk", "let a story with TKs be ready or sent all the same; its history says so")
    .option(
      "--despite-open",
      "let a story with open changes or queries be ready or sent all the same; its history says so",
    )
    .addHelpText("after", FACTS_HELP)
    .action(
      async (
        story: string,
        words: readonly string[],
        own: { despiteTk?: boolean; despiteOpen?: boolean },
        command: Command,
      ) => {
        const how = {
          now: new Date(),
          despiteTks: own.despiteTk === true,
          despiteOpen: own.despiteOpen === true,
        };
        await run(
          async () => (await import("./commands/set.ts")).setFacts(story, words, how),
          command.optsWithGlobals(),
        );
      },
    );

  stet
    .command("photo")
    .description("put a picture into a story, before its tagline or into the frame that waits for one")
    .argument("<story>", "id or slug")
    .argument("<file>", "a JPEG, PNG, TIFF or WebP")
    .option("--caption <text>", "instead of the picture's own caption")
    .option("--credit <text>", "instead of the picture's own credit")
    .option("--alt <text>", "what the picture shows, for those who cannot see it")
    .action(
      async (
        story: string,
        file: string,
        words: { readonly caption?: string; readonly credit?: string; readonly alt?: string },
        command: Command,
      ) => {
        await run(
          async () => (await import("./commands/photo.ts")).addPhoto(story, file, words),
          command.optsWithGlobals(),
        );
      },
    );

  stet
    .command("export")
    .description("write stories as files, with their pictures and a manifest, into a folder of their own")
    .argument("<story...>", "ids or slugs")
    .addOption(
      new Option("--format <list>", `any of ${EXPORT_FORMATS.join(",")}`)
        .argParser(listOf(EXPORT_FORMATS))
        .default(USUAL_FORMATS, USUAL_FORMATS.join(",")),
    )
    .option("--out <dir>", "where the folder is made", ".")
    .option("--zip", "also write the folder as a .zip", false)
    .option(
      "--markup",
      `with open changes marked, and notes (${MARKED_UP_FORMATS.join(" and ")}; other formats are the final text); not for print`,
      false,
    )
    .addOption(
      new Option("--pictures <kind>", "how pictures are written").choices(PICTURE_CHOICES).default("jpeg"),
    )
    .action(
      async (
        stories: readonly string[],
        { format, markup, out, zip, pictures }: ExportOptions,
        command: Command,
      ) => {
        const variant = markup ? ("markedUp" as const) : ("final" as const);
        const choices = { formats: format, variant, pictures, out, zip };
        await run(
          async () => (await import("./commands/export.ts")).exportStories(stories, choices),
          command.optsWithGlobals(),
        );
      },
    );

  addFitWords(stet, run);
  addHistoryWords(stet, run);
  addSafetyWords(stet, run, runAlone);
  return stet;
}
