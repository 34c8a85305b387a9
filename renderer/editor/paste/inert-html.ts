import { readTag } from "./html-tags.ts";
import { PageDepth } from "./page-depth.ts";

/** Where the `style` of an element of pasted HTML stands after {@link inertHtml}. */
export const PASTED_STYLE = "data-style";

/** HTML in which a browser finds nothing to apply or run, and the style sheets that were in it. */
export interface InertHtml {
  readonly html: string;
  readonly styleSheets: readonly string[];
}

/** Elements whose inside is no markup, in a page; in a drawing it is. Nothing of it is text of a story. */
const RAW_TEXT: ReadonlySet<string> = new Set(
  "iframe noembed noframes script style textarea title xmp".split(" "),
);
const COMMENT_END = /--!?>/g;

/** Behind the comment, or what a browser takes for one, whose `<` stands at `open`; null for anything else. */
function endOfComment(html: string, open: number): number | null {
  if (html.startsWith("<!--", open)) {
    // `<!-->` and `<!--->` are whole comments.
    COMMENT_END.lastIndex = open + 2;
    const end = COMMENT_END.exec(html);
    return end ? end.index + end[0].length : html.length;
  }
  if (!/[!?/]/.test(html.charAt(open + 1))) return null;
  return html.indexOf(">", open) + 1 || html.length;
}

function endOfRawText(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\t\\n\\f\\r />]`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

/** What stands in a raw element, for the case that it stands in a drawing. */
function inertInside(raw: string): string {
  return raw
    .replace(/<(?=style|base)/gi, "<no-")
    .replace(/(^|[\s"'/])(style|on[a-z]+)(?=\s*=)/gi, "$1data-$2");
}

/**
 * The same HTML with nothing in it that a browser would apply or run: style sheets are taken out,
 * comments go, and `style` and event attributes are renamed. The page's policy forbids them anyway;
 * so nobody has to be told that it did. Start tags that lie deeper than any page are left out.
 * Takes time in proportion to the length, whatever is in it.
 */
export function inertHtml(html: string): InertHtml {
  const styleSheets: string[] = [];
  const kept: string[] = [];
  const depth = new PageDepth();
  let at = 0;
  for (let open = html.indexOf("<"); open >= 0; open = html.indexOf("<", at)) {
    kept.push(html.slice(at, open));
    const tag = readTag(html, open);
    // A tag that the page ends in is no tag, and nothing follows it.
    if (tag === "cut") return { html: kept.join(""), styleSheets };
    if (tag === "none") {
      const end = endOfComment(html, open);
      if (end === null) kept.push("<");
      at = end ?? open + 1;
      continue;
    }
    at = tag.end;
    if (tag.isEnd) {
      depth.leave(tag.name);
      if (tag.name !== "style") kept.push(tag.text);
    } else if (RAW_TEXT.has(tag.name)) {
      const end = endOfRawText(html, tag.name, at);
      const inside = html.slice(at, end);
      at = end;
      if (tag.name === "style") styleSheets.push(inside);
      else kept.push(tag.text, inertInside(inside));
    } else if (tag.name !== "base" && depth.enter(tag.name)) {
      kept.push(tag.text);
    }
  }
  kept.push(html.slice(at));
  return { html: kept.join(""), styleSheets };
}
