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
  `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`,
  `xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`,
  `xmlns:v="urn:schemas-microsoft-com:vml"`,
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

/** A picture as it lies in a file: `image1.jpeg`. */
export interface WordFilePicture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Parts of a Word document, each as the XML in its root. */
export interface WordFileParts {
  readonly body: string;
  readonly styles?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly footnotes?: string;
  readonly links?: Readonly<Record<string, string>>;
  /** By the ids of their relationships: the bytes of an embedded picture with the name of its file, or where a linked one lies. */
  readonly pictures?: Readonly<Record<string, WordFilePicture | string>>;
  /** The pictures that the footnotes show. */
  readonly footPictures?: Readonly<Record<string, WordFilePicture | string>>;
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

/** A picture in a run: `shows` names its relationship, `crop` is what `a:srcRect` says. */
export function drawing(
  shows: string,
  { alt = "", crop = "", linked = false }: { alt?: string; crop?: string; linked?: boolean } = {},
): string {
  const blip = `<a:blip r:${linked ? "link" : "embed"}="${shows}"/>`;
  const fill = `<pic:blipFill>${blip}<a:srcRect ${crop}/><a:stretch/></pic:blipFill>`;
  const graphic = `<a:graphic><a:graphicData><pic:pic>${fill}</pic:pic></a:graphicData></a:graphic>`;
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="${alt}"/>${graphic}</wp:inline></w:drawing></w:r>`;
}

/** A tracked change around some runs. */
export function tracked(element: "ins" | "del" | "moveFrom" | "moveTo", by: string, inside: string): string {
  const content = element === "del" ? inside.replaceAll(/w:t( |>)/g, "w:delText$1") : inside;
  return `<w:${element} w:id="1" w:author="${by}" w:date="2026-11-20T10:00:00Z">${content}</w:${element}>`;
}

function pictureRelations(pictures: Readonly<Record<string, WordFilePicture | string>>): readonly string[] {
  return Object.entries(pictures).map(([id, picture]) =>
    typeof picture === "string"
      ? `<Relationship Id="${id}" Type="${OFFICE}/image" Target="${picture}" TargetMode="External"/>`
      : `<Relationship Id="${id}" Type="${OFFICE}/image" Target="media/${picture.name}"/>`,
  );
}

function relationsPart(related: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${related.join("")}</Relationships>`;
}

async function zipped(files: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, content] of files) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** A Word document made by hand, as a program that is not Stet writes it. */
export function wordFile(parts: WordFileParts): Promise<Uint8Array> {
  const {
    body,
    links = {},
    pictures = {},
    footPictures = {},
    contentType = DOCUMENT_TYPE,
    prologue = "",
  } = parts;
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
    ...pictureRelations(pictures),
  ];
  const embedded = Object.values({ ...pictures, ...footPictures }).filter((one) => typeof one !== "string");
  return zipped(
    new Map<string, string | Uint8Array>([
      [
        "[Content_Types].xml",
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${contentType}"/></Types>`,
      ],
      [
        "_rels/.rels",
        `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ],
      ["word/_rels/document.xml.rels", relationsPart(related)],
      ["word/_rels/footnotes.xml.rels", relationsPart(pictureRelations(footPictures))],
      ...embedded.map(({ name, bytes }) => [`word/media/${name}`, bytes] as const),
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
