import type { Mark } from "#shared/document/index.ts";
import { PASTED_STYLE } from "./inert-html.ts";
import { declarationsOf, NO_DECLARATIONS, type Declarations, type StyleRules } from "./style-sheet.ts";

const MARK_BY_TAG: Readonly<Record<string, Mark>> = {
  B: "bold",
  STRONG: "bold",
  I: "italic",
  EM: "italic",
  CITE: "italic",
  DFN: "italic",
  VAR: "italic",
  U: "underline",
  S: "strikethrough",
  STRIKE: "strikethrough",
  DEL: "strikethrough",
  SUP: "superscript",
  SUB: "subscript",
};

/** Gives the style of an element as it was pasted: the rules of its page, then its own. */
export type StyleReader = (element: HTMLElement) => Declarations;

/**
 * Reads styles under the rules of one page. Programs write the same style on thousands of
 * elements, so each is taken apart once.
 */
export function styleReader(rules: StyleRules): StyleReader {
  const own = new Map<string, Declarations>();
  const ownOf = (text: string): Declarations => {
    const known = own.get(text);
    if (known) return known;
    const read = declarationsOf(text);
    own.set(text, read);
    return read;
  };
  const ruled = (element: HTMLElement): readonly Declarations[] => {
    const tag = element.localName;
    const selectors = [tag];
    for (const name of element.classList)
      selectors.push(`.${name.toLowerCase()}`, `${tag}.${name.toLowerCase()}`);
    return selectors.flatMap((selector) => rules.get(selector) ?? []);
  };
  return (element) => {
    const text = element.getAttribute(PASTED_STYLE);
    const inline = text === null ? NO_DECLARATIONS : ownOf(text);
    if (rules.size === 0) return inline;
    const byRule = ruled(element);
    return byRule.length === 0 ? inline : new Map([...byRule, inline].flatMap((part) => [...part]));
  };
}

function isBold(weight: string): boolean | null {
  if (/^(?:bold|bolder)/.test(weight)) return true;
  if (/^(?:normal|lighter)/.test(weight)) return false;
  const figure = Number.parseInt(weight, 10);
  return Number.isNaN(figure) ? null : figure >= 600;
}

/** Which marks an element turns on or off. Google Docs wraps everything in a `b` that says `normal`. */
export function marksOf(element: HTMLElement, style: Declarations): ReadonlyMap<Mark, boolean> {
  const marks = new Map<Mark, boolean>();
  const byTag = MARK_BY_TAG[element.tagName];
  if (byTag) marks.set(byTag, true);
  if (style.size === 0) return marks;
  const font = style.get("font") ?? "";
  if (/\b(?:bold|[6-9]00)\b/.test(font)) marks.set("bold", true);
  if (/\b(?:italic|oblique)\b/.test(font)) marks.set("italic", true);
  const bold = isBold(style.get("font-weight") ?? "");
  if (bold !== null) marks.set("bold", bold);
  const slant = style.get("font-style") ?? "";
  if (/^(?:italic|oblique)/.test(slant)) marks.set("italic", true);
  if (slant.startsWith("normal")) marks.set("italic", false);
  const decoration = style.get("text-decoration-line") ?? style.get("text-decoration") ?? "";
  if (decoration.includes("underline") && element.tagName !== "A") marks.set("underline", true);
  if (decoration.includes("line-through")) marks.set("strikethrough", true);
  if (decoration.startsWith("none") && (byTag === "underline" || byTag === "strikethrough"))
    marks.set(byTag, false);
  const raised = style.get("vertical-align") ?? style.get("mso-text-raise") ?? "";
  if (raised.startsWith("super")) marks.set("superscript", true);
  if (raised === "sub") marks.set("subscript", true);
  const caps = style.get("font-variant-caps") ?? style.get("font-variant") ?? "";
  if (caps.includes("small-caps")) marks.set("smallCaps", true);
  return marks;
}

/** Whether an element keeps the spaces and line ends of its text; null where it says nothing of it. */
export function keepsSpaces(element: HTMLElement, style: Declarations): boolean | null {
  const said = style.get("white-space-collapse") ?? style.get("white-space");
  if (said !== undefined) return /^(?:pre|break-spaces|preserve)/.test(said);
  return element.tagName === "PRE" || element.tagName === "LISTING" ? true : null;
}

/** True where an element says how its text looks, beyond what a story keeps. */
export function hasLooks(element: HTMLElement, style: Declarations): boolean {
  if (element.tagName === "FONT") return true;
  for (const property of style.keys()) {
    if (
      /^(?:color|background|font-family|font-size|font$|mso-ascii-font|line-height|letter-spacing)/.test(
        property,
      )
    )
      return true;
  }
  return false;
}
