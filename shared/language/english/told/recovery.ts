import { amount } from "#shared/newsroom/amount.ts";

/** What came back of a story, and what did not. */
export interface StoryBack {
  readonly slug: string;
  /** Whole; whole but for paragraphs that could be made good; as the source has it; in part; or of another length than was counted. */
  readonly how: "whole" | "madeGood" | "asSource" | "inPart" | "otherLength";
  /** The time of the backup that it was filled from, in UTC; null for the damaged file. */
  readonly backupOf: string | null;
  readonly madeGood: number;
  readonly missing: number;
  readonly older: number;
  readonly spoilt: number;
  readonly isOrderLost: boolean;
  readonly areFactsLost: boolean;
  readonly areFactsSpoilt: boolean;
}

export interface OfTable {
  readonly count: number;
  readonly table: string;
}

function source(backupOf: string | null): string {
  return backupOf === null ? "the damaged file" : `the backup of ${backupOf}`;
}

function partsOf({ backupOf, missing, older, spoilt, isOrderLost, areFactsLost }: StoryBack): string {
  const [are, them] = older === 1 ? ["is", "it"] : ["are", "them"];
  const [spoiltAre, those] = spoilt === 1 ? ["is", "it"] : ["are", "them"];
  return [
    ...(missing > 0 ? [`${amount(missing, "paragraph")} could not be read anywhere`] : []),
    ...(older > 0 ? [`${amount(older, "paragraph")} ${are} as ${source(backupOf)} has ${them}`] : []),
    ...(spoilt > 0
      ? [
          `${amount(spoilt, "paragraph")} ${spoiltAre} not quite what was saved, and nobody has ${those} better: read ${those} through`,
        ]
      : []),
    ...(isOrderLost ? ["the order of its paragraphs was lost"] : []),
    ...(areFactsLost ? ["its facts were lost"] : []),
  ].join(", ");
}

const BACK: Readonly<Record<StoryBack["how"], (story: StoryBack) => string>> = {
  whole: () => "came back whole",
  madeGood: (story) => `came back whole: ${amount(story.madeGood, "spoilt paragraph")} could be made good`,
  asSource: (story) => `is as ${source(story.backupOf)} has it; newer text, if there was any, is lost`,
  inPart: (story) => `came back in part: ${partsOf(story)}`,
  otherLength: () => "came back, but its length is not what was counted when it was saved: read it through",
};

/** What is told of a damaged newsroom that was put together again. */
export const recovery = {
  storyBack: (story: StoryBack) =>
    `“${story.slug}” ${BACK[story.how](story)}${story.areFactsSpoilt ? "; its facts are not quite what was saved: look them through" : ""}.`,
  pagesUnread: ({ count, all }: { readonly count: number; readonly all: number }) =>
    `${amount(count, "page")} of the damaged file, which has ${String(all)}, could not be read, or not in full.`,
  rowsUnread: ({ count }: { readonly count: number }) =>
    `${amount(count, "row")} of the damaged file could not be read.`,
  logLost: ({ count, newestIfAny }: { readonly count: number; readonly newestIfAny: string | null }) =>
    `The log, which holds what was saved last, has lost ${amount(count, "page")}.${newestIfAny === null ? "" : ` The newest change that came back was saved on ${newestIfAny}; what was saved after it is lost.`}`,
  rowsSpoilt: ({ count, table }: OfTable) =>
    `${amount(count, "spoilt row")} of the table “${table}” left out.`,
  rowsAstray: ({ count, table }: OfTable) =>
    `${amount(count, "row")} of the table “${table}” belonged to what did not come back.`,
  revisionsLost: ({ count }: { readonly count: number }) =>
    `${amount(count, "revision")} lost a part and could not be brought back.`,
  readingBroke: ({ source: from, why }: { readonly source: "backup" | "damaged"; readonly why: string }) =>
    `Reading ${from === "backup" ? "the backup" : "the damaged file"} broke off: ${why}.`,
};
