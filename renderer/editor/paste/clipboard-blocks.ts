import { hasRuns, type Block, type Mark, type Run } from "#shared/document/index.ts";

/** The clipboard format in which blocks travel within Stet: JSON of their list. */
export const BLOCKS_FORMAT = "application/x-stet-blocks";

export function blocksToClipboard(blocks: readonly Block[]): string {
  return JSON.stringify(blocks);
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}

const MARK_TAGS: Readonly<Record<Mark, string>> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  superscript: "sup",
  subscript: "sub",
  smallCaps: "",
};

function runHtml({ text, marks = [], link }: Run): string {
  const marked = marks
    .map((mark) => MARK_TAGS[mark])
    .filter((tag) => tag !== "")
    .reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, escape(text));
  return link ? `<a href="${escape(link.href)}">${marked}</a>` : marked;
}

/** What a reader sees of runs: no deleted text. */
function printed(runs: readonly Run[]): readonly Run[] {
  return runs.filter((run) => !run.deleted);
}

function htmlOf(runs: readonly Run[]): string {
  return printed(runs).map(runHtml).join("");
}

function blockHtml(block: Block): string {
  if (block.kind === "unknown") return "";
  if (!hasRuns(block)) {
    return [block.caption, block.credit]
      .map(htmlOf)
      .filter((html) => html !== "")
      .map((html) => `<p>${html}</p>`)
      .join("");
  }
  const html = htmlOf(block.runs);
  switch (block.kind) {
    case "headline":
      return `<h1>${html}</h1>`;
    case "subhead":
      return `<h2>${html}</h2>`;
    case "pullQuote":
      return `<blockquote>${html}</blockquote>`;
    case "listItem":
      return `<li>${html}</li>`;
    default:
      return `<p>${html}</p>`;
  }
}

/** Clean HTML of blocks for other programs: paragraphs, headings, lists, marks and links, nothing else. */
export function blocksToHtml(blocks: readonly Block[]): string {
  return blocks
    .map(blockHtml)
    .join("")
    .replace(/(?:<li>.*?<\/li>)+/g, (items) => `<ul>${items}</ul>`);
}

function lines(runs: readonly Run[]): string {
  return printed(runs)
    .map(({ text }) => text)
    .join("");
}

/** The text of blocks as a reader sees it, a blank line between blocks. */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === "unknown") return [];
      return hasRuns(block) ? [lines(block.runs)] : [lines(block.caption), lines(block.credit)];
    })
    .filter((text, _at, all) => text !== "" || all.length === 1)
    .join("\n\n");
}
