import { markupPieces, type MarkupPiece } from "./markup.ts";

/** A stretch of text with one character style, as an InCopy document holds it. */
export interface IcmlSpan {
  /** The character style's name; empty where there is none. */
  readonly style: string;
  /** Where the text leads; null where it leads nowhere. */
  readonly href: string | null;
  readonly text: string;
}

/** A picture anchored in a paragraph. Sizes in points. */
export interface IcmlPicture {
  readonly uri: string;
  readonly alt: string;
  readonly frame: readonly [widthPt: number, heightPt: number];
  /** How the picture lies in its frame: scale, distance from the left and from the top. */
  readonly placed: readonly [scale: number, leftPt: number, topPt: number];
}

export interface IcmlParagraph {
  readonly style: string;
  readonly spans: readonly IcmlSpan[];
  readonly pictures: readonly IcmlPicture[];
}

function attributeOf(piece: MarkupPiece | undefined, name: string): string {
  return (piece?.kind === "open" ? piece.attributes.get(name) : undefined) ?? "";
}

function textAfter(pieces: readonly MarkupPiece[], from: number, element: string): string {
  const start = pieces.findIndex((piece, at) => at > from && piece.kind === "open" && piece.name === element);
  const next = pieces[start + 1];
  return next?.kind === "text" ? next.text : "";
}

/** Web addresses by the id of the text that leads there: Hyperlink joins a source and a destination. */
function addressesBySource(pieces: readonly MarkupPiece[]): ReadonlyMap<string, string> {
  const opens = pieces.flatMap((piece, at) => (piece.kind === "open" ? [{ piece, at }] : []));
  const urls = new Map(
    opens
      .filter(({ piece }) => piece.name === "HyperlinkURLDestination")
      .map(({ piece }) => [attributeOf(piece, "Self"), attributeOf(piece, "DestinationURL")]),
  );
  return new Map(
    opens
      .filter(({ piece }) => piece.name === "Hyperlink")
      .map(({ piece, at }) => [
        attributeOf(piece, "Source"),
        urls.get(textAfter(pieces, at, "Destination")) ?? "leads to nothing in the file",
      ]),
  );
}

function pictureFrom(pieces: readonly MarkupPiece[]): IcmlPicture {
  const named = (name: string) => pieces.filter((piece) => piece.kind === "open" && piece.name === name);
  const corners = named("PathPointType").map((piece) => attributeOf(piece, "Anchor").split(" ").map(Number));
  const extent = (axis: 0 | 1) => {
    const along = corners.map((corner) => corner[axis] ?? Number.NaN);
    return Math.max(...along) - Math.min(...along);
  };
  const [scale = 0, , , , left = 0, top = 0] = attributeOf(named("Image")[0], "ItemTransform")
    .split(" ")
    .map(Number);
  return {
    uri: attributeOf(named("Link")[0], "LinkResourceURI"),
    alt: attributeOf(named("ObjectExportOption")[0], "CustomAltText"),
    frame: [extent(0), extent(1)],
    placed: [scale, left, top],
  };
}

function styleName(id: string): string {
  const name = id.slice(id.indexOf("/") + 1);
  return name.startsWith("$ID/") ? "" : name;
}

/**
 * Reads the story in an InCopy document as InDesign does: ranges give the styles, `Br` ends a
 * paragraph, and only `Content` is text.
 */
export function readIcml(bytes: Uint8Array): readonly IcmlParagraph[] {
  const all = markupPieces(bytes);
  const addresses = addressesBySource(all);
  const start = all.findIndex((piece) => piece.kind === "open" && piece.name === "Story");
  const end = all.findIndex((piece) => piece.kind === "close" && piece.name === "Story");
  const paragraphs: IcmlParagraph[] = [];
  let [style, characterStyle] = ["", ""];
  let href: string | null = null;
  let [spans, pictures]: [IcmlSpan[], IcmlPicture[]] = [[], []];
  const endParagraph = () => {
    paragraphs.push({ style, spans, pictures });
    [spans, pictures] = [[], []];
  };
  for (let at = start; at < end; at += 1) {
    const piece = all[at];
    if (piece?.kind === "close" && piece.name === "HyperlinkTextSource") href = null;
    if (piece?.kind !== "open") continue;
    if (piece.name === "ParagraphStyleRange") style = styleName(attributeOf(piece, "AppliedParagraphStyle"));
    if (piece.name === "CharacterStyleRange") {
      characterStyle = styleName(attributeOf(piece, "AppliedCharacterStyle"));
    }
    if (piece.name === "HyperlinkTextSource") {
      href = addresses.get(attributeOf(piece, "Self")) ?? "leads nowhere";
    }
    if (piece.name === "Content") {
      const next = all[at + 1];
      spans.push({ style: characterStyle, href, text: next?.kind === "text" ? next.text : "" });
    }
    if (piece.name === "Rectangle") {
      const close = all.findIndex(
        (later, index) => index > at && later.kind === "close" && later.name === "Rectangle",
      );
      pictures.push(pictureFrom(all.slice(at, close)));
    }
    if (piece.name === "Br") endParagraph();
  }
  if (spans.length > 0 || pictures.length > 0) endParagraph();
  return paragraphs;
}

/** The text of a paragraph as it was typed: a forced line break (U+2028) is `\n` again. */
export function icmlText({ spans }: IcmlParagraph): string {
  return spans.map((span) => span.text.replaceAll("\u2028", "\n")).join("");
}
