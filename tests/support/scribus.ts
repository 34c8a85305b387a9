import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { notRun, SHARED_FOLDER } from "./outside-programs.ts";

const run = promisify(execFile);
const HEADLESS = join(SHARED_FOLDER, "tools/scribus-headless.sh");

/** Why Scribus cannot be asked here, or null. */
export const scribusNotRun = notRun(["scribus", "Xvfb", "xdotool", "pdfimages"], [HEADLESS]);

const reportSchema = z.object({
  text: z.string(),
  units: z.array(z.tuple([z.string(), z.number()])),
  paragraphStyles: z.array(z.string()),
  characterStyles: z.array(z.string()),
});

/** How a story arrived in Scribus. A picture stands in the text as U+0019. */
export interface ScribusArrival {
  readonly text: string;
  /** For each UTF-16 unit of the text: the paragraph's style and the size of the letter in points. */
  readonly units: readonly (readonly [paragraphStyle: string, sizePt: number])[];
  readonly paragraphStyles: readonly string[];
  readonly characterStyles: readonly string[];
  /** The pictures on the printed page, as `width × height` in pixels. */
  readonly pictures: readonly string[];
  /** The printed page, beside the snippet. */
  readonly pdf: string;
}

async function picturesIn(pdf: string): Promise<readonly string[]> {
  const { stdout } = await run("pdfimages", ["-list", pdf]);
  const rows = stdout.trimEnd().split("\n").slice(2);
  return rows.map((row) => {
    const [, , , width, height] = row.trim().split(/\s+/);
    return `${width ?? "?"} × ${height ?? "?"}`;
  });
}

/** Opens a snippet in Scribus and prints its page to a PDF beside it. */
export async function openInScribus(idms: string): Promise<ScribusArrival> {
  const [report, pdf] = [`${idms}.json`, `${idms}.pdf`];
  const script = join(import.meta.dirname, "scribus-arrival.py");
  await run("bash", [HEADLESS, script, idms, report, pdf], { maxBuffer: 1 << 26, timeout: 100_000 });
  const arrival = reportSchema.parse(JSON.parse(await readFile(report, "utf8")));
  return { ...arrival, pictures: await picturesIn(pdf), pdf };
}
