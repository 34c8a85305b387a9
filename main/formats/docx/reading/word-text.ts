import { cleanText, type Mark, type Stamp } from "#shared/document/index.ts";
import type { ChangeStamps } from "./change-stamps.ts";
import { picturesIn, textBoxesIn, type DrawnPicture } from "./word-drawings.ts";
import type { TextPart, WordPackage } from "./word-package.ts";
import { marksOver, setMarks, type WordRole, type WordStyles } from "./word-styles.ts";
import { childOf, elementsIn, textIn, valueOf, type XmlElement } from "./xml-tree.ts";

/** Text of which every character has the same look and the same open changes, as Word has it. */
export interface WordPiece {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly link: string | null;
  readonly isDateline: boolean;
  readonly inserted: Stamp | null;
  readonly deleted: Stamp | null;
  readonly reformatted: {
    readonly stamp: Stamp;
    readonly marksWere: readonly Mark[];
    readonly wasDateline: boolean;
  } | null;
  readonly notes: readonly string[];
}

/** A picture in a paragraph, and what became of it. */
export interface WordPicturePlace extends DrawnPicture {
  readonly inserted: Stamp | null;
  readonly deleted: Stamp | null;
}

/** A paragraph with its end, which may itself be put in or struck out. */
export interface WordParagraph {
  readonly role: WordRole;
  /** What it was before its style was changed. */
  readonly was: { readonly role: WordRole; readonly stamp: Stamp } | null;
  readonly pieces: readonly WordPiece[];
  readonly pictures: readonly WordPicturePlace[];
  readonly end: { readonly inserted: Stamp | null; readonly deleted: Stamp | null };
  /** Notes that are on the paragraph and on no letter of it. */
  readonly notes: readonly string[];
}

/** The text of a Word document. */
export interface WordText {
  readonly paragraphs: readonly WordParagraph[];
  /** What did not come along, counted. */
  readonly left: {
    readonly hidden: number;
    readonly numbers: number;
    readonly codes: number;
    readonly symbols: number;
  };
  /** True where the file names paragraph styles that only Stet writes. */
  readonly isOurs: boolean;
}

interface Around {
  readonly inserted: Stamp | null;
  readonly deleted: Stamp | null;
  readonly link: string | null;
}

const UNTOUCHED: Around = { inserted: null, deleted: null, link: null };
const NO_BREAK_HYPHEN = "\u2011";
const LINK_FIELD = /^\s*HYPERLINK\s+"([^"]+)"/u;
/** Fonts of signs have their letters there; what they look like is not in the file. */
const PRIVATE_USE = /[\uF000-\uF0FF]/u;
const WEB_ADDRESS = /^(?:https?|mailto|ftp|tel):/iu;
/** What only holds other content. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:smartTag",
  "w:customXml",
  "w:dir",
  "w:bdo",
  "w:ruby",
  "w:rubyBase",
  "m:oMathPara",
  "m:oMath",
  "?:smartTag",
]);

interface OpenParagraph {
  readonly pieces: WordPiece[];
  readonly pictures: WordPicturePlace[];
  readonly notes: Set<string>;
}

/** What one document is read with. */
export interface WordDesk {
  readonly file: WordPackage;
  readonly styles: WordStyles;
  readonly stamps: ChangeStamps;
  readonly anchors: ReadonlyMap<string, string>;
}

/** Reads the body of a Word document from its beginning to its end; fields, moves and comments may reach over paragraphs. */
class TextReader {
  readonly paragraphs: WordParagraph[] = [];
  readonly left = { hidden: 0, numbers: 0, codes: 0, symbols: 0 };
  isOurs = false;

  readonly #desk: WordDesk;
  #paragraph: OpenParagraph = { pieces: [], pictures: [], notes: new Set() };
  #boxes: XmlElement[] = [];
  readonly #fields: { code: string; inCode: boolean }[] = [];
  readonly #openNotes = new Set<string>();
  /** Notes whose range has begun and held no letter yet. */
  readonly #awaitingText = new Set<string>();
  readonly #openMoves = new Map<string, string>();
  readonly #foot: { readonly mark: string; readonly element: XmlElement; readonly part: TextPart }[] = [];
  /** The part that is being read: its relationships are its own. */
  #part: TextPart = "document";
  readonly #numbered: ReadonlySet<string>;

