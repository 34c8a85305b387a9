import { canonicalRuns, cleanText, runsText, type Run, type TextKind } from "#shared/document/index.ts";
import { elementKind, isBlockElement, isOneLineRow, type PastedKind } from "./element-kind.ts";
import { hasLooks, keepsSpaces, marksOf, styleReader, type StyleReader } from "./element-style.ts";
import { Tally, type LeftOut } from "./left-out.ts";
import { linkTarget } from "./link-target.ts";
import { emojiOf, handlersOf, isIcon, notText } from "./not-text.ts";
import type { PastedPage } from "./parse-html.ts";
import type { SourceProgram } from "./source-program.ts";
import { plainSpaces, trimRuns } from "./spaces.ts";
import { styleRules, type Declarations } from "./style-sheet.ts";

type Look = Omit<Run, "text">;

/** What one stretch of text is read under. */
interface Context {
  readonly look: Look;
  readonly keepsSpaces: boolean;
}

/** One paragraph, heading or item of a pasted page; line ends within it are the page's own. */
export interface PastedLine {
  readonly kind: PastedKind;
  readonly runs: readonly Run[];
}

/** A pasted page as lines, what of it was left out. */
export interface PageReading {
  readonly lines: readonly PastedLine[];
  readonly leftOut: LeftOut;
}

/** A list marker that Word wrote as text and did not name as one. */
const LOOSE_MARKER = /^(?:[·•o§▪\uF0B7\uF0A7-]|\(?[0-9a-zA-Z]{1,4}[.)])[ \u00A0\t]{2,}/;
const NUMBER_MARKER = /[0-9a-z]/i;

function withoutBold(runs: readonly Run[]): readonly Run[] {
  return canonicalRuns(
    runs.map(({ marks, ...run }) => ({
      ...run,
      ...(marks ? { marks: marks.filter((mark) => mark !== "bold") } : {}),
    })),
  );
}

/** Collects lines of runs from a tree of HTML, one for each block of text in it. */
class PageReader {
  readonly lines: PastedLine[] = [];
  readonly tally = new Tally();
  readonly #styleOf: StyleReader;
  readonly #program: SourceProgram | null;
  #kind: PastedKind = "paragraph";
  #runs: Run[] = [];
  #hasSpace = true;
  #hasLooks = false;
  /** Within a row of a table that is read as one line. */
  #isInRow = false;

  constructor(styleOf: StyleReader, program: SourceProgram | null) {
    this.#styleOf = styleOf;
    this.#program = program;
  }

