import type {
  ICharacterStyleOptions,
  IParagraphStyleOptions,
  IRunStylePropertiesOptions,
  IStylesOptions,
} from "docx";
import { MARKS, type Mark } from "#shared/document/index.ts";
import { DATELINE_STYLE, markStyle, PARAGRAPH_STYLES, type ParagraphRole } from "../style-names.ts";

type Setting = Pick<IParagraphStyleOptions, "paragraph" | "run">;

/** Half points, as Word counts type sizes. */
function size(points: number): number {
  return points * 2;
}

/** Twentieths of a point, as Word counts spaces and indents. */
function space(points: number): number {
  return points * 20;
}

/** How a page of manuscript looks in Word. On the page the layout's own styles of the same names decide. */
const SETTINGS: Readonly<Record<ParagraphRole, Setting>> = {
  headline: {
    run: { size: size(26), bold: true },
    paragraph: { spacing: { after: space(6) }, keepNext: true, outlineLevel: 0 },
  },
  deck: { run: { size: size(15) }, paragraph: { spacing: { after: space(10) }, keepNext: true } },
  byline: { run: { size: size(10), bold: true }, paragraph: { spacing: { before: space(4) } } },
  source: { run: { size: size(10) }, paragraph: {} },
  dateline: { run: { bold: true }, paragraph: {} },
  paragraph: { run: {}, paragraph: { spacing: { before: space(6), line: 300 } } },
  subhead: {
    run: { size: size(13), bold: true },
    paragraph: { spacing: { before: space(12) }, keepNext: true, outlineLevel: 1 },
  },
  pullQuote: {
    run: { size: size(15), italics: true },
    paragraph: {
      spacing: { before: space(10), after: space(6) },
      indent: { left: space(24), right: space(24) },
    },
  },
  listItem: {
    run: {},
    paragraph: { spacing: { before: space(4) }, indent: { left: space(18), hanging: space(9) } },
  },
  boxTitle: {
    run: { size: size(11), bold: true },
    paragraph: {
      spacing: { before: space(8) },
      indent: { left: space(12), right: space(12) },
      shading: { fill: "EEEEEE" },
      keepNext: true,
    },
  },
  factBox: {
    run: { size: size(10) },
    paragraph: {
      spacing: { before: space(4) },
      indent: { left: space(12), right: space(12) },
      shading: { fill: "EEEEEE" },
    },
  },
  photo: { run: {}, paragraph: { spacing: { before: space(12) }, keepNext: true } },
  caption: { run: { size: size(9.5) }, paragraph: { spacing: { before: space(4) } } },
  credit: { run: { size: size(8.5) }, paragraph: {} },
  tagline: { run: { size: size(9.5), italics: true }, paragraph: { spacing: { before: space(10) } } },
  endMark: { run: {}, paragraph: { spacing: { before: space(6) }, alignment: "center" } },
};

/** The id of the style of a name: Word wants one without spaces. */
export function styleId(name: string): string {
  return name.replaceAll(" ", "");
}

function verticalAlignment(marks: readonly Mark[]): IRunStylePropertiesOptions {
  if (marks.includes("superscript")) return { superScript: true };
  return marks.includes("subscript") ? { subScript: true } : {};
}

/** The marks as Word's run properties. Word has one vertical alignment, so superscript wins over subscript. */
export function runProperties(marks: readonly Mark[]): IRunStylePropertiesOptions {
  return {
    ...(marks.includes("bold") ? { bold: true } : {}),
    ...(marks.includes("italic") ? { italics: true } : {}),
    ...(marks.includes("underline") ? { underline: { type: "single" } } : {}),
    ...(marks.includes("strikethrough") ? { strike: true } : {}),
    ...verticalAlignment(marks),
    ...(marks.includes("smallCaps") ? { smallCaps: true } : {}),
  };
}

function paragraphStyle(role: ParagraphRole): IParagraphStyleOptions {
  const name = PARAGRAPH_STYLES[role];
  return { id: styleId(name), name, basedOn: "Normal", quickFormat: true, ...SETTINGS[role] };
}

function characterStyle(name: string, run: IRunStylePropertiesOptions): ICharacterStyleOptions {
  return { id: styleId(name), name, quickFormat: true, run };
}

/**
 * Every style that a story may use: one for each kind of paragraph, the dateline's, one for each
 * mark, and one for each combination of marks in `used` ("Bold Italic"), because a run names
 * one character style only.
 */
export function storyStyles(used: readonly (readonly Mark[])[]): IStylesOptions {
  const combinations = new Map<string, readonly Mark[]>();
  for (const marks of [...MARKS.map((mark) => [mark]), ...used]) {
    if (marks.length > 0) combinations.set(markStyle(marks), marks);
  }
  return {
    default: { document: { run: { font: "Georgia", size: size(11) } } },
    paragraphStyles: [
      paragraphStyle("headline"),
      paragraphStyle("deck"),
      paragraphStyle("byline"),
      paragraphStyle("source"),
      paragraphStyle("dateline"),
      paragraphStyle("paragraph"),
      paragraphStyle("subhead"),
      paragraphStyle("pullQuote"),
      paragraphStyle("listItem"),
      paragraphStyle("boxTitle"),
      paragraphStyle("factBox"),
      paragraphStyle("photo"),
      paragraphStyle("caption"),
      paragraphStyle("credit"),
      paragraphStyle("tagline"),
      paragraphStyle("endMark"),
    ],
    characterStyles: [
      characterStyle(DATELINE_STYLE, { bold: true }),
      ...[...combinations].map(([name, marks]) => characterStyle(name, runProperties(marks))),
    ],
  };
}
