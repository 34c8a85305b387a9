import { MARKS, type Mark } from "#shared/document/index.ts";
import type { PrintParagraph } from "./print-blocks.ts";

/** What a paragraph is in print: a kind of block, the title of a fact box, or one of the three paragraphs of a photo. */
export type ParagraphRole = PrintParagraph["kind"] | "boxTitle" | "photo" | "caption" | "credit";

/** What a paragraph of text is in print. */
export function roleOf({ kind, isBoxTitle }: Pick<PrintParagraph, "kind" | "isBoxTitle">): ParagraphRole {
  return isBoxTitle ? "boxTitle" : kind;
}

/**
 * The paragraph style of every kind of text, by the name under which a layout program maps it.
 * Every format uses these names. The one for a dateline that stands alone differs from the
 * character style's, because in Word a name belongs to one style of any type.
 */
export const PARAGRAPH_STYLES: Readonly<Record<ParagraphRole, string>> = {
  headline: "Headline",
  deck: "Deck",
  byline: "Byline",
  source: "Source line",
  dateline: "Dateline line",
  paragraph: "Body",
  subhead: "Subhead",
  pullQuote: "Pull quote",
  listItem: "List item",
  boxTitle: "Fact box title",
  factBox: "Fact box",
  photo: "Photo",
  caption: "Caption",
  credit: "Credit",
  tagline: "Tagline",
  endMark: "End mark",
};

/** The character style of the dateline that leads the first paragraph. */
export const DATELINE_STYLE = "Dateline";

const MARK_STYLES: Readonly<Record<Mark, string>> = {
  bold: "Bold",
  italic: "Italic",
  underline: "Underline",
  strikethrough: "Strikethrough",
  superscript: "Superscript",
  subscript: "Subscript",
  smallCaps: "Small caps",
};

/** The character style of marked text: `Bold`, `Bold Italic`; empty where there is no mark. */
export function markStyle(marks: readonly Mark[]): string {
  return MARKS.filter((mark) => marks.includes(mark))
    .map((mark) => MARK_STYLES[mark])
    .join(" ");
}