  flush(): void {
    if (this.#isInRow) return;
    const runs = trimRuns(canonicalRuns(this.#runs));
    this.#runs = [];
    this.#hasSpace = true;
    if (runs.length === 0) return;
    const isHeading = this.#kind === "title" || this.#kind === "subhead";
    const isAllBold = isHeading && runs.every(({ marks }) => marks?.includes("bold") === true);
    this.lines.push({ kind: this.#kind, runs: plainSpaces(isAllBold ? withoutBold(runs) : runs) });
  }

  read(node: Node, context: Context): void {
    if (node instanceof Text) this.#addText(node.data, context);
    else if (node instanceof HTMLElement) this.#readElement(node, context);
    // A formula is its letters and figures; a drawing has no text of the story.
    else if (node instanceof Element && node.localName === "math") this.#addText(node.textContent, context);
    else if (node instanceof Element && !isIcon(node)) this.tally.add("pictures");
  }

  readChildren(element: HTMLElement, context: Context): void {
    for (const child of element.childNodes) this.read(child, context);
  }

  leftOut(): LeftOut {
    return { ...(this.#hasLooks ? { looks: 1 } : {}), ...this.tally.counted() };
  }

  #addText(raw: string, { look, keepsSpaces: keeps }: Context): void {
    const { text, lost, halves } = cleanText(raw);
    this.tally.add("characters", lost - halves);
    this.tally.add("halves", halves);
    if (keeps) {
      this.#push(text, look);
      return;
    }
    const single = text.replace(/[\n\t ]+/g, " ");
    this.#push(this.#hasSpace && single.startsWith(" ") ? single.slice(1) : single, look);
  }

  #push(text: string, look: Look): void {
    if (text === "") return;
    this.#runs.push({ ...look, text });
    this.#hasSpace = /[\n\t ]$/.test(text);
  }

  #readElement(element: HTMLElement, context: Context): void {
    const style = this.#styleOf(element);
    const omitted = notText(element, style, this.#program);
    if (omitted !== null) {
      const emoji = omitted === "pictures" ? emojiOf(element) : "";
      if (emoji !== "") this.#push(emoji, context.look);
      else if (omitted !== "nothing") this.tally.add(omitted);
      else if (
        style.get("mso-list") === "ignore" &&
        NUMBER_MARKER.test(element.textContent.replace(/^o\s*$/, ""))
      )
        this.tally.add("numbers");
      return;
    }
    if (!this.#hasLooks && hasLooks(element, style)) this.#hasLooks = true;
    this.tally.add("scripts", handlersOf(element));
    const inner = this.#innerContext(element, style, context);
    if (element.tagName === "BR") {
      if (!element.classList.contains("Apple-interchange-newline")) this.#push("\n", context.look);
    } else if (style.has("mso-tab-count") || element.classList.contains("TabChar")) {
      this.#push("\t", context.look);
    } else if (element.tagName === "TR" && isOneLineRow(element)) {
      this.#readRow(element, inner);
    } else if (isBlockElement(element)) {
      this.#readBlock(element, style, inner);
    } else if (element.tagName === "Q") {
      this.#push("“", inner.look);
      this.readChildren(element, inner);
      this.#push("”", inner.look);
    } else {
      this.readChildren(element, inner);
    }
  }

  #innerContext(element: HTMLElement, style: Declarations, context: Context): Context {
    const marks = new Set(context.look.marks);
    for (const [mark, isOn] of marksOf(element, style)) {
      if (isOn) marks.add(mark);
      else marks.delete(mark);
    }
    const link = element.tagName === "A" ? this.#linkOf(element) : null;
    const linked = link ?? context.look.link;
    // Word processors underline their links; a link of Stet's is drawn so without a mark.
    if (linked) marks.delete("underline");
    return {
      look: { ...(marks.size > 0 ? { marks: [...marks] } : {}), ...(linked ? { link: linked } : {}) },
      keepsSpaces: keepsSpaces(element, style) ?? context.keepsSpaces,
    };
  }

  #linkOf(element: HTMLElement): { readonly href: string } | null {
    const href = (element.getAttribute("href") ?? "").trim();
    if (href === "" || href.startsWith("#")) return null;
    const target = linkTarget(href);
    if (target === null) this.tally.add("deadLinks");
    else if (target.wasRedirect) this.tally.add("redirects");
    return target && { href: target.href };
  }

  /** A row of short cells is one line, its cells parted by tabs. */
  #readRow(row: HTMLElement, context: Context): void {
    if (!this.#isInRow) this.flush();
    const outer = this.#isInRow;
    this.#isInRow = true;
    for (const [at, cell] of [...row.children].entries()) {
      if (at > 0) this.#push("\t", {});
      if (cell instanceof HTMLElement) this.#readElement(cell, context);
    }
    this.#isInRow = outer;
    this.flush();
  }

  #readBlock(element: HTMLElement, style: Declarations, context: Context): void {
    const outer = this.#kind;
    this.flush();
    this.#kind = elementKind(element, style, outer);
    const isOrdered = element.tagName === "LI" && element.parentElement?.tagName === "OL";
    if (isOrdered) this.tally.add("numbers");
    const isWordItem = this.#kind === "listItem" && style.has("mso-list");
    this.readChildren(element, context);
    if (isWordItem) this.#dropLooseMarker();
    this.flush();
    this.#kind = outer;
  }

  #dropLooseMarker(): void {
    const text = runsText(this.#runs);
    const marker = LOOSE_MARKER.exec(text)?.[0];
    if (marker === undefined) return;
    let left = marker.length;
    this.#runs = this.#runs.map((run) => {
      const cut = Math.min(left, run.text.length);
      left -= cut;
      return { ...run, text: run.text.slice(cut) };
    });
    if (/[0-9a-zA-Z]/.test(marker.replace(/^o\s/, ""))) this.tally.add("numbers");
  }
}

/**
 * Reads the text of a pasted page: paragraphs, headings, list items, marks and links. Pictures,
 * styles, scripts and everything else are left behind and counted.
 */
export function readPage({ body, styleSheets }: PastedPage, program: SourceProgram | null): PageReading {
  const reader = new PageReader(styleReader(styleRules(styleSheets)), program);
  reader.readChildren(body, { look: {}, keepsSpaces: false });
  reader.flush();
  return { lines: reader.lines, leftOut: reader.leftOut() };
}

/** The kind of block that a line becomes; a title is a headline only where it heads the whole paste. */
export function blockKind(kind: PastedKind, isHead: boolean): TextKind | "headline" {
  if (kind !== "title") return kind;
  return isHead ? "headline" : "subhead";
}
