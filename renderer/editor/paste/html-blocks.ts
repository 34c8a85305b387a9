import {
  canonicalRuns,
  cleanText,
  newBlockId,
  type Mark,
  type Run,
  type TextBlock,
  type TextKind,
} from "#shared/document/index.ts";
import { linkAddress } from "../links/link-address.ts";
import { PASTED_STYLE } from "./inert-html.ts";

const MARK_BY_TAG: Readonly<Record<string, Mark>> = {
  B: "bold",
  STRONG: "bold",
  I: "italic",
  EM: "italic",
  U: "underline",
  S: "strikethrough",
  STRIKE: "strikethrough",
  DEL: "strikethrough",
  SUP: "superscript",
  SUB: "subscript",
};

const KIND_BY_TAG: Readonly<Record<string, TextKind>> = {
  H1: "subhead",
  H2: "subhead",
  H3: "subhead",
  H4: "subhead",
  H5: "subhead",
  H6: "subhead",
  LI: "listItem",
  BLOCKQUOTE: "pullQuote",
};

const BLOCK_TAGS: ReadonlySet<string> = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);

/** What is no text of a page: code, styles, pictures and everything that runs. */
const DROPPED_TAGS: ReadonlySet<string> = new Set(
  "AUDIO BUTTON CANVAS EMBED HEAD IFRAME IMG INPUT LINK MATH META NOSCRIPT OBJECT PICTURE SCRIPT SELECT SOURCE STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO".split(
    " ",
  ),
);

type Look = Omit<Run, "text">;

/** The style of an element as it was pasted, declaration by declaration. */
function declarations(element: HTMLElement): ReadonlyMap<string, string> {
  const pairs = (element.getAttribute(PASTED_STYLE) ?? "")
    .split(";")
    .map((declaration) => declaration.split(":"));
  return new Map(pairs.map(([name = "", ...value]) => [name.trim().toLowerCase(), value.join(":").trim()]));
}

/** Word processors write marks as styles: Google Docs wraps everything in a `b` that says `normal`. */
function marksOf(element: HTMLElement): ReadonlyMap<Mark, boolean> {
  const marks = new Map<Mark, boolean>();
  const byTag = MARK_BY_TAG[element.tagName];
  if (byTag) marks.set(byTag, true);
  const style = declarations(element);
  const weight = style.get("font-weight");
  if (weight !== undefined) marks.set("bold", weight === "bold" || Number(weight) >= 600);
  const slant = style.get("font-style");
  if (slant !== undefined) marks.set("italic", slant === "italic" || slant === "oblique");
  const decoration = style.get("text-decoration-line") ?? style.get("text-decoration") ?? "";
  if (decoration.includes("underline") && element.tagName !== "A") marks.set("underline", true);
  if (decoration.includes("line-through")) marks.set("strikethrough", true);
  const raised = style.get("vertical-align");
  if (raised === "super") marks.set("superscript", true);
  if (raised === "sub") marks.set("subscript", true);
  const caps = style.get("font-variant-caps") ?? style.get("font-variant") ?? "";
  if (caps.includes("small-caps")) marks.set("smallCaps", true);
  return marks;
}

function lookOf(element: HTMLElement, look: Look): Look {
  const marks = new Set(look.marks);
  for (const [mark, isOn] of marksOf(element)) {
    if (isOn) marks.add(mark);
    else marks.delete(mark);
  }
  // Word processors underline their links; a link of Stet's is drawn so without a mark.
  if (look.link) marks.delete("underline");
  const href = element instanceof HTMLAnchorElement ? linkAddress(element.getAttribute("href") ?? "") : null;
  return {
    ...look,
    marks: [...marks],
    ...(href === null ? {} : { link: { href } }),
  };
}

/** Collects lines of runs from a tree of HTML, one for each block of text in it. */
class Reader {
  readonly blocks: TextBlock[] = [];
  #kind: TextKind = "paragraph";
  #runs: Run[] = [];

  flush(): void {
    const runs = trimRuns(canonicalRuns(this.#runs));
    this.#runs = [];
    const isBlank = runs.every(({ text }) => text.trim() === "");
    if (!isBlank) this.blocks.push({ id: newBlockId(), kind: this.#kind, runs });
  }

  read(node: Node, look: Look, isPreformatted: boolean): void {
    if (node instanceof Text) {
      const { text } = cleanText(node.data);
      this.#runs.push({ ...look, text: isPreformatted ? text : text.replace(/[\n\t ]+/g, " ") });
      return;
    }
    if (!(node instanceof HTMLElement) || DROPPED_TAGS.has(node.tagName)) return;
    if (node.tagName === "BR") {
      this.#runs.push({ ...look, text: "\n" });
      return;
    }
    if (BLOCK_TAGS.has(node.tagName)) this.#readBlock(node, look, isPreformatted);
    else this.#readChildren(node, lookOf(node, look), isPreformatted);
  }

  #readChildren(element: HTMLElement, look: Look, isPreformatted: boolean): void {
    const keeps = isPreformatted || declarations(element).get("white-space")?.startsWith("pre") === true;
    for (const child of element.childNodes) this.read(child, look, keeps);
  }

  #readBlock(element: HTMLElement, look: Look, isPreformatted: boolean): void {
    const outer = this.#kind;
    this.flush();
    this.#kind = KIND_BY_TAG[element.tagName] ?? outer;
    // A heading is bold by being a heading; a mark of its own would be one too many.
    const inner = /^H\d$/.test(element.tagName) ? look : lookOf(element, look);
    this.#readChildren(element, inner, isPreformatted || element.tagName === "PRE");
    this.flush();
    this.#kind = outer;
  }
}

function trimRuns(runs: readonly Run[]): readonly Run[] {
  const text = runs.map((run) => run.text).join("");
  const from = text.length - text.replace(/^[\n\t ]+/, "").length;
  const to = text.replace(/[\n\t ]+$/, "").length;
  let start = 0;
  const kept = runs.map((run) => {
    const part = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += run.text.length;
    return { ...run, text: part.replace(/ *\n */g, "\n") };
  });
  return canonicalRuns(kept);
}

/**
 * The text of a pasted page as blocks: paragraphs, headings as subheads, list items, marks and
 * links. Pictures, styles, scripts and everything else are left behind.
 */
export function blocksFromBody(body: HTMLElement): readonly TextBlock[] {
  const reader = new Reader();
  reader.read(body, {}, false);
  reader.flush();
  return reader.blocks;
}
