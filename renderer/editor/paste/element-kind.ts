import type { TextKind } from "#shared/document/index.ts";
import type { Declarations } from "./style-sheet.ts";

/** What a line of a pasted page is: a kind of block, or the title of the page. */
export type PastedKind = TextKind | "title";

const KIND_BY_TAG: Readonly<Record<string, PastedKind>> = {
  H1: "title",
  H2: "subhead",
  H3: "subhead",
  H4: "subhead",
  H5: "subhead",
  H6: "subhead",
  LI: "listItem",
};

const BLOCK_TAGS: ReadonlySet<string> = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI LISTING MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);

const WORD_TITLE = /(?:^|\s)MsoTitle(?:\s|$)/i;
const WORD_HEADING = /(?:^|\s)(?:MsoHeading\d|MsoSubtitle)(?:\s|$)/i;
const WORD_QUOTE = /(?:^|\s)Mso(?:Intense)?Quote/i;
const WORD_ITEM = /(?:^|\s)MsoList(?:Bullet|Number)/i;
const MAIL_QUOTE = /gmail_quote|yahoo_quoted|moz-cite|protonmail_quote|mail-quote/;

export function isBlockElement({ tagName }: Element): boolean {
  return BLOCK_TAGS.has(tagName);
}

/** A quoted mail, and text that a mail program has only moved in, are no pull quotes. */
function isPullQuote(element: HTMLElement, style: Declarations): boolean {
  if (element.getAttribute("type") === "cite" || MAIL_QUOTE.test(element.className)) return false;
  const isMovedIn = style.has("margin-left") || /\s40px$/.test(style.get("margin") ?? "");
  return !isMovedIn && !/^(?:none|0)/.test(style.get("border") ?? "");
}

/** The kind of text in a block of a page; `outer` is that of the text around it. */
export function elementKind(element: HTMLElement, style: Declarations, outer: PastedKind): PastedKind {
  const byTag = KIND_BY_TAG[element.tagName];
  if (byTag !== undefined) return byTag;
  if (element.tagName === "BLOCKQUOTE") return isPullQuote(element, style) ? "pullQuote" : outer;
  if (element.getAttribute("role") === "heading") {
    return element.getAttribute("aria-level") === "1" ? "title" : "subhead";
  }
  const { className } = element;
  if (/^l\d+\s+level\d+/.test(style.get("mso-list") ?? "") || WORD_ITEM.test(className)) return "listItem";
  if (!/mso/i.test(className)) return outer;
  if (WORD_TITLE.test(className)) return "title";
  if (WORD_HEADING.test(className)) return "subhead";
  return WORD_QUOTE.test(className) ? "pullQuote" : outer;
}

function isShort(cell: Element): boolean {
  let blocks = 0;
  for (const inside of cell.getElementsByTagName("*")) {
    if (isBlockElement(inside)) blocks += 1;
    if (blocks > 1 || inside.tagName === "BR") return false;
  }
  return true;
}

/** True for a row of a table of facts: several cells, a line in each. Pages laid out in tables have more in them. */
export function isOneLineRow(row: Element): boolean {
  const cells = [...row.children];
  return (
    cells.length > 1 &&
    cells.every((cell) => (cell.tagName === "TD" || cell.tagName === "TH") && isShort(cell))
  );
}
