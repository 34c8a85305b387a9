import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** Namespaces as Word declares them, for the root of a part. */
const NAMESPACES = [
  `xmlns:w="${WORD}"`,
  `xmlns:r="${OFFICE}"`,
  `xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`,
  `xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`,
  `xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`,
  `xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`,
].join(" ");

const BUILT_IN = ["Title", "Subtitle", "heading 1", "heading 2", "Quote", "List Paragraph", "caption"];

const STYLES = [
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`,
  ...BUILT_IN.map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name.replaceAll(" ", "")}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/></w:style>`,
  ),
  `<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`,
].join("");

/** Parts of a Word document, each as the XML in its root. */
export interface WordFileParts {
  readonly body: string;
  readonly styles?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly footnotes?: string;
  readonly links?: Readonly<Record<string, string>>;
  /** What the file says that its text is. */
  readonly contentType?: string;
  /** Before the root of the text. */
  readonly prologue?: string;
}

const ROOTS = {
  styles: "w:styles",
  comments: "w:comments",
  commentsExtended: "w15:commentsEx",
  footnotes: "w:footnotes",
} as const;

/** A paragraph with a style of Word's own: `p("Title", run("Fares to rise"))`. */
export function p(style: string, inside: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inside}</w:p>`;
}

/** A run of text, with the properties that it has. */
export function run(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A tracked change around some runs. */
export function tracked(element: "ins" | "del" | "moveFrom" | "moveTo", by: string, inside: string): string {
  const content = element === "del" ? inside.replaceAll(/w:t( |>)/g, "w:delText$1") : inside;
  return `<w:${element} w:id="1" w:author="${by}" w:date="2026-11-20T10:00:00Z">${content}</w:${element}>`;
}

async function zipped(files: ReadonlyMap<string, string | Buffer>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, content] of files) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** A Word document made by hand, as a program that is not Stet writes it. */
export function wordFile(parts: WordFileParts): Promise<Uint8Array> {
  const { body, links = {}, contentType = DOCUMENT_TYPE, prologue = "" } = parts;
  const named = { ...parts, styles: STYLES + (parts.styles ?? "") };
  const present = (["styles", "comments", "commentsExtended", "footnotes"] as const).filter(
    (part) => named[part] !== undefined,
  );
  const related = [
    ...present.map((part) => `<Relationship Id="${part}" Type="${OFFICE}/${part}" Target="${part}.xml"/>`),
    ...Object.entries(links).map(
      ([id, href]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${href}" TargetMode="External"/>`,
    ),
  ];
  return zipped(
    new Map([
      [
        "[Content_Types].xml",
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${contentType}"/></Types>`,
      ],
      [
        "_rels/.rels",
        `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ],
      [
        "word/_rels/document.xml.rels",
        `<Relationships xmlns="${PACKAGE}/relationships">${related.join("")}</Relationships>`,
      ],
      ["word/document.xml", `${prologue}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`],
      ...present.map(
        (part) =>
          [
            `word/${part}.xml`,
            `<${ROOTS[part]} ${NAMESPACES}>${named[part] ?? ""}</${ROOTS[part]}>`,
          ] as const,
      ),
    ]),
  );
}
