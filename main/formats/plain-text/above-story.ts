import { readBareByline } from "./byline.ts";
import { agencyFound, bylineFound, creditFound, judged, slugFound, type Judgement } from "./judgement.ts";
import type { MarkedPassage } from "./marks.ts";
import { isTitleLike, wordCount } from "./shape.ts";
import { readSourceLine } from "./source-line.ts";
import { goesOnFrom, type Top } from "./top.ts";

const MOST_DECKS = 3;
const LEAST_DECK_WORDS = 3;
const LEAST_PARAGRAPH_WORDS = 15;
const KEPT = judged("paragraph", "nothing shows that it is no part of the story");

/** What has been found on the way down to the passage that is judged. */
interface SoFar {
  readonly decks: number;
  readonly hasHeadline: boolean;
  readonly hasByline: boolean;
  /** The judgement of the passage above, and of the nearest one above that is not skipped. */
  readonly above: Judgement | null;
  readonly kept: Judgement | null;
}

function withNext(soFar: SoFar, judgement: Judgement): SoFar {
  return {
    decks: soFar.decks + (judgement.kind === "deck" ? 1 : 0),
    hasHeadline: soFar.hasHeadline || judgement.kind === "headline",
    hasByline: soFar.hasByline || judgement.kind === "byline",
    above: judgement,
    kept: judgement.kind === "skip" ? soFar.kept : judgement,
  };
}

/** What stands above the body of a story: masthead, header, headline, decks, captions, byline and source line. */
export function judgeAbove(passages: readonly MarkedPassage[], top: Top): readonly Judgement[] {
  const region = passages.slice(0, top.body);
  const isMail = region.filter(({ mail }) => mail === "field").length > 1;
  const bylineFollows = (passages[top.anchor]?.byline ?? null) !== null;
  const judgements: Judgement[] = [];
  let soFar: SoFar = { decks: 0, hasHeadline: false, hasByline: false, above: null, kept: null };
  for (const [at, passage] of region.entries()) {
    const furniture = at === top.headline ? null : judgeFurniture(passage, top.repeated.has(at), isMail);
    const judgement =
      furniture ?? judgeNames(passage, soFar, bylineFollows) ?? judgeTitle(passages, at, top, soFar);
    judgements.push(judgement);
    soFar = withNext(soFar, judgement);
  }
  return judgements;
}

function judgeFurniture(passage: MarkedPassage, isRepeated: boolean, isMail: boolean): Judgement | null {
  const { furniture, header, mail, signOff } = passage;
  if (isRepeated) return judged("skip", "repeats the headline");
  if (mail === "introduction") return judged("skip", "introduces the mail that follows");
  if (mail === "field" && isMail) return judged("skip", "a line of the mail's header");
  if (header !== null) return judged("skip", header.reason, slugFound(header.slug));
  const explained = furniture ?? signOff;
  return explained === null ? null : judged("skip", explained.reason);
}

function judgeNames(passage: MarkedPassage, soFar: SoFar, bylineFollows: boolean): Judgement | null {
  const { text, byline, cutline, isStory } = passage;
  if (byline !== null) {
    return judged("byline", "begins as a byline and names nobody but its authors", bylineFound(byline));
  }
  if (cutline !== null && (cutline.sure || !isStory)) {
    return judged("caption", cutline.reason, creditFound(cutline.credit));
  }
  const source = soFar.kept?.kind === "byline" ? readSourceLine(text) : null;
  if (source !== null) {
    return judged(
      "source",
      "stands under the byline and names an agency or a post",
      agencyFound(source.agency),
    );
  }
  const mayBeByline = soFar.hasHeadline && !soFar.hasByline && !bylineFollows;
  const bare = mayBeByline ? readBareByline(text) : null;
  return bare === null
    ? null
    : judged("byline", "names people between headline and story", bylineFound(bare));
}

function judgeTitle(passages: readonly MarkedPassage[], at: number, top: Top, soFar: SoFar): Judgement {
  const passage = passages[at];
  if (top.headline === null || passage === undefined) return KEPT;
  if (at === top.headline) return judged("headline", "the first title above the story");
  const { text, isStory, stretch } = passage;
  if (at < top.headline) {
    const isTold = isStory && wordCount(text) >= LEAST_PARAGRAPH_WORDS;
    return isTold
      ? judged("paragraph", "sentences above the headline")
      : judged("skip", "stands above the headline");
  }
  const before = passages[at - 1];
  const goesOn = before?.stretch === stretch && goesOnFrom(before.text, passage);
  if (goesOn && soFar.above?.kind === "headline") return judged("headline", "goes on from the line above");
  const isDeck = isStory || (isTitleLike(text) && wordCount(text) >= LEAST_DECK_WORDS);
  const mayBeDeck = isDeck && !soFar.hasByline && soFar.decks < MOST_DECKS;
  return mayBeDeck ? judged("deck", "stands between headline and story") : KEPT;
}
