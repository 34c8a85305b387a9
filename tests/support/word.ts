import { promisify } from "node:util";
import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { markupPieces, type MarkupPiece } from "./markup.ts";

/** A stretch of text in a Word document, with what is set on the run itself. */
export interface WordRun {
  readonly text: string;
  /** The name of the character style; empty where there is none. */
  readonly style: string;
  /** The properties that stand on the run itself, by element name: `b`, `smallCaps`. */
  readonly set: readonly string[];
  /** Where the text leads; null where it leads nowhere. */
  readonly href: string | null;
}

/** A picture inline in a paragraph: sizes in points, the crop in fractions left out at each side. */
export interface WordPicture {
  readonly alt: string;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly leftOut: Readonly<Record<"l" | "t" | "r" | "b", number>>;
  readonly bytes: Uint8Array;
}

export interface WordParagraph {
  readonly style: string;
  readonly runs: readonly WordRun[];
  readonly pictures: readonly WordPicture[];
}

type Parts = ReadonlyMap<string, Uint8Array>;
const EMU_PER_POINT = 12_700;

/** Every file in a zip, by its path, with the time that the zip gives it. */
export async function zipFiles(
  zip: Uint8Array,
): Promise<ReadonlyMap<string, { readonly bytes: Uint8Array; readonly time: Date }>> {
  const open = promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer);
  const file = await open(Buffer.from(zip), { lazyEntries: true });
  const found = new Map<string, { bytes: Uint8Array; time: Date }>();
  await new Promise<void>((resolve, reject) => {
    file.on("end", resolve);
    file.on("error", reject);
    file.on("entry", (entry: Entry) => {
      file.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("error", reject);
        stream.on("end", () => {
          const time = entry.getLastModDate({ timezone: "UTC" });
          found.set(entry.fileName, { bytes: new Uint8Array(Buffer.concat(chunks)), time });
          file.readEntry();
        });
      });
    });
    file.readEntry();
  });
  return found;
}

function opens(pieces: readonly MarkupPiece[], name: string) {
  return pieces.filter((piece) => piece.kind === "open").filter((piece) => piece.name === name);
}

function part(parts: Parts, name: string): readonly MarkupPiece[] {
  const bytes = parts.get(name);
  if (!bytes) throw new Error(`the document has no ${name}`);
  return markupPieces(bytes);
}

function styleNames(parts: Parts): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let id = "";
  for (const piece of part(parts, "word/styles.xml")) {
    if (piece.kind !== "open") continue;
    if (piece.name === "w:style") id = piece.attributes.get("w:styleId") ?? "";
    if (piece.name === "w:name") names.set(id, piece.attributes.get("w:val") ?? "");
  }
  return names;
}

function targets(parts: Parts): ReadonlyMap<string, string> {
  const relationships = opens(part(parts, "word/_rels/document.xml.rels"), "Relationship");
  return new Map(
    relationships.map(({ attributes }) => [attributes.get("Id") ?? "", attributes.get("Target") ?? ""]),
  );
}

function picture(
  pieces: readonly MarkupPiece[],
  parts: Parts,
  ids: ReadonlyMap<string, string>,
): WordPicture {
  const attribute = (element: string, name: string) => opens(pieces, element)[0]?.attributes.get(name) ?? "0";
  const leftOut = (side: string) => Number(attribute("a:srcRect", side)) / 100_000;
  const target = ids.get(attribute("a:blip", "r:embed")) ?? "";
  const bytes = parts.get(`word/${target}`);
  if (!bytes) throw new Error(`the picture ${target} is not in the document`);
  return {
    alt: opens(pieces, "wp:docPr")[0]?.attributes.get("descr") ?? "",
    widthPt: Number(attribute("wp:extent", "cx")) / EMU_PER_POINT,
    heightPt: Number(attribute("wp:extent", "cy")) / EMU_PER_POINT,
    leftOut: { l: leftOut("l"), t: leftOut("t"), r: leftOut("r"), b: leftOut("b") },
    bytes,
  };
}

/** Reads a Word document as Word does: `w:t` is text, `w:br` a line break, `w:tab` a tab, `w:softHyphen` a soft hyphen, nothing else. */
export async function readWord(docx: Uint8Array): Promise<readonly WordParagraph[]> {
  const parts: Parts = new Map([...(await zipFiles(docx))].map(([name, { bytes }]) => [name, bytes]));
  const names = styleNames(parts);
  const ids = targets(parts);
  const all = part(parts, "word/document.xml");
  const paragraphs: { style: string; runs: WordRun[]; pictures: WordPicture[] }[] = [];
  let href: string | null = null;
  let [inText, inProperties] = [false, false];
  let run: { text: string; style: string; set: string[]; href: string | null } | null = null;
  for (const [at, piece] of all.entries()) {
    const paragraph = paragraphs.at(-1);
    if (piece.kind === "text") {
      if (inText && run) run.text += piece.text;
      continue;
    }
    const isOpen = piece.kind === "open";
    const value = isOpen ? (piece.attributes.get("w:val") ?? "") : "";
    if (piece.name === "w:p" && isOpen) paragraphs.push({ style: "Normal", runs: [], pictures: [] });
    if (piece.name === "w:t") inText = isOpen;
    if (piece.name === "w:rPr") inProperties = isOpen;
    if (piece.name === "w:hyperlink") {
      href = isOpen ? (ids.get(piece.attributes.get("r:id") ?? "") ?? "leads nowhere") : null;
    }
    if (piece.name === "w:r" && isOpen) run = { text: "", style: "", set: [], href };
    if (piece.name === "w:r" && !isOpen && run && paragraph) {
      if (run.text !== "") paragraph.runs.push(run);
      run = null;
    }
    if (!isOpen) continue;
    if (piece.name === "w:pStyle" && paragraph) paragraph.style = names.get(value) ?? `no style ${value}`;
    if (run && piece.name === "w:br") run.text += "\n";
    if (run && piece.name === "w:tab") run.text += "\t";
    if (run && piece.name === "w:softHyphen") run.text += "\u00AD";
    if (run && piece.name === "w:rStyle") run.style = names.get(value) ?? `no style ${value}`;
    else if (run && inProperties && piece.name !== "w:rPr") run.set.push(piece.name.replace("w:", ""));
    if (piece.name === "w:drawing" && paragraph) {
      const end = all.findIndex(
        (later, index) => index > at && later.kind === "close" && later.name === "w:drawing",
      );
      paragraph.pictures.push(picture(all.slice(at, end), parts, ids));
    }
  }
  return paragraphs;
}

/** The text of a paragraph as it was typed. */
export function wordText({ runs }: WordParagraph): string {
  return runs.map((run) => run.text).join("");
}