  constructor(desk: WordDesk) {
    this.#desk = desk;
    this.#numbered = numberedLists(desk.file.numbering);
  }

  readBlocks(element: XmlElement | undefined): void {
    for (const child of elementsIn(element)) {
      if (child.name === "w:p") this.#readParagraph(child);
      else if (child.name === "w:tbl") this.#readTable(child);
      else if (child.name === "mc:AlternateContent") this.readBlocks(elementsIn(child)[0]);
      else if (!this.#readPlace(child)) this.readBlocks(TRANSPARENT.has(child.name) ? child : undefined);
    }
  }

  /** Footnotes and endnotes, each a paragraph of its own behind the text. */
  readFoot(): void {
    for (const { mark, element, part } of this.#foot.splice(0)) {
      const before = this.paragraphs.length;
      this.#part = part;
      this.readBlocks(element);
      const [first, ...others] = this.paragraphs.splice(before);
      if (!first) continue;
      const led = { ...plainPiece(`${mark} `), inserted: first.pieces[0]?.inserted ?? null };
      const [lead, ...rest] = first.pieces;
      const pieces = lead ? [led, { ...lead, text: lead.text.trimStart() }, ...rest] : [led];
      this.paragraphs.push({ ...first, role: "paragraph", pieces }, ...others);
    }
  }

  /** A row whose cells have a line each is a paragraph with tabs; anything else in a table stays what it is. */
  #readTable(table: XmlElement): void {
    for (const row of rowsIn(table)) {
      const cells = elementsIn(row).flatMap((one) => (one.name === "w:tc" ? [one] : []));
      const before = this.paragraphs.length;
      const starts: number[] = [];
      for (const cell of cells) {
        starts.push(this.paragraphs.length);
        this.readBlocks(cell);
      }
      const read = this.paragraphs.slice(before);
      const isLines = read.length === cells.length && starts.every((start, nth) => start === before + nth);
      const isPlain = read.every(({ role, pictures }) => role === "paragraph" && pictures.length === 0);
      const [first] = read;
      if (!first || !isLines || !isPlain || read.length < 2) continue;
      const pieces = read.flatMap((one, nth) => (nth === 0 ? one.pieces : [plainPiece("\t"), ...one.pieces]));
      const notes = read.flatMap((one) => one.notes);
      const end = read.at(-1)?.end ?? first.end;
      const isEmpty = read.every((one) => one.pieces.length === 0);
      this.paragraphs.splice(before, read.length, { ...first, pieces: isEmpty ? [] : pieces, notes, end });
    }
  }

