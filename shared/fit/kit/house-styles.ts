import type {
  BlockStyle,
  ColumnSpec,
  Face,
  Hyphenation,
  Justification,
  PageGrid,
  PictureDepth,
  PictureShape,
  StyleName,
} from "./kit.ts";

/** The families that come with Stet. */
export const HOUSE_SERIF = "Source Serif 4";
export const HOUSE_SANS = "Libre Franklin";

/** A page whose measures follow from its columns and gutters. */
export function gridOf(page: Omit<PageGrid, "measures">): PageGrid {
  const { widthPt, marginInsidePt, marginOutsidePt, columns, gutterPt } = page;
  const columnPt = (widthPt - marginInsidePt - marginOutsidePt - (columns - 1) * gutterPt) / columns;
  const measures = Array.from({ length: columns }, (_, index) => ({
    columns: index + 1,
    widthPt: (index + 1) * columnPt + index * gutterPt,
  }));
  return { ...page, measures };
}

const NEWS_JUSTIFICATION: Justification = {
  wordSpace: { min: 75, desired: 100, max: 150 },
  letterSpace: { min: -1, desired: 0, max: 3 },
  glyphScale: { min: 98, desired: 100, max: 102 },
};
const RIGID: Justification = {
  wordSpace: { min: 100, desired: 100, max: 100 },
  letterSpace: { min: 0, desired: 0, max: 0 },
  glyphScale: { min: 100, desired: 100, max: 100 },
};
/** How the house divides words. */
export const NEWS_HYPHENATION: Hyphenation = {
  language: "en-us",
  shortestWord: 5,
  before: 2,
  after: 3,
  ladder: 3,
  capitals: true,
  lastWord: false,
};

const SERIF: Face = { family: HOUSE_SERIF, style: "regular" };
const SERIF_ITALIC: Face = { family: HOUSE_SERIF, style: "italic" };
const SERIF_BOLD: Face = { family: HOUSE_SERIF, style: "bold" };
const SANS: Face = { family: HOUSE_SANS, style: "regular" };
const SANS_BOLD: Face = { family: HOUSE_SANS, style: "bold" };

/** The body text that a spec is built on. */
interface Body {
  readonly face: Face;
  readonly sizePt: number;
  readonly leadingPt: number;
  readonly alignment: "justify" | "left";
  readonly composer: "single-line" | "optimum-fit";
  readonly headlinePt: number;
  /** Columns of the page that the headline stands across. */
  readonly headlineColumns: number;
}

function stylesOn(body: Body): Readonly<Record<StyleName, BlockStyle>> {
  const { sizePt, leadingPt, headlinePt, headlineColumns } = body;
  const paragraph: BlockStyle = {
    face: body.face,
    sizePt,
    leadingPt,
    trackingPerMille: 0,
    alignment: body.alignment,
    composer: body.composer,
    justification: NEWS_JUSTIFICATION,
    hyphenation: NEWS_HYPHENATION,
    indentLeftPt: 0,
    indentRightPt: 0,
    indentFirstPt: 9,
    spaceBeforePt: 0,
    spaceAfterPt: 0,
    columns: 1,
    place: "column",
    lead: "",
  };
  const ragged: BlockStyle = {
    ...paragraph,
    alignment: "left",
    justification: RIGID,
    hyphenation: null,
    indentFirstPt: 0,
  };
  const head: BlockStyle = { ...ragged, place: "head", columns: headlineColumns };
  const caption: BlockStyle = { ...ragged, face: SANS, sizePt: 8, leadingPt: 9.5, place: "box" };
  return {
    headline: { ...head, face: SERIF_BOLD, sizePt: headlinePt, leadingPt: headlinePt },
    deck: {
      ...head,
      face: SERIF,
      sizePt: Math.max(12, headlinePt * 0.45),
      leadingPt: Math.max(14, headlinePt * 0.53),
      spaceBeforePt: 4,
      spaceAfterPt: 4,
    },
    byline: { ...ragged, face: SANS_BOLD, sizePt: 8.5, leadingPt, spaceAfterPt: 0 },
    source: { ...ragged, face: SANS, sizePt: 7.5, leadingPt, spaceAfterPt: leadingPt / 2 },
    paragraph,
    subhead: { ...ragged, face: SANS_BOLD, spaceBeforePt: leadingPt / 2, spaceAfterPt: leadingPt / 2 },
    pullQuote: {
      ...ragged,
      face: SERIF_ITALIC,
      sizePt: sizePt * 1.5,
      leadingPt: leadingPt * 1.5,
      spaceBeforePt: leadingPt,
      spaceAfterPt: leadingPt,
    },
    listItem: { ...paragraph, alignment: "left", indentLeftPt: 9, indentFirstPt: -9, lead: "•" },
    factBox: { ...ragged, face: SANS, sizePt: 8, leadingPt, hyphenation: NEWS_HYPHENATION, place: "box" },
    tagline: { ...ragged, face: SERIF_ITALIC, spaceBeforePt: leadingPt },
    endMark: { ...ragged, alignment: "right" },
    caption: { ...caption, hyphenation: NEWS_HYPHENATION },
    credit: { ...caption, sizePt: 6.5, leadingPt: 8, alignment: "right" },
  };
}

/** Width over depth of the usual crops: 3:2 lying and standing, square, and a strip. */
const SHAPES: Readonly<Record<PictureShape, number>> = {
  horizontal: 3 / 2,
  vertical: 4 / 5,
  square: 1,
  panorama: 5 / 2,
};

function depthsOn({ measures }: PageGrid, leadingPt: number): readonly PictureDepth[] {
  const shapes: readonly PictureShape[] = ["horizontal", "vertical", "square", "panorama"];
  return measures.flatMap(({ columns, widthPt }) =>
    shapes.map((shape) => ({
      columns,
      shape,
      depthPt: Math.max(1, Math.round(widthPt / SHAPES[shape] / leadingPt)) * leadingPt,
    })),
  );
}

/** A column spec of the house style on a page. */
export function houseSpec(
  name: string,
  page: PageGrid,
  body: Body,
  headlineCodes: readonly string[],
): ColumnSpec {
  return {
    name,
    styles: stylesOn(body),
    dateline: { face: { ...body.face, style: "bold" }, capitals: "as-typed" },
    firstParagraph: { indentFirstPt: 0, dropCap: null, alsoAfterSubhead: true },
    pictures: {
      columns: body.headlineColumns,
      place: "box",
      gapPt: 4,
      spaceBeforePt: 0,
      spaceAfterPt: body.leadingPt,
      depths: depthsOn(page, body.leadingPt),
    },
    headlineCodes,
    leadingGrid: true,
  };
}

/** Body text of the house specs: news, a ragged column of opinion, and briefs. */
export const HOUSE_BODIES = {
  news: {
    face: SERIF,
    sizePt: 9,
    leadingPt: 10,
    alignment: "justify",
    composer: "optimum-fit",
    headlinePt: 36,
    headlineColumns: 3,
  },
  column: {
    face: SERIF,
    sizePt: 10,
    leadingPt: 12,
    alignment: "left",
    composer: "optimum-fit",
    headlinePt: 30,
    headlineColumns: 2,
  },
  briefs: {
    face: SANS,
    sizePt: 8.5,
    leadingPt: 10,
    alignment: "left",
    composer: "single-line",
    headlinePt: 14,
    headlineColumns: 1,
  },
} as const satisfies Readonly<Record<string, Body>>;
