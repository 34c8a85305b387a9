import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { PDFArray, PDFDocument, PDFRawStream, decodePDFRawStream } from "@cantoo/pdf-lib";

const run = promisify(execFile);

/** A word as pdftotext reads it, in points from the top left corner of its page. */
export interface PdfWord {
  readonly page: number;
  readonly text: string;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
}

/** Does something with the PDF as a file, which goes away after. */
export async function withPdf<Value>(
  pdf: Uint8Array,
  work: (path: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "stet-pdf-"));
  try {
    const path = join(folder, "proof.pdf");
    await writeFile(path, pdf);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/** Every word of a PDF (poppler's `pdftotext -bbox`). */
export function pdfWords(pdf: Uint8Array): Promise<readonly PdfWord[]> {
  return withPdf(pdf, async (path) => {
    await run("pdftotext", ["-bbox", path, `${path}.html`]);
    const html = await readFile(`${path}.html`, "utf8");
    const words: PdfWord[] = [];
    let page = 0;
    for (const line of html.split("\n")) {
      if (line.includes("<page ")) page += 1;
      const [, xMin, yMin, xMax, yMax, text = ""] =
        /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line) ??
        [];
      if (xMin === undefined) continue;
      const [left, top, right, foot] = [xMin, yMin, xMax, yMax].map(Number);
      words.push({
        page,
        text: unescaped(text),
        xMin: left ?? 0,
        yMin: top ?? 0,
        xMax: right ?? 0,
        yMax: foot ?? 0,
      });
    }
    return words;
  });
}

/** What a program says of a PDF. */
export function said(program: string, pdf: Uint8Array, ...words: readonly string[]): Promise<string> {
  return withPdf(pdf, async (path) => {
    const { stdout } = await run(program, [...words, path]);
    return stdout;
  });
}

/** A page as poppler draws it: the colour of one point, in points from the top left corner. */
export function pdfColourAt(pdf: Uint8Array, xPt: number, yPt: number): Promise<readonly number[]> {
  return withPdf(pdf, async (path) => {
    await run("pdftoppm", ["-r", "72", "-png", "-singlefile", path, path]);
    const spot = { left: xPt, top: yPt, width: 1, height: 1 };
    return [...(await sharp(`${path}.png`).extract(spot).removeAlpha().raw().toBuffer())];
  });
}

/** The content streams of every page, as they are written. */
export async function pdfContents(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map((page) => {
    const contents = page.node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
    return streams
      .map((stream) => document.context.lookup(stream))
      .map((stream) =>
        stream instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(stream).decode()) : "",
      )
      .join("\n");
  });
}