  #readParagraph(element: XmlElement): void {
    const { styles, stamps } = this.#desk;
    this.#paragraph = { pieces: [], pictures: [], notes: new Set() };
    const boxes: XmlElement[] = [];
    this.#boxes = boxes;
    this.#readInline(element, UNTOUCHED);
    const { pieces, pictures, notes } = this.#paragraph;
    const properties = childOf(element, "w:pPr");
    const style = valueOf(properties, "w:pStyle");
    this.isOurs ||= styles.isHouseStyle(style);
    const mark = childOf(properties, "w:rPr");
    const stampOf = (...names: readonly string[]): Stamp | null => {
      const change = elementsIn(mark).find(({ name }) => names.includes(name));
      return change ? stamps.of(change) : null;
    };
    const end = { inserted: stampOf("w:ins", "w:moveTo"), deleted: stampOf("w:del", "w:moveFrom") };
    const change = childOf(properties, "w:pPrChange");
    const role = this.#roleIn(properties, true);
    const roleWas = change ? this.#roleIn(childOf(change, "w:pPr"), false) : role;
    if (!end.inserted && !end.deleted) stamps.untouched();
    const was = change && roleWas !== role ? { role: roleWas, stamp: stamps.of(change) } : null;
    this.paragraphs.push({ role, was, pieces, pictures, end, notes: [...notes] });
    for (const box of boxes) this.readBlocks(box);
  }

  #roleIn(properties: XmlElement | undefined, counts: boolean): WordRole {
    const { styles } = this.#desk;
    const style = valueOf(properties, "w:pStyle");
    const numbering = childOf(properties, "w:numPr");
    const list = valueOf(numbering, "w:numId");
    const role = styles.roleOf(style);
    const isItem = numbering ? list !== "0" : styles.isList(style);
    if (!isItem || (role !== "paragraph" && role !== "listItem")) return role;
    if (counts && list !== undefined && this.#numbered.has(list)) this.left.numbers += 1;
    return "listItem";
  }

  /** Where moves and comments begin and end. True where the element was one of these. */
  #readPlace({ name, attributes }: XmlElement): boolean {
    const id = attributes.get("id") ?? "";
    const note = this.#desk.anchors.get(id);
    if (name === "w:commentRangeStart") {
      if (note !== undefined) {
        this.#openNotes.add(note);
        this.#awaitingText.add(note);
      }
      return true;
    }
    if (name === "w:commentRangeEnd") {
      if (note !== undefined && this.#openNotes.delete(note) && this.#awaitingText.has(note)) {
        this.#paragraph.notes.add(note);
      }
      return true;
    }
    if (name === "w:moveFromRangeStart" || name === "w:moveToRangeStart") {
      this.#openMoves.set(id, attributes.get("name") ?? id);
      return true;
    }
    if (name === "w:moveFromRangeEnd" || name === "w:moveToRangeEnd") {
      this.#openMoves.delete(id);
      return true;
    }
    return false;
  }

  #moveStamp(element: XmlElement): Stamp {
    const name = [...this.#openMoves.values()].at(-1);
    return name === undefined ? this.#desk.stamps.of(element) : this.#desk.stamps.ofMove(name, element);
  }

  #readInline(element: XmlElement, around: Around): void {
    for (const child of elementsIn(element)) {
      const { name, attributes } = child;
      if (name === "w:r") this.#readRun(child, around);
      else if (name === "w:ins")
        this.#readInline(child, { ...around, inserted: this.#desk.stamps.of(child) });
      else if (name === "w:del") this.#readInline(child, { ...around, deleted: this.#desk.stamps.of(child) });
      else if (name === "w:moveTo") this.#readInline(child, { ...around, inserted: this.#moveStamp(child) });
      else if (name === "w:moveFrom") this.#readInline(child, { ...around, deleted: this.#moveStamp(child) });
      else if (name === "w:hyperlink") {
        const target = this.#desk.file.relations[this.#part].links.get(attributes.get("r:id") ?? "") ?? null;
        this.#readInline(child, { ...around, link: target ?? around.link });
      } else if (name === "w:fldSimple") {
        const link = LINK_FIELD.exec(attributes.get("instr") ?? "")?.[1];
        this.#readInline(child, { ...around, link: link ?? around.link });
      } else if (name === "mc:AlternateContent") {
        const [choice] = elementsIn(child);
        if (choice) this.#readInline(choice, around);
      } else if (name === "m:r") {
        for (const text of elementsIn(child).filter((one) => one.name === "m:t")) {
          this.#add(textIn(text), child, around);
        }
      } else if (!this.#readPlace(child) && (TRANSPARENT.has(name) || name.startsWith("m:"))) {
        this.#readInline(child, around);
      }
    }
  }

  #readRun(run: XmlElement, around: Around): void {
    const properties = childOf(run, "w:rPr");
    const hidden = childOf(properties, "w:vanish");
    const isHidden = hidden !== undefined && !["0", "false"].includes(hidden.attributes.get("val") ?? "");
    for (const child of elementsIn(run)) {
      if (child.name === "w:fldChar") this.#readFieldMark(child);
      else if (child.name === "w:instrText") this.#readFieldCode(child);
      else if (isHidden && child.name === "w:t") this.left.hidden += 1;
      else if (!isHidden) this.#readContent(child, run, around);
    }
  }

  #readFieldMark({ attributes }: XmlElement): void {
    const kind = attributes.get("fldCharType");
    const field = this.#fields.at(-1);
    if (kind === "begin") this.#fields.push({ code: "", inCode: true });
    else if (kind === "separate" && field) field.inCode = false;
    else if (kind === "end") this.#fields.pop();
  }

  #readFieldCode(element: XmlElement): void {
    const field = this.#fields.at(-1);
    if (field?.inCode === true) field.code += textIn(element);
  }

  #readContent(child: XmlElement, run: XmlElement, around: Around): void {
    switch (child.name) {
      case "w:t":
      case "w:delText": {
        const text = textIn(child);
        const keepsSpace = child.attributes.get("space") === "preserve";
        return this.#add(keepsSpace ? text : text.trim(), run, around);
      }
      case "w:tab":
      case "w:ptab":
        return this.#add("\t", run, around);
      case "w:br":
        return ["page", "column"].includes(child.attributes.get("type") ?? "")
          ? undefined
          : this.#add("\n", run, around);
      case "w:cr":
        return this.#add("\n", run, around);
      case "w:softHyphen":
        return this.#add("\u00AD", run, around);
      case "w:noBreakHyphen":
        return this.#add(NO_BREAK_HYPHEN, run, around);
      case "w:sym":
        return this.#addSymbol(child, run, around);
      case "w:footnoteReference":
        return this.#addFootMark("footnotes", "w:footnote", child, run, around);
      case "w:endnoteReference":
        return this.#addFootMark("endnotes", "w:endnote", child, run, around);
      case "w:commentReference":
        return this.#readReference(child);
      case "w:drawing":
      case "w:pict":
      case "w:object":
        return this.#readDrawing(child, around);
      case "mc:AlternateContent": {
        const [choice] = elementsIn(child);
        for (const one of elementsIn(choice)) this.#readContent(one, run, around);
        return undefined;
      }
      default:
        return undefined;
    }
  }

  #addSymbol(symbol: XmlElement, run: XmlElement, around: Around): void {
    const code = Number.parseInt(symbol.attributes.get("char") ?? "", 16);
    const sign = Number.isNaN(code) ? "" : String.fromCharCode(code);
    if (sign === "" || PRIVATE_USE.test(sign)) this.left.symbols += 1;
    else this.#add(sign, run, around);
  }

  #addFootMark(
    part: "footnotes" | "endnotes",
    name: string,
    reference: XmlElement,
    run: XmlElement,
    around: Around,
  ): void {
    const id = reference.attributes.get("id");
    const element = elementsIn(this.#desk.file[part] ?? undefined).find(
      (one) => one.name === name && one.attributes.get("id") === id,
    );
    if (!element) return;
    const mark = `[${String(this.#foot.length + 1)}]`;
    this.#foot.push({ mark, element, part });
    this.#add(mark, run, around, true);
  }

  /** A comment that has no range is on the paragraph. */
  #readReference({ attributes }: XmlElement): void {
    const note = this.#desk.anchors.get(attributes.get("id") ?? "");
    if (note !== undefined) this.#paragraph.notes.add(note);
  }

  #readDrawing(drawing: XmlElement, { inserted, deleted }: Around): void {
    this.#boxes.push(...textBoxesIn(drawing));
    const pictures = picturesIn(drawing, this.#desk.file.relations[this.#part].pictures);
    if (pictures.length > 0) this.#desk.stamps.untouched();
    this.#paragraph.pictures.push(...pictures.map((one) => ({ ...one, inserted, deleted })));
  }

  #add(raw: string, run: XmlElement, around: Around, isFootMark = false): void {
    if (this.#fields.some(({ inCode }) => inCode)) return;
    const { text, lost } = cleanText(raw);
    this.left.codes += lost;
    if (text === "") return;
    const { styles, stamps } = this.#desk;
    const field = this.#fields.findLast(({ code }) => LINK_FIELD.test(code));
    const target = around.link ?? (field ? (LINK_FIELD.exec(field.code)?.[1] ?? null) : null);
    const link = target !== null && WEB_ADDRESS.test(target) ? target : null;
    const properties = childOf(run, "w:rPr");
    const change = childOf(properties, "w:rPrChange");
    const looks = { styles, isLink: target !== null, isFootMark };
    const marks = marksIn(properties, looks);
    const isOpen = around.inserted !== null || around.deleted !== null || change !== undefined;
    if (!isOpen) stamps.untouched();
    const before = change ? childOf(change, "w:rPr") : properties;
    const marksWere = marksIn(before, looks);
    const isDateline = styles.isDateline(valueOf(properties, "w:rStyle"));
    const wasDateline = styles.isDateline(valueOf(before, "w:rStyle"));
    const isOther = marksWere.join() !== marks.join() || wasDateline !== isDateline;
    for (const note of this.#openNotes) this.#awaitingText.delete(note);
    this.#paragraph.pieces.push({
      text,
      marks,
      link,
      isDateline,
      inserted: around.inserted,
      deleted: around.deleted,
      reformatted: change && isOther ? { stamp: stamps.of(change), marksWere, wasDateline } : null,
      notes: [...this.#openNotes],
    });
  }
}

