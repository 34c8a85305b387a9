import { markupPieces, type MarkupPiece } from "./markup.ts";
import { zipFiles } from "./word.ts";

/** What somebody does with the tracked changes of a Word document. */
export type WordDecision = "accept" | "reject";

/** Every tracked change and note place of a Word document, as its XML has them. */
export interface TrackedWord {
  /** Its elements by name, with their attributes, in order. */
  readonly elements: readonly { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[];
  readonly paragraphs: (decision: WordDecision) => readonly TrackedWordParagraph[];
  /** The text of a part, `word/comments.xml`; null where there is none. */
  readonly part: (name: string) => readonly MarkupPiece[] | null;
}

export interface TrackedWordParagraph {
  /** The id of its style after the decision. */
  readonly style: string;
  readonly text: string;
}

/** Which wrappers take text away (ECMA-376-1, 17.13.5): to accept ends deletions, to reject insertions. */
const GONE: Readonly<Record<WordDecision, readonly string[]>> = {
  accept: ["w:del", "w:moveFrom"],
  reject: ["w:ins", "w:moveTo"],
};

interface OpenParagraph {
  text: string;
  style: string;
  styleBefore: string | null;
  marks: string[];
}

function paragraphsOf(
  pieces: readonly MarkupPiece[],
  decision: WordDecision,
): readonly TrackedWordParagraph[] {
  const done: TrackedWordParagraph[] = [];
  const path: string[] = [];
  let kept = "";
  let paragraph: OpenParagraph = { text: "", style: "", styleBefore: null, marks: [] };
  for (const piece of pieces) {
    if (piece.kind === "text") {
      const isText = path.at(-1) === "w:t" || path.at(-1) === "w:delText";
      if (isText && !path.some((name) => GONE[decision].includes(name))) paragraph.text += piece.text;
      continue;
    }
    if (piece.kind === "open") {
      const inside = path.at(-1);
      const isThere = !path.some((name) => GONE[decision].includes(name));
      path.push(piece.name);
      if (piece.name === "w:p") paragraph = { text: "", style: "", styleBefore: null, marks: [] };
      if (piece.name === "w:pStyle") {
        const style = piece.attributes.get("w:val") ?? "";
        if (path.includes("w:pPrChange")) paragraph.styleBefore = style;
        else paragraph.style = style;
      }
      if (inside === "w:rPr" && path.at(-3) === "w:pPr") paragraph.marks.push(piece.name);
      if (isThere && path.includes("w:r") && piece.name === "w:br") paragraph.text += "\n";
      if (isThere && path.includes("w:r") && piece.name === "w:tab") paragraph.text += "\t";
      if (isThere && piece.name === "w:softHyphen") paragraph.text += "\u00AD";
      continue;
    }
    path.pop();
    if (piece.name !== "w:p") continue;
    kept += paragraph.text;
    if (paragraph.marks.some((name) => GONE[decision].includes(name))) continue;
    const { style, styleBefore } = paragraph;
    done.push({ text: kept, style: decision === "reject" ? (styleBefore ?? style) : style });
    kept = "";
  }
  return done;
}

/** Reads a Word document with tracked changes by the rules of the format, with nothing of the library that wrote it. */
export async function readTrackedWord(docx: Uint8Array): Promise<TrackedWord> {
  const files = await zipFiles(docx);
  const part = (name: string): readonly MarkupPiece[] | null => {
    const file = files.get(name);
    return file ? markupPieces(file.bytes) : null;
  };
  const all = part("word/document.xml") ?? [];
  return {
    elements: all.flatMap((piece) =>
      piece.kind === "open" ? [{ name: piece.name, attributes: piece.attributes }] : [],
    ),
    paragraphs: (decision) => paragraphsOf(all, decision),
    part,
  };
}
