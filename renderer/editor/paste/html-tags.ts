/** One tag as a browser's tokenizer reads it (HTML Living Standard, section 13.2.5). */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly isEnd: boolean;
  /** Behind its `>`. */
  readonly end: number;
  /** The tag with its active attributes renamed. */
  readonly text: string;
}

const TAG_START = /<(\/?)([a-z][^\t\n\f\r />]*)/iy;
/** A name may begin with `=`, and with nothing else of it. */
const ATTRIBUTE_NAME = /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)/y;
const EQUALS = /[\t\n\f\r ]*=[\t\n\f\r ]*/y;
const BARE_VALUE = /[^\t\n\f\r >]*/y;
const TAG_END = /[\t\n\f\r /]*>/y;
const ACTIVE = /^(?:style|on[a-z]+)$/i;

function matchAt(pattern: RegExp, html: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(html);
}

/** Where the value of an attribute ends that begins at `at`; null where the page ends within it. */
function endOfValue(html: string, at: number): number | null {
  const quote = html.charAt(at);
  if (quote !== '"' && quote !== "'") return at + (matchAt(BARE_VALUE, html, at)?.[0].length ?? 0);
  const close = html.indexOf(quote, at + 1);
  return close < 0 ? null : close + 1;
}

/**
 * Reads the tag whose `<` stands at `open`, `style` and event attributes renamed to `data-style`,
 * `data-onclick` …. "none" where no tag begins there, "cut" where the page ends within it.
 */
export function readTag(html: string, open: number): HtmlTag | "none" | "cut" {
  const start = matchAt(TAG_START, html, open);
  if (!start) return "none";
  const [opening, slash = "", name = ""] = start;
  let text = opening;
  let at = open + opening.length;
  for (;;) {
    const end = matchAt(TAG_END, html, at);
    if (end) {
      return {
        name: name.toLowerCase(),
        isEnd: slash !== "",
        end: at + end[0].length,
        text: text + end[0],
      };
    }
    const attribute = matchAt(ATTRIBUTE_NAME, html, at);
    if (!attribute) return "cut";
    const [spaced, attributeName = ""] = attribute;
    const isActive = ACTIVE.test(attributeName);
    text += isActive ? ` data-${attributeName}` : spaced;
    at += spaced.length;
    const equals = matchAt(EQUALS, html, at);
    if (!equals) continue;
    const from = at;
    const close = endOfValue(html, at + equals[0].length);
    if (close === null) return "cut";
    text += html.slice(from, close);
    at = close;
  }
}
