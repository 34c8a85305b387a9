/** The version of the kit's form that this Stet reads and writes. */
export const KIT_VERSION = 1;

/** Names a kit, or a font in it, by SHA-256: `sha256:` and 64 lower-case hex digits. */
export type KitId = `sha256:${string}`;

/** The four faces of a family. A semibold, condensed or display cut is a family of its own. */
export const FACE_STYLES = ["regular", "italic", "bold", "boldItalic"] as const;
export type FaceStyle = (typeof FACE_STYLES)[number];

/** A face as a style asks for it; marks in the text move it within its family. */
export interface Face {
  readonly family: string;
  readonly style: FaceStyle;
}

/** A font that comes with the kit: an sfnt file (TrueType or OpenType/CFF), its licence beside it. */
export interface KitFont extends Face {
  /** Where the file lies in the kit: `fonts/…`. */
  readonly file: string;
  /** Where the text of its licence lies in the kit: `licences/…`. */
  readonly licence: string;
  /** Of the font's bytes. */
  readonly sha256: KitId;
  /** Of the licence's bytes. */
  readonly licenceSha256: KitId;
}

/** A width that copy is set in, named by its columns on this desk's page. */
export interface Measure {
  readonly columns: number;
  readonly widthPt: number;
}

/** The page and its columns. All lengths in points (1/72 inch). */
export interface PageGrid {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly marginTopPt: number;
  readonly marginBottomPt: number;
  readonly marginInsidePt: number;
  readonly marginOutsidePt: number;
  readonly columns: number;
  readonly gutterPt: number;
  /** One for each number of columns, from 1 up to all of the page. */
  readonly measures: readonly Measure[];
}

export const COMPOSERS = ["single-line", "optimum-fit"] as const;
/** `single-line` breaks each line as it comes; `optimum-fit` weighs the whole paragraph. */
export type Composer = (typeof COMPOSERS)[number];

export const ALIGNMENTS = ["justify", "left", "right", "center"] as const;
/** `justify` leaves the last line ragged. */
export type Alignment = (typeof ALIGNMENTS)[number];

/** The least, the wished and the most, in percent. */
export interface PercentRange {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}

/**
 * How far a line may be drawn together or apart, as page layout programs name it: word spaces in
 * percent of the font's space (100 is as designed), letter spaces in percent of the em added
 * between letters (0 is as designed), glyph scale in percent of the glyph's width (100 is as
 * designed).
 */
export interface Justification {
  readonly wordSpace: PercentRange;
  readonly letterSpace: PercentRange;
  readonly glyphScale: PercentRange;
}

/** The languages whose hyphenation patterns come with Stet. */
export const HYPHENATION_LANGUAGES = ["en-us", "en-gb", "de", "fr", "sv"] as const;
export type HyphenationLanguage = (typeof HYPHENATION_LANGUAGES)[number];

/** Where words may be divided. */
export interface Hyphenation {
  readonly language: HyphenationLanguage;
  /** Letters in the shortest word that is divided. */
  readonly shortestWord: number;
  /** Letters that must stand before the hyphen. */
  readonly before: number;
  /** Letters that must stand after it. */
  readonly after: number;
  /** Lines in a row that may end in a hyphen; 0 for any number. */
  readonly ladder: number;
  /** Whether words that begin with a capital letter are divided. */
  readonly capitals: boolean;
  /** Whether the last word of a paragraph is divided. */
  readonly lastWord: boolean;
}

/** What a paragraph composer must know of a style. Lengths in points. */
export interface TextStyle {
  readonly face: Face;
  readonly sizePt: number;
  readonly leadingPt: number;
  /** Space added after every glyph, in thousandths of an em. */
  readonly trackingPerMille: number;
  readonly alignment: Alignment;
  readonly composer: Composer;
  readonly justification: Justification;
  /** Null where words are never divided. */
  readonly hyphenation: Hyphenation | null;
  readonly indentLeftPt: number;
  readonly indentRightPt: number;
  /** Added to the left indent of the first line; negative for a hanging indent. */
  readonly indentFirstPt: number;
}