/** Marks of a run: those of its character style, and over them its own. A link's underline and a dateline's bold are how they look, not what they are. */
function marksIn(
  properties: XmlElement | undefined,
  {
    styles,
    isLink,
    isFootMark,
  }: { readonly styles: WordStyles; readonly isLink: boolean; readonly isFootMark: boolean },
): readonly Mark[] {
  const style = valueOf(properties, "w:rStyle");
  const own = setMarks(properties);
  if (styles.isDateline(style)) return marksOver(own).filter((mark) => mark !== "bold");
  const ofStyle = styles.isLink(style) ? [] : styles.marksOf(style);
  const styled = new Map(ofStyle.map((mark) => [mark, true] as const));
  const marks = marksOver(styled, own);
  const looksLikeLink = styles.isLink(style) || childOf(properties, "w:color") !== undefined;
  return marks.filter(
    (mark) => !(isLink && looksLikeLink && mark === "underline") && !(isFootMark && mark === "superscript"),
  );
}

function plainPiece(text: string): WordPiece {
  return {
    text,
    marks: [],
    link: null,
    isDateline: false,
    inserted: null,
    deleted: null,
    reformatted: null,
    notes: [],
  };
}

function rowsIn(table: XmlElement): readonly XmlElement[] {
  return elementsIn(table).flatMap((child) => {
    if (child.name === "w:tr") return [child];
    return TRANSPARENT.has(child.name) ? rowsIn(child) : [];
  });
}

/** The lists whose items a word processor numbers: their first level is no bullet. */
function numberedLists(numbering: XmlElement | null): ReadonlySet<string> {
  const parts = elementsIn(numbering ?? undefined);
  const numbered = new Set(
    parts.flatMap((part) => {
      if (part.name !== "w:abstractNum") return [];
      const format = valueOf(childOf(part, "w:lvl"), "w:numFmt");
      const isNumbered = format !== undefined && format !== "bullet" && format !== "none";
      return isNumbered ? [part.attributes.get("abstractNumId") ?? ""] : [];
    }),
  );
  return new Set(
    parts.flatMap((part) => {
      const isNumbered = part.name === "w:num" && numbered.has(valueOf(part, "w:abstractNumId") ?? "");
      return isNumbered ? [part.attributes.get("numId") ?? ""] : [];
    }),
  );
}

/** Reads the text of a Word document: the body, what stands in its text boxes, and its footnotes behind it. */
export function wordText(desk: WordDesk): WordText {
  const reader = new TextReader(desk);
  reader.readBlocks(childOf(desk.file.document, "w:body"));
  reader.readFoot();
  const { paragraphs, left, isOurs } = reader;
  return { paragraphs, left, isOurs };
}
