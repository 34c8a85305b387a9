import { cleanText, type Crop } from "#shared/document/index.ts";
import { childOf, elementsIn, type XmlElement } from "./xml-tree.ts";

/** A picture whose bytes are in the file. */
export interface EmbeddedPicture {
  /** Of the part that holds its bytes: `word/media/image1.jpeg`. */
  readonly path: string;
  /** The part of it that Word shows; null for all of it, and where Word shows it with a border of nothing. */
  readonly crop: Crop | null;
}

/** Where a picture is: in the file, elsewhere, or nowhere, being drawn by Word itself or in lines that no archive of photos takes. */
export type PictureSource = EmbeddedPicture | "linked" | "drawn" | "vector";

/** A picture as a drawing shows it. */
export interface DrawnPicture {
  readonly alt: string;
  readonly source: PictureSource;
}

/** Where the bytes of pictures lie by the ids of their relationships; null for those outside the file. */
export type PicturePaths = ReadonlyMap<string, string | null>;

const VECTOR = /\.(?:emf|emz|wmf|wmz|svg)$/iu;
/** ECMA-376-1, 20.1.10.40: thousandths of a per cent, or per cent with their sign. */
const WHOLE = 100_000;

function fractionOf(value: string | undefined): number {
  if (value === undefined) return 0;
  const number = Number.parseFloat(value);
  if (Number.isNaN(number)) return 0;
  return value.endsWith("%") ? number / 100 : number / WHOLE;
}

function rounded(fraction: number): number {
  return Math.round(fraction * WHOLE) / WHOLE;
}

/** What `a:srcRect` leaves of a picture. One that reaches over an edge stretches it: then all of the picture stands. */
function cropOf(rectangle: XmlElement | undefined): Crop | null {
  const cut = (side: string): number => fractionOf(rectangle?.attributes.get(side));
  const [left, top, right, bottom] = [cut("l"), cut("t"), cut("r"), cut("b")];
  const isSimple = Math.min(left, top, right, bottom) >= 0 && left + right < 1 && top + bottom < 1;
  if (!isSimple || left + top + right + bottom === 0) return null;
  return { left, top, width: rounded(1 - left - right), height: rounded(1 - top - bottom) };
}

function sourceOf(id: string | undefined, crop: Crop | null, paths: PicturePaths): PictureSource {
  const path = id === undefined ? undefined : paths.get(id);
  if (path === undefined) return "drawn";
  if (path === null) return "linked";
  return VECTOR.test(path) ? "vector" : { path, crop };
}

/** The pictures in a drawing (`a:blip`) or in its older form (`v:imagedata`); what stands in its text boxes is text's. */
function sourcesIn(element: XmlElement, paths: PicturePaths): readonly PictureSource[] {
  return elementsIn(element).flatMap((child): readonly PictureSource[] => {
    if (child.name === "w:txbxContent") return [];
    if (child.name === "v:imagedata") return [sourceOf(child.attributes.get("r:id"), null, paths)];
    if (child.name !== "a:blip") return sourcesIn(child, paths);
    const [embed, link] = [child.attributes.get("r:embed"), child.attributes.get("r:link")];
    if (embed === undefined || embed === "") return [link === undefined ? "drawn" : "linked"];
    return [sourceOf(embed, cropOf(childOf(element, "a:srcRect")), paths)];
  });
}

/** The text boxes in a drawing. */
export function textBoxesIn(element: XmlElement): readonly XmlElement[] {
  if (element.name === "w:txbxContent") return [element];
  return elementsIn(element).flatMap(textBoxesIn);
}

function altIn(drawing: XmlElement): string {
  if (drawing.name === "v:shape") return drawing.attributes.get("alt") ?? "";
  for (const child of elementsIn(drawing)) {
    const alt = child.name === "wp:docPr" ? (child.attributes.get("descr") ?? "") : altIn(child);
    if (alt !== "") return alt;
  }
  return "";
}

/**
 * What a drawing shows: the pictures in it, or, where it has neither these nor text, what Word draws
 * (a chart, a diagram, a shape, what another program left in it). The alt text of several is the first one's.
 */
export function picturesIn(drawing: XmlElement, paths: PicturePaths): readonly DrawnPicture[] {
  // An object's picture is a preview of what another program made.
  const found = drawing.name === "w:object" ? [] : sourcesIn(drawing, paths);
  const hasText = textBoxesIn(drawing).length > 0;
  const sources = found.length > 0 || hasText ? found : (["drawn"] as const);
  return sources.map((source, nth) => ({ alt: nth === 0 ? cleanText(altIn(drawing)).text : "", source }));
}
