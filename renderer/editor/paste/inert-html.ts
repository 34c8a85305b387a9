/** Where the `style` of an element of pasted HTML stands after {@link inertHtml}. */
export const PASTED_STYLE = "data-style";

/** HTML in which a browser finds nothing to apply or run, and the style sheets that were in it. */
export interface InertHtml {
  readonly html: string;
  readonly styleSheets: readonly string[];
}

const ACTIVE_ATTRIBUTE = /(^|\s)(style|on[a-z]+)(?=\s*=)/gi;
const RAW_TEXT: ReadonlySet<string> = new Set(["style", "script"]);
const LONGEST_NAME = 40;
const TAG_NAME = /[a-z]/i;
const TAG_BREAKS = /["'>]/g;

const NAME = /^<\/?([a-z][^\s/>]*)/i;
/** Elements that close by themselves, or hold nothing: they do not make a page deep. */
const SHALLOW: ReadonlySet<string> = new Set(
  "area base body br col dd dt embed head hr html img input li link meta optgroup option p param source tbody td tfoot th thead tr track wbr".split(
    " ",
  ),
);
/** Deeper than any page that somebody reads. Browsers take time for every element that is open, at every tag. */
const DEEPEST = 1_000;

/** Counts which elements are open, roughly: so deep a page is never read that a browser stands still over it. */
class Depth {
  readonly #open = new Map<string, number>();
  #depth = 0;

  /** Notes a start tag. False where it lies too deep: leave it out then, not what is in it. */
  enter(name: string): boolean {
    if (SHALLOW.has(name)) return true;
    if (this.#depth >= DEEPEST) return false;
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
    this.#depth += 1;
    return true;
  }

  leave(name: string): void {
    const open = this.#open.get(name) ?? 0;
    if (open === 0) return;
    this.#open.set(name, open - 1);
    this.#depth -= 1;
  }
}

interface Tag {
  /** Behind its `>`. */
  readonly end: number;
  /** The tag with its active attributes renamed. */
  readonly text: string;
}

/** Reads one start tag whose `<` stands at `open`; null where the page ends within it. */
function readTag(html: string, open: number): Tag | null {
  let text = "";
  let from = open;
  TAG_BREAKS.lastIndex = open + 1;
  for (let found = TAG_BREAKS.exec(html); found !== null; found = TAG_BREAKS.exec(html)) {
    const at = found.index;
    const isQuote = found[0] !== ">" && /=\s*$/.test(html.slice(Math.max(from, at - 8), at));
    if (found[0] !== ">" && !isQuote) continue;
    text += html.slice(from, at).replace(ACTIVE_ATTRIBUTE, "$1data-$2");
    if (!isQuote) return { end: at + 1, text: `${text}>` };
    const close = html.indexOf(found[0], at + 1);
    if (close < 0) return null;
    text += html.slice(at, close + 1);
    from = close + 1;
    TAG_BREAKS.lastIndex = from;
  }
  return null;
}

/** The name of the tag at `open`, in lower case. */
function nameAt(html: string, open: number): string {
  return NAME.exec(html.slice(open, open + LONGEST_NAME))?.[1]?.toLowerCase() ?? "";
}

function endOfComment(html: string, open: number): number {
  const end = html.indexOf("-->", open + 2);
  return end < 0 ? html.length : end + 3;
}

function endOfRawText(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s/>]`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

/**
 * The same HTML with nothing in it that a browser would apply or run: style sheets are taken out,
 * and `style` and event attributes are renamed to `data-style`, `data-onclick` …. The page's policy
 * forbids them anyway; so nobody has to be told that it did. Start tags that lie deeper than any page
 * are left out. Takes time in proportion to the
 * length, whatever is in it.
 */
export function inertHtml(html: string): InertHtml {
  const styleSheets: string[] = [];
  const kept: string[] = [];
  const depth = new Depth();
  let at = 0;
  for (let open = html.indexOf("<"); open >= 0 && at < html.length; open = html.indexOf("<", at)) {
    kept.push(html.slice(at, open));
    if (html.startsWith("<!--", open)) {
      at = endOfComment(html, open);
      kept.push(html.slice(open, at));
      continue;
    }
    if (!TAG_NAME.test(html.charAt(open + 1))) {
      if (html.charAt(open + 1) === "/") depth.leave(nameAt(html, open));
      kept.push("<");
      at = open + 1;
      continue;
    }
    const tag = readTag(html, open);
    // A tag that the page ends in is no tag, and nothing follows it.
    if (tag === null) return { html: kept.join(""), styleSheets };
    const name = nameAt(html, open);
    const raw = RAW_TEXT.has(name) ? name : undefined;
    at = tag.end;
    // An address for all others to start from has no use in a page that asks for nothing.
    if (name === "base" || !depth.enter(name)) continue;
    if (raw !== undefined) depth.leave(raw);
    if (raw === "style") {
      const end = endOfRawText(html, raw, at);
      styleSheets.push(html.slice(at, end));
      at = html.indexOf(">", end) + 1 || html.length;
      continue;
    }
    kept.push(tag.text);
    if (raw === "script") {
      const end = endOfRawText(html, raw, at);
      kept.push(html.slice(at, end));
      at = end;
    }
  }
  kept.push(html.slice(at));
  return { html: kept.join(""), styleSheets };
}
