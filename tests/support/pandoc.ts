import { spawnSync } from "node:child_process";
import { z } from "zod";

const nodeSchema = z.object({ t: z.string(), c: z.unknown() }).partial({ c: true });
const documentSchema = z.object({ blocks: z.array(z.unknown()) });

/** What pandoc does with tracked changes as it reads them. */
export type PandocChoice = "accept" | "reject" | "all";

function run(args: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync("pandoc", args, {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`pandoc: ${stderr}`);
  return stdout;
}

/** A Word document as pandoc has it, as JSON. */
export function pandocJson(path: string, choice: PandocChoice): unknown {
  return JSON.parse(run(["-f", "docx", `--track-changes=${choice}`, "-t", "json", path]));
}

/** The text of inline nodes: a space for each of pandoc's, a line end for each break. */
function inlineText(value: unknown): string {
  if (Array.isArray(value)) return value.map(inlineText).join("");
  const node = nodeSchema.safeParse(value);
  if (!node.success) return "";
  const { t, c } = node.data;
  if (t === "Str") return z.string().parse(c);
  if (t === "Space" || t === "SoftBreak") return " ";
  if (t === "LineBreak") return "\n";
  if (t === "Image") return "";
  return inlineText(c);
}

function paragraphsIn(value: unknown, found: string[]): void {
  if (Array.isArray(value)) {
    for (const one of value) paragraphsIn(one, found);
    return;
  }
  const node = nodeSchema.safeParse(value);
  if (!node.success) return;
  const { t, c } = node.data;
  if (t === "Para" || t === "Plain" || t === "Header") found.push(inlineText(c));
  else paragraphsIn(c, found);
}

/**
 * The texts of paragraphs without their spaces, which pandoc changes: it drops those at the ends of
 * lines and puts one between two paragraphs that it joins. Those without text are left out.
 */
export function asPandocTells(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.replaceAll(/[ \t\n]+/gu, "")).filter((text) => text !== "");
}

/** The texts of a Word document's paragraphs as pandoc reads them. */
export function pandocParagraphs(path: string, choice: PandocChoice): readonly string[] {
  const found: string[] = [];
  paragraphsIn(documentSchema.parse(pandocJson(path, choice)).blocks, found);
  return asPandocTells(found);
}
