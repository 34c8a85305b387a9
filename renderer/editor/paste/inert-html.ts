const STYLE_SHEETS = /<style\b[\s\S]*?<\/style\s*>/gi;
const TAGS = /<[a-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const ACTIVE_ATTRIBUTES = /\s(style|on[a-z]+)\s*=/gi;

/** Where the `style` of an element of pasted HTML stands after {@link inertHtml}. */
export const PASTED_STYLE = "data-style";

/**
 * The same HTML with nothing in it that a browser would apply or run: style sheets are gone, and
 * `style` and event attributes are renamed to `data-style`, `data-onclick` …. The page's policy
 * forbids them anyway; so nobody has to be told that it did.
 */
export function inertHtml(html: string): string {
  return html.replace(STYLE_SHEETS, "").replace(TAGS, (tag) => tag.replace(ACTIVE_ATTRIBUTES, " data-$1="));
}
