import { isPageTitle } from "./headline.ts";
import { bylineFound, creditFound, judged, type Judgement } from "./judgement.ts";
import { isListItem } from "./list-item.ts";
import type { MarkedPassage } from "./marks.ts";
import { pullQuotes } from "./pull-quote.ts";
import { isTitleLike, startsQuoted } from "./shape.ts";
import { boxLength } from "./story-box.ts";
import { isSubhead } from "./subhead.ts";
import { readTagline } from "./tagline.ts";
import type { Top } from "./top.ts";

const READ_AHEAD = 5;

/** What the body needs to know of the rest. */
interface Surroundings {
  readonly passages: readonly MarkedPassage[];
  /** Where the body begins. */
  readonly from: number;
  /** The last passage that is told and no tagline: below it stand taglines and the foot of the page. */
  readonly last: number;
  readonly authors: readonly string[];
  readonly quotes: ReadonlySet<number>;
}

/** The last told passage that is no tagline; beyond the end where nothing is told, so that nothing counts as the foot of the page. */
function lastTold(passages: readonly MarkedPassage[], from: number, authors: readonly string[]): number {
  const end = passages.findIndex((passage, at) => at > from && passage.signOff?.what === "back");
  const until = end < 0 ? passages.length : end;
  for (let at = until - 1; at > from; at -= 1) {
    const passage = passages[at];
    if (passage?.isStory === true && readTagline(passage.text, authors) === null) return at;
  }
  return passages[from]?.isStory === true ? from : passages.length;
}

/** The next passage that is neither furniture nor a picture's caption: what the reader reads on with. */
function readsOn(passages: readonly MarkedPassage[], at: number): MarkedPassage | null {
  const next = passages.slice(at + 1, at + 1 + READ_AHEAD);
  return (
    next.find(({ furniture, cutline }) => furniture?.where !== "anywhere" && cutline?.sure !== true) ?? null
  );
}

function judgeSignOff({ signOff, header }: MarkedPassage, below: boolean): Judgement | null {
  if (below && header !== null) return judged("skip", header.reason);
  if (signOff === null || (signOff.what === "initials" && !below)) return null;
  return judged(signOff.what === "ornament" ? "endMark" : "skip", signOff.reason);
}

function judgeTagline(
  passage: MarkedPassage,
  at: number,
  { from, last, authors }: Surroundings,
): Judgement | null {
  const tagline = at > from ? readTagline(passage.text, authors) : null;
  if (tagline === null || (at <= last && !tagline.strong)) return null;
  return judged("tagline", tagline.reason);
}

function judgeCopy(at: number, around: Surroundings): Judgement {
  const { passages, from, quotes } = around;
  const passage = passages[at];
  const text = passage?.text ?? "";
  if (passage === undefined) return judged("paragraph", "a paragraph of the story");
  const { byline, cutline } = passage;
  if (byline !== null)
    return judged("byline", "begins as a byline and names nobody but its authors", bylineFound(byline));
  const closing = at > around.last ? judgeTagline(passage, at, around) : null;
  if (closing !== null) return closing;
  if (cutline?.sure === true) return judged("caption", cutline.reason, creditFound(cutline.credit));
  if (quotes.has(at))
    return judged(
      "pullQuote",
      startsQuoted(text)
        ? "a quotation that the story repeats or names the speaker of"
        : "names the speaker of the quotation above",
    );
  const tagline = judgeTagline(passage, at, around);
  if (tagline !== null) return tagline;
  if (isListItem(passages, at))
    return judged("listItem", "begins with a bullet or number, as the lines beside it do");
  const below = readsOn(passages, at);
  if (at > from && isSubhead(text, below?.isStory === true))
    return judged("subhead", "a short line above a paragraph");
  return judged("paragraph", "a paragraph of the story");
}

/** The judgements of every passage from the body on: the body of the story, its taglines and the foot of the page. */
export function judgeBody(
  passages: readonly MarkedPassage[],
  { body: from, headline }: Top,
  authors: readonly string[],
): readonly Judgement[] {
  const title = headline === null ? "" : (passages[headline]?.text ?? "");
  const around: Surroundings = {
    passages,
    from,
    last: lastTold(passages, from, authors),
    authors,
    quotes: pullQuotes(passages.map(({ text }, at) => (at < from ? "" : text))),
  };
  const judgements: Judgement[] = [];
  let notForPrint = false;
  let inFoot = false;
  let boxUntil = -1;
  for (let at = from; at < passages.length; at += 1) {
    const passage = passages[at];
    if (passage === undefined) break;
    const below = at > around.last;
    notForPrint ||= passage.signOff?.what === "back" && at > from;
    const furniture = furnitureAt(passage, below);
    if (furniture?.role === "box") boxUntil = at + boxLength(passages, at);
    inFoot ||= below && (furniture?.role === "box" || furniture?.role === "foot");
    if (notForPrint)
      judgements.push(judged("skip", "stands below the line that ends what is for publication"));
    else if (furniture !== null) judgements.push(judged("skip", furniture.reason));
    else if (isPageTitle(passage.text, title)) judgements.push(judged("skip", "repeats the headline"));
    else if (at <= boxUntil) judgements.push(judged("skip", "a title in a box of other stories"));
    else judgements.push(judgeSignOff(passage, below) ?? judgeFoot(passage, inFoot) ?? judgeCopy(at, around));
  }
  return judgements;
}

function furnitureAt({ furniture }: MarkedPassage, below: boolean): MarkedPassage["furniture"] {
  return furniture !== null && (furniture.where === "anywhere" || below) ? furniture : null;
}

/** A title below the page's foot has begun is not the story's; a sentence there is kept. */
function judgeFoot(passage: MarkedPassage, inFoot: boolean): Judgement | null {
  const isTitle =
    inFoot && !passage.isStory && isTitleLike(passage.text) && readTagline(passage.text, []) === null;
  return isTitle ? judged("skip", "stands among the titles and links below the story") : null;
}
