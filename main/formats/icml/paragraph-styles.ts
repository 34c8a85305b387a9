import { PARAGRAPH_STYLES, type ParagraphRole } from "../style-names.ts";
import { element, onLines, type XmlElement } from "../xml.ts";

interface ParagraphLook {
  readonly sizePt: number;
  /** Points from line to line; `auto` lets the line grow with what is anchored in it. */
  readonly leadingPt: number | "auto";
  readonly settings?: Readonly<Record<string, string>>;
  /** The role of the paragraph that Enter makes after this one; Body where it is left out. */
  readonly next?: ParagraphRole;
}

const TOGETHER = { KeepWithNext: "1", KeepLinesTogether: "true", KeepAllLinesTogether: "true" };
const DISPLAY = { ...TOGETHER, Hyphenation: "false" };

/**
 * Sizes of a broadsheet page and no font: a style of the same name in the page's own document
 * replaces these, and until then the text stands in that document's default font.
 */
const LOOKS: Readonly<Record<ParagraphRole, ParagraphLook>> = {
  headline: { sizePt: 30, leadingPt: 32, settings: { ...DISPLAY, SpaceAfter: "6" }, next: "deck" },
  deck: { sizePt: 15, leadingPt: 18, settings: { ...DISPLAY, SpaceAfter: "6" }, next: "byline" },
  byline: { sizePt: 9, leadingPt: 11, settings: { ...DISPLAY, FontStyle: "Bold" } },
  source: { sizePt: 8, leadingPt: 10, settings: { ...DISPLAY, SpaceAfter: "6" } },
  dateline: { sizePt: 9.5, leadingPt: 10.5, settings: DISPLAY },
  paragraph: {
    sizePt: 9.5,
    leadingPt: 10.5,
    settings: { Justification: "LeftJustified", FirstLineIndent: "9" },
    next: "paragraph",
  },
  subhead: { sizePt: 9.5, leadingPt: 10.5, settings: { ...DISPLAY, FontStyle: "Bold", SpaceBefore: "10.5" } },
  pullQuote: {
    sizePt: 16,
    leadingPt: 18,
    settings: { Hyphenation: "false", SpaceBefore: "9", SpaceAfter: "9" },
  },
  listItem: {
    sizePt: 9.5,
    leadingPt: 10.5,
    settings: { LeftIndent: "9", FirstLineIndent: "-9", BulletsAndNumberingListType: "BulletList" },
    next: "listItem",
  },
  boxTitle: {
    sizePt: 10,
    leadingPt: 12,
    settings: { ...DISPLAY, LeftIndent: "9", RightIndent: "9", FontStyle: "Bold", SpaceBefore: "6" },
    next: "factBox",
  },
  factBox: { sizePt: 9, leadingPt: 10.5, settings: { LeftIndent: "9", RightIndent: "9" }, next: "factBox" },
  photo: { sizePt: 9.5, leadingPt: "auto", settings: { ...TOGETHER, AutoLeading: "100" }, next: "caption" },
  caption: {
    sizePt: 8,
    leadingPt: 9.5,
    settings: { KeepLinesTogether: "true", KeepAllLinesTogether: "true" },
    next: "credit",
  },
  credit: { sizePt: 6.5, leadingPt: 8, settings: { SpaceAfter: "9" } },
  tagline: { sizePt: 8.5, leadingPt: 10.5, settings: { FontStyle: "Italic", SpaceBefore: "10.5" } },
  endMark: { sizePt: 9.5, leadingPt: 10.5, settings: { Justification: "CenterAlign" } },
};

/** The roles in the order of a page, which is the order in which a layout program lists them. */
const ROLES: readonly ParagraphRole[] = [
  "headline",
  "deck",
  "byline",
  "source",
  "dateline",
  "paragraph",
  "subhead",
  "pullQuote",
  "listItem",
  "boxTitle",
  "factBox",
  "photo",
  "caption",
  "credit",
  "tagline",
  "endMark",
];

/** How a paragraph refers to its style. */
export function paragraphStyleId(role: ParagraphRole): string {
  return `ParagraphStyle/${PARAGRAPH_STYLES[role]}`;
}

function leading(leadingPt: number | "auto"): XmlElement {
  return leadingPt === "auto"
    ? element("Leading", { type: "enumeration" }, ["Auto"])
    : element("Leading", { type: "unit" }, [String(leadingPt)]);
}

function paragraphStyle(role: ParagraphRole): XmlElement {
  const { sizePt, leadingPt, settings, next } = LOOKS[role];
  const attributes = {
    Self: paragraphStyleId(role),
    Name: PARAGRAPH_STYLES[role],
    NextStyle: paragraphStyleId(next ?? "paragraph"),
    PointSize: String(sizePt),
    ...settings,
  };
  const basedOn = element("BasedOn", { type: "string" }, ["$ID/[No paragraph style]"]);
  return element("ParagraphStyle", attributes, [element("Properties", {}, [basedOn, leading(leadingPt)])]);
}

/** The style without a name, for text that is no part of the story. */
export const NO_PARAGRAPH_STYLE = "ParagraphStyle/$ID/[No paragraph style]";

const NO_STYLE = element("ParagraphStyle", {
  Self: NO_PARAGRAPH_STYLE,
  Name: "$ID/[No paragraph style]",
});

/** A style for every kind of paragraph, used or not, so that a desk can map them once from any story. */
export function paragraphStyles(): XmlElement {
  const styles = [NO_STYLE, ...ROLES.map(paragraphStyle)];
  return element("RootParagraphStyleGroup", { Self: "paragraph-styles" }, onLines(styles));
}
