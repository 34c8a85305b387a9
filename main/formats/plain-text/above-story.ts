import { readBareByline } from "./byline.ts";
import { bylineFound, creditFound, judged, type Judgement } from "./judgement.ts";
import type { MarkedPassage } from "./marks.ts";
import { isTitleLike, wordCount } from "./shape.ts";
import { readSourceLine } from "./source-line.ts";
import { goesOnFrom, type Top } from "./top.ts";

const MOST_DECKS = 3;
const LEAST_DECK_WORDS = 3;
const LEAST_PARAGRAPH_WORDS = 15;

/** What stands above the body of a story: masthead, header, headline, decks, captions, byline and source line. */
export function judgeAbove(passages: readonly MarkedPassage[], top: Top): readonly Judgement[] {
  const judgements: Judgement[] = [];
  const isMail = passages.slice(0, top.body).filter(({ mail }) => mail === "field").length > 1;
  let decks = 0;
  let bylineSeen = false;
  for (const [at, passage] of passages.slice(0, top.body).entries()) {
    const judgement =
      judgeFurniture(passage, at, top, isMail) ??
      judgeNames(passage, judgements, bylineSeen || (passages[top.anchor]?.byline ?? null) !== null) ??
      judgeTitle(passages, at, top, judgements, decks);
    if (judgement.kind === "deck") decks += 1;
    if (judgement.kind === "byline") bylineSeen = true;
    judgements.push(judgement);
  }
  return judgements;
}

function judgeFurniture(passage: MarkedPassage, at: number, top: Top, isMail: boolean): Judgement | null {
  if (at === top.headline) return null;
  if (top.repeated.has(at)) return judged("skip", "repeats the headline");
  const { furniture, header, mail, signOff } = passage;
  if (mail === "introduction") return judged("skip", "introduces the mail that follows");
  if (mail === "field" && isMail) return judged("skip", "a line of the mail's header");
  if (header !== null)
    return judged("skip", header.reason, header.slug === null ? [] : [{ label: "slug", value: header.slug }]);
  if (furniture !== null) return judged("skip", furniture.reason);
  if (signOff !== null) return judged("skip", signOff.reason);
  return null;
}

function judgeNames(
  passage: MarkedPassage,
  above: readonly Judgement[],
  hasByline: boolean,
): Judgement | null {
  const { text, byline, cutline } = passage;
  if (byline !== null)
    return judged("byline", "begins as a byline and names nobody but its authors", bylineFound(byline));
  if (cutline !== null && (cutline.sure || !passage.isStory))
    return judged("caption", cutline.reason, creditFound(cutline.credit));
  const headed = above.some(({ kind }) => kind === "headline");
  const last = above.findLast(({ kind }) => kind !== "skip");
  if (last?.kind === "byline") {
    const source = readSourceLine(text);
    const agency = source?.agency ?? null;
    if (source !== null)
      return judged(
        "source",
        "stands under the byline and names an agency or a post",
        agency === null ? [] : [{ label: "agency", value: agency }],
      );
  }
  const bare = headed && !hasByline ? readBareByline(text) : null;
  return bare === null
    ? null
    : judged("byline", "names people between headline and story", bylineFound(bare));
}

function judgeTitle(
  passages: readonly MarkedPassage[],
  at: number,
  top: Top,
  above: readonly Judgement[],
  decks: number,
): Judgement {
  const passage = passages[at];
  const text = passage?.text ?? "";
  if (top.headline === null || passage === undefined)
    return judged("paragraph", "nothing shows that it is no part of the story");
  if (at === top.headline) return judged("headline", "the first title above the story");
  if (at < top.headline) {
    const isTold = passage.isStory && wordCount(text) >= LEAST_PARAGRAPH_WORDS;
    return isTold
      ? judged("paragraph", "sentences above the headline")
      : judged("skip", "stands above the headline");
  }
  const before = passages[at - 1];
  const goesOn = before?.stretch === passage.stretch && goesOnFrom(before.text, passage);
  if (goesOn && above.at(-1)?.kind === "headline") return judged("headline", "goes on from the line above");
  const underByline = above.some(({ kind }) => kind === "byline");
  const isDeck = passage.isStory || (isTitleLike(text) && wordCount(text) >= LEAST_DECK_WORDS);
  if (!underByline && isDeck && decks < MOST_DECKS)
    return judged("deck", "stands between headline and story");
  return judged("paragraph", "nothing shows that it is no part of the story");
}
