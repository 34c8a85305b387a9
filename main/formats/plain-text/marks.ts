import type { BylineFacts } from "#shared/document/index.ts";
import { splitDateline, type DatelineSplit } from "#shared/newsroom/index.ts";
import { agencyHeader, type AgencyHeader } from "./agency-header.ts";
import { readLedByline } from "./byline.ts";
import { readCutline, type Cutline } from "./cutline.ts";
import { isHeadlineLike } from "./headline.ts";
import { introducesMail, isMailField } from "./mail-header.ts";
import { pageFurniture, type Furniture } from "./page-furniture.ts";
import type { Passage } from "./passages.ts";
import { isProse, startsQuoted } from "./shape.ts";
import { signOff, type SignOff } from "./sign-off.ts";

/** A passage with everything that its own words may mean. What it is depends on where it stands. */
export interface MarkedPassage extends Passage {
  readonly furniture: Furniture | null;
  readonly header: AgencyHeader | null;
  readonly mail: "field" | "introduction" | null;
  readonly signOff: SignOff | null;
  readonly byline: BylineFacts | null;
  readonly cutline: Cutline | null;
  readonly dateline: DatelineSplit | null;
  /** A sentence or more that nothing else explains: it can only be the story. */
  readonly isStory: boolean;
}

const LONGEST_CAPTION = 300;
const LONGEST_CAPTION_BETWEEN = 160;
const CAPTION_ABOVE: Cutline = {
  reason: "stands above a photo's credit",
  credit: null,
  creditAlone: false,
  sure: true,
};

/** True where nothing in the words says that a passage is anything but story, headline or deck. */
export function isUnexplained(passage: MarkedPassage): boolean {
  const { furniture, header, mail, signOff, byline, cutline } = passage;
  return (furniture ?? header ?? mail ?? signOff ?? byline ?? cutline) === null;
}

function markPassage(passage: Passage): MarkedPassage {
  const { text } = passage;
  const byline = readLedByline(text);
  const alone: MarkedPassage = {
    ...passage,
    furniture: pageFurniture(text),
    header: agencyHeader(text),
    mail: introducesMail(text) ? "introduction" : isMailField(text) ? "field" : null,
    signOff: signOff(text),
    byline,
    cutline: byline === null ? readCutline(text) : null,
    dateline: splitDateline(text),
    isStory: false,
  };
  const told = alone.dateline?.certainty === "sure" || isProse(text);
  const mayBeStory = isUnexplained({ ...alone, cutline: null }) && alone.cutline?.sure !== true;
  return { ...alone, isStory: told && mayBeStory };
}

/**
 * True where the passage above a credit that stands alone is its caption. Above the story that is
 * any sentence; within it only one that is set apart together with its credit.
 */
function isCaptionAbove(
  passages: readonly MarkedPassage[],
  at: number,
  inStory: boolean,
  titled: boolean,
): boolean {
  const [before, passage, credit, after] = [
    passages[at - 1],
    passages[at],
    passages[at + 1],
    passages[at + 2],
  ];
  if (passage === undefined || credit?.cutline?.creditAlone !== true) return false;
  if (!isUnexplained(passage) || passage.text.length > LONGEST_CAPTION || startsQuoted(passage.text))
    return false;
  if (!inStory) return passage.isStory || titled;
  const close = passage.stretch === credit.stretch;
  const apart = before?.stretch !== passage.stretch && after?.stretch !== credit.stretch;
  const oneStretch = before?.stretch === passage.stretch && after?.stretch === credit.stretch;
  return close && (apart || (oneStretch && passage.text.length <= LONGEST_CAPTION_BETWEEN));
}

/** Reads every passage by itself, and captions by the credit under them. */
export function markPassages(passages: readonly Passage[]): readonly MarkedPassage[] {
  const alone = passages.map(markPassage);
  let inStory = false;
  let titled = false;
  return alone.map((passage, at) => {
    if (isCaptionAbove(alone, at, inStory, titled))
      return { ...passage, cutline: CAPTION_ABOVE, isStory: false };
    inStory ||= passage.isStory;
    titled ||= isUnexplained(passage) && isHeadlineLike(passage.text);
    return passage;
  });
}
