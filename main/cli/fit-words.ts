import { InvalidArgumentError, Option, type Command } from "commander";
import type { ProofPaper } from "#shared/contract/index.ts";
import { PROOF_PAPERS } from "#shared/contract/index.ts";
import type { Legs } from "#shared/fit/depth/index.ts";
import { parseHeadlineCode, type HeadlineCode } from "#shared/fit/kit/index.ts";
import type { Runner } from "./command-words.ts";

const LEGS = /^(\d{1,2})\s*[x×]\s*(\d+(?:\.\d+)?)\s*(in|cm|pt|p)$/u;
const POINTS = { in: 72, cm: 72 / 2.54, pt: 1, p: 12 } as const;

/** Reads `2x6in`: two legs of six inches. */
function readLegs(value: string): Legs {
  const [, count = "", depth = "", unit = ""] = LEGS.exec(value.trim().toLowerCase()) ?? [];
  const perUnit = Object.entries(POINTS).find(([name]) => name === unit)?.[1];
  if (perUnit === undefined || Number(count) < 1 || Number(depth) <= 0) {
    throw new InvalidArgumentError(`"${value}" is not legs such as 2x6in (in, cm, pt or p for picas).`);
  }
  return { count: Number(count), depthPt: Number(depth) * perUnit };
}

function readHeadline(value: string): HeadlineCode {
  const code = parseHeadlineCode(value);
  if (!code) throw new InvalidArgumentError(`"${value}" is not columns-points-lines, such as 3-36-2.`);
  return code;
}

const FIT_HELP = `
STORY may also be a text file: a name with a dot in it that is there.

Examples:
  stet fit transit-tax
  stet fit transit-tax --legs 2x6in --cuts
  stet fit copy/*.txt --kit ledger.stetkit --spec News --json`;

const PROOF_HELP = `
Examples:
  stet proof transit-tax --out transit-tax.pdf
  stet proof transit-tax --out p.pdf --paper a4 --profile /usr/share/color/icc/ghostscript/default_cmyk.icc`;

interface FitWords {
  readonly kit?: string;
  readonly spec?: string;
  readonly legs?: Legs;
  readonly headline?: HeadlineCode;
  readonly cuts?: true;
}

interface ProofWords {
  readonly out: string;
  readonly kit?: string;
  readonly spec?: string;
  readonly paper?: ProofPaper;
  readonly profile?: string;
}

/** Adds the words for length that is typeset: `fit`, `proof` and `kit`. */
export function addFitWords(stet: Command, run: Runner): void {
  stet
    .command("fit")
    .description("set stories in their columns: lines, depth, over or under, lines to look at")
    .argument("<story...>", "ids, slugs or text files")
    .option("--kit <file>", "set them in this desk kit (.stetkit) instead of their own")
    .option("--spec <name>", "the column spec of the kit")
    .option("--legs <count>x<depth>", "run them into legs, such as 2x6in", readLegs)
    .option("--headline <code>", "set the headline to this order, such as 3-36-2", readHeadline)
    .option("--cuts", "also name the cheapest cuts")
    .addHelpText("after", FIT_HELP)
    .action(async (stories: readonly string[], words: FitWords, command: Command) => {
      const choices = {
        kitFile: words.kit ?? null,
        spec: words.spec ?? null,
        legs: words.legs ?? null,
        headline: words.headline ?? null,
        cuts: words.cuts === true,
      };
      await run(
        async () => (await import("./commands/fit.ts")).fitStories(stories, choices),
        command.optsWithGlobals(),
      );
    });

  stet
    .command("proof")
    .description("print a story as it is set into a PDF for office paper")
    .argument("<story>", "id or slug")
    .requiredOption("--out <file>", "the PDF to write")
    .option("--kit <file>", "set it in this desk kit (.stetkit) instead of its own")
    .option("--spec <name>", "the column spec of the kit")
    .addOption(new Option("--paper <size>", "the paper").choices(PROOF_PAPERS))
    .option("--profile <icc>", "convert pictures to this CMYK profile")
    .addHelpText("after", PROOF_HELP)
    .action(async (story: string, words: ProofWords, command: Command) => {
      const choices = {
        out: words.out,
        kitFile: words.kit ?? null,
        spec: words.spec ?? null,
        paper: words.paper ?? null,
        profile: words.profile ?? null,
      };
      await run(
        async () => (await import("./commands/proof.ts")).proofStory(story, choices),
        command.optsWithGlobals(),
      );
    });

  const kit = stet.command("kit").description("list desk kits; bring them in and give them out");
  kit
    .command("list")
    .description("list the newsroom's kits and their column specs")
    .action(async (_own: unknown, command: Command) => {
      await run(async () => (await import("./commands/kit.ts")).listKits(), command.optsWithGlobals());
    });
  kit
    .command("import")
    .description("take a desk kit in")
    .argument("<file>", "a .stetkit file")
    .option("--use", "and set all desks in it that have no choice of their own")
    .action(async (file: string, own: { readonly use?: true }, command: Command) => {
      await run(
        async () => (await import("./commands/kit.ts")).importKit(file, { use: own.use === true }),
        command.optsWithGlobals(),
      );
    });
  kit
    .command("export")
    .description("write a desk kit as one file, with its fonts and licences")
    .argument("<kit>", "the start of its id, or its name")
    .requiredOption("--out <file>", "the .stetkit file to write")
    .action(async (named: string, own: { readonly out: string }, command: Command) => {
      await run(
        async () => (await import("./commands/kit.ts")).exportKit(named, own.out),
        command.optsWithGlobals(),
      );
    });
}