/** How the lines of one kind of block stand in the column. */
export interface BlockStyle extends TextStyle {
  readonly spaceBeforePt: number;
  readonly spaceAfterPt: number;
  /** How many columns of the page the block is set across. */
  readonly columns: number;
  /**
   * `column` fills the legs with the body text and counts in the story's depth; `head` stands
   * across the top of the story; `box` stands beside it in a space of its own.
   */
  readonly place: Place;
  /** Set before the text, at the first line's indent, with a tab to the left indent: a bullet. Empty for none. */
  readonly lead: string;
}

export const PLACES = ["column", "head", "box"] as const;
export type Place = (typeof PLACES)[number];

/** A large first letter that stands in several lines. */
export interface DropCap {
  readonly lines: number;
  readonly characters: number;
  readonly face: Face;
  /** Between the letter and the lines beside it. */
  readonly gapPt: number;
}

/** What is otherwise in the first paragraph of a story, and where wished after every subhead. */
export interface FirstParagraph {
  readonly indentFirstPt: number;
  readonly dropCap: DropCap | null;
  readonly alsoAfterSubhead: boolean;
}

/** The look of the dateline, which is run into the paragraph that it leads. */
export interface DatelineStyle {
  readonly face: Face;
  readonly capitals: "as-typed" | "all" | "small";
}

export const PICTURE_SHAPES = ["horizontal", "vertical", "square", "panorama"] as const;
export type PictureShape = (typeof PICTURE_SHAPES)[number];

/** How deep a picture of this shape runs across so many columns, until somebody gives it a size. */
export interface PictureDepth {
  readonly columns: number;
  readonly shape: PictureShape;
  readonly depthPt: number;
}

/** Where pictures stand and how large they are. */
export interface PictureStyle {
  /** Columns of a picture to which nobody has given a size. */
  readonly columns: number;
  readonly place: Place;
  /** Between the picture and its caption. */
  readonly gapPt: number;
  readonly spaceBeforePt: number;
  readonly spaceAfterPt: number;
  readonly depths: readonly PictureDepth[];
}

/** A headline as a desk orders it: `3-36-2` is three columns, 36 points, two lines. */
export interface HeadlineCode {
  readonly columns: number;
  readonly sizePt: number;
  readonly lines: number;
}

/** What every block of a column spec is set in; caption and credit are the lines of a photo. */
export const STYLE_NAMES = [
  "headline",
  "deck",
  "byline",
  "source",
  "paragraph",
  "subhead",
  "pullQuote",
  "listItem",
  "factBox",
  "tagline",
  "endMark",
  "caption",
  "credit",
] as const;
export type StyleName = (typeof STYLE_NAMES)[number];

/** One way of setting a story on this desk's page: "News", "Sidebar", "Brief". */
export interface ColumnSpec {
  readonly name: string;
  readonly styles: Readonly<Record<StyleName, BlockStyle>>;
  readonly dateline: DatelineStyle;
  readonly firstParagraph: FirstParagraph;
  readonly pictures: PictureStyle;
  /** Headline orders that this desk uses, as `columns-points-lines`. The first is the usual one. */
  readonly headlineCodes: readonly string[];
  /** Whether text in the column keeps to the body's leading grid after a subhead, quote or picture. */
  readonly leadingGrid: boolean;
}

/** The desk kit: page, fonts and column specs of one newspaper. */
export interface DeskKit {
  readonly name: string;
  /** Who made it and what it is for, in a sentence or two; may be empty. */
  readonly note: string;
  readonly page: PageGrid;
  readonly fonts: readonly KitFont[];
  /** At least one; the first is used until somebody chooses. */
  readonly specs: readonly ColumnSpec[];
}

/** The width of so many columns, in points; that of one column where the page has no such measure. */
export function measureOf({ page }: Pick<DeskKit, "page">, columns: number): number {
  const { measures, widthPt } = page;
  const measure = measures.find((candidate) => candidate.columns === columns) ?? measures[0];
  return measure?.widthPt ?? widthPt;
}
