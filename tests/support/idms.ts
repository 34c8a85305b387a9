import { GRAMMAR_DOM_VERSION } from "./jing.ts";

/** An A4 page, in points, and the text frame on it. */
const PAGE = { widthPt: 595, heightPt: 842 };
const FRAME_MARGIN_PT = 36;

/** Sizes that no paragraph style has, so that one tells which character style a letter carries. */
const FIRST_TELLTALE_PT = 40;

/** The same file under the version of the document model that Adobe's grammar describes. */
export function underGrammarVersion(icml: string): string {
  return icml.replace('DOMVersion="8.0"', `DOMVersion="${GRAMMAR_DOM_VERSION}"`);
}

/** A page whose one frame holds the story; the origin of a spread is its middle. */
function spread(): string {
  const right = PAGE.widthPt / 2 - FRAME_MARGIN_PT;
  const bottom = PAGE.heightPt / 2 - FRAME_MARGIN_PT;
  const corners = [
    [-right, -bottom],
    [-right, bottom],
    [right, bottom],
    [right, -bottom],
  ].map(([x, y]) => {
    const corner = `${String(x)} ${String(y)}`;
    return `<PathPointType Anchor="${corner}" LeftDirection="${corner}" RightDirection="${corner}"/>`;
  });
  const upperLeft = `1 0 0 1 ${String(-PAGE.widthPt / 2)} ${String(-PAGE.heightPt / 2)}`;
  return [
    '<Spread Self="spread" PageCount="1">',
    `<Page Self="page" Name="1" GeometricBounds="0 0 ${String(PAGE.heightPt)} ${String(PAGE.widthPt)}" ItemTransform="${upperLeft}"/>`,
    '<TextFrame Self="frame" ParentStory="story" ContentType="TextType" ItemTransform="1 0 0 1 0 0">',
    `<Properties><PathGeometry><GeometryPathType PathOpen="false"><PathPointArray>${corners.join("")}</PathPointArray></GeometryPathType></PathGeometry></Properties>`,
    "</TextFrame></Spread>",
  ].join("\n");
}

/** An InCopy document as an InDesign snippet: the same story, in a frame on a page. */
export function idmsOf(icml: string): string {
  const page = `<DocumentPreference PageWidth="${String(PAGE.widthPt)}" PageHeight="${String(PAGE.heightPt)}" FacingPages="false"/>`;
  return icml
    .replace('SnippetType="InCopyInterchange"', 'SnippetType="PageItem"')
    .replace("<Story ", `${page}\n${spread()}\n<Story `);
}

/**
 * The snippet made ready for Scribus 1.5, whose importer skips all text in a HyperlinkTextSource
 * and lays a character style's size on the text but not its name: links are unwrapped, and each
 * character style has a size of its own. Gives the style of each size beside the snippet.
 */
export function idmsForScribus(icml: string): {
  readonly idms: string;
  readonly stylesBySizePt: ReadonlyMap<number, string>;
} {
  const stylesBySizePt = new Map<number, string>();
  const idms = idmsOf(icml)
    .replace(/<\/?HyperlinkTextSource[^>]*>/g, "")
    .replace(/<CharacterStyle Self="CharacterStyle\/([^$"]+)"/g, (start, name: string) => {
      const sizePt = FIRST_TELLTALE_PT + stylesBySizePt.size;
      stylesBySizePt.set(sizePt, name);
      return `${start} PointSize="${String(sizePt)}"`;
    });
  return { idms, stylesBySizePt };
}
