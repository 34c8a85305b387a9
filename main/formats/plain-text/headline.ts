import { foldText } from "#shared/newsroom/index.ts";
import { isAgencyName } from "#shared/newsroom/agency-names.ts";
import { isInCapitals, isTitleLike, wordCount } from "./shape.ts";

const SITE_SEPARATOR = /\s*[|–—·•»:]\s*|\s+-\s+/u;
const LEAST_TITLE = 12;
const LONGEST_SITE = 50;
const LONGEST_LABEL_WORDS = 2;

/** True where a line calls a story out: a title of three words or more that is no paper's name. */
export function isHeadlineLike(text: string): boolean {
  return isTitleLike(text) && wordCount(text) > LONGEST_LABEL_WORDS && !isAgencyName(text);
}

/** True for a line of a word or two in capitals, or a paper's name: what stands above a headline. */
export function isLabel(text: string): boolean {
  return wordCount(text) <= LONGEST_LABEL_WORDS && (isInCapitals(text) || isAgencyName(text));
}

/** True where `title` is the headline with the site's name behind or before it: `Headline - Site`, `Site | Headline`. */
export function isPageTitle(title: string, headline: string): boolean {
  if (
    headline.length < LEAST_TITLE ||
    title.length <= headline.length ||
    title.length > headline.length + LONGEST_SITE
  )
    return false;
  const whole = foldText(title);
  const part = foldText(headline);
  const before = whole.slice(0, whole.length - part.length);
  const after = whole.slice(part.length);
  return (
    (whole.startsWith(part) && new RegExp(`^(?:${SITE_SEPARATOR.source})`, "u").test(after)) ||
    (whole.endsWith(part) && new RegExp(`(?:${SITE_SEPARATOR.source})$`, "u").test(before))
  );
}

/** The passages that only repeat a headline below or above them: the page's title, a crumb, a second copy of it. */
export function repeatedTitles(
  titles: readonly { readonly at: number; readonly text: string }[],
): ReadonlySet<number> {
  const repeated = new Set<number>();
  for (const [order, title] of titles.entries()) {
    const isRepeat = titles.some(
      (other, otherOrder) =>
        otherOrder !== order &&
        (isPageTitle(title.text, other.text) ||
          (otherOrder > order &&
            title.text.length >= LEAST_TITLE &&
            foldText(title.text) === foldText(other.text))),
    );
    if (isRepeat) repeated.add(title.at);
  }
  return repeated;
}
