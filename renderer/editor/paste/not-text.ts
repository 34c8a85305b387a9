import { PASTED_STYLE } from "./inert-html.ts";
import type { LeftOutKind } from "./left-out.ts";
import type { SourceProgram } from "./source-program.ts";
import type { Declarations } from "./style-sheet.ts";

const BY_TAG: Readonly<Record<string, LeftOutKind | "nothing">> = {
  SCRIPT: "scripts",
  STYLE: "nothing",
  TEMPLATE: "nothing",
  HEAD: "nothing",
  LINK: "nothing",
  META: "nothing",
  TITLE: "nothing",
  SOURCE: "nothing",
  COLGROUP: "nothing",
  AUDIO: "embeds",
  VIDEO: "embeds",
  IFRAME: "embeds",
  OBJECT: "embeds",
  EMBED: "embeds",
  CANVAS: "pictures",
  INPUT: "controls",
  SELECT: "controls",
  TEXTAREA: "controls",
  BUTTON: "controls",
  DATALIST: "nothing",
};

/** Text for screen readers only, by the names that the web gives it. */
const UNSEEN_CLASS = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|u-hidden)(?:\s|$)/i;
/** Marks that programs draw into a page and that are no text of it. */
const FURNITURE_CLASS = /(?:^|\s)(?:ListMarkerWrappingSpan|WACImageBorder|TableInsertRowGapBlank)(?:\s|$)/;

/** A length of nothing. */
const NOTHING_LONG = /^0(?:px|pt|em|rem|%)?(?:\s|$)/;
const TRACKER_SIZE = 2;
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F)+$/u;

function pixels(value: string | null | undefined): number | null {
  const figure = Number.parseFloat(value ?? "");
  return Number.isNaN(figure) || (value ?? "").endsWith("%") ? null : figure;
}

function isTracker(element: HTMLElement, style: Declarations): boolean {
  const width = pixels(style.get("width") ?? element.getAttribute("width"));
  const height = pixels(style.get("height") ?? element.getAttribute("height"));
  const isTiny = width !== null && height !== null && width <= TRACKER_SIZE && height <= TRACKER_SIZE;
  return isTiny || (isUnseen(element, style) && !/^data:/i.test(element.getAttribute("src") ?? ""));
}

function isUnseen(element: HTMLElement, style: Declarations): boolean {
  if (style.get("display")?.startsWith("none") === true) return true;
  if (/^(?:hidden|collapse)/.test(style.get("visibility") ?? "")) return true;
  if (style.get("mso-hide")?.startsWith("all") === true) return true;
  if (NOTHING_LONG.test(style.get("font-size") ?? "") || NOTHING_LONG.test(style.get("max-height") ?? ""))
    return true;
  if (style.get("position") === "absolute" && style.get("width")?.startsWith("1px") === true) return true;
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  return UNSEEN_CLASS.test(element.className);
}

function isOfficeComment(element: HTMLElement, style: Declarations): boolean {
  if (element.classList.contains("MsoCommentReference") || element.classList.contains("msocomanchor"))
    return true;
  return style.get("mso-special-character") === "comment";
}

function isDeletion(element: HTMLElement, program: SourceProgram | null): boolean {
  if (element.classList.contains("msoDel") || /TrackChangeTextDeletion/.test(element.className)) return true;
  if (element.tagName !== "DEL") return false;
  const isOffice = program === "word" || program === "wordOnline" || program === "outlook";
  return isOffice || element.hasAttribute("datetime");
}

/**
 * What an element is where it is no text of the story, by the count that it goes into; "nothing"
 * where nobody would miss it; null where it is text.
 */
export function notText(
  element: HTMLElement,
  style: Declarations,
  program: SourceProgram | null,
): LeftOutKind | "nothing" | null {
  if (element.tagName === "IMG") return isTracker(element, style) ? "trackers" : "pictures";
  // Nothing runs here, so the page's stand-in for its scripts is read; as a rule it is a pixel that counts readers.
  if (element.tagName === "NOSCRIPT") return element.querySelector("img") ? "trackers" : "nothing";
  const byTag = BY_TAG[element.tagName];
  if (byTag === "controls" && element.getAttribute("type") === "hidden") return "nothing";
  if (byTag !== undefined) return byTag;
  // Word writes a list's bullet and its number as text, with the name of the list on the element around it.
  if (style.get("mso-list") === "ignore" || FURNITURE_CLASS.test(element.className)) return "nothing";
  if (isOfficeComment(element, style)) return "comments";
  // The text of the comments, at the end of the page: each was counted where it is made.
  if (style.get("mso-element") === "comment-list") return "nothing";
  if (isDeletion(element, program)) return "deletions";
  if (isUnseen(element, style)) return element.textContent.trim() === "" ? "nothing" : "hidden";
  return null;
}

/** The letters of a picture that stands for a letter: an emoji that a program has drawn; else nothing. */
export function emojiOf(image: HTMLElement): string {
  const alt = image.getAttribute("alt") ?? "";
  return EMOJI.test(alt) ? alt : "";
}

/** How many event handlers an element carries. */
export function handlersOf(element: HTMLElement): number {
  let count = 0;
  for (const name of element.getAttributeNames())
    if (name.startsWith("data-on") && name !== PASTED_STYLE) count += 1;
  return count;
}

const LARGEST_ICON = 48;

/** True for a drawing that only decorates a page: nobody misses it. */
export function isIcon(drawing: Element): boolean {
  const width = pixels(drawing.getAttribute("width"));
  return drawing.getAttribute("aria-hidden") === "true" || (width !== null && width <= LARGEST_ICON);
}
