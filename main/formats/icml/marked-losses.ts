import { changesOf, type ChangeKind } from "#shared/changes/changes-of.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { counted } from "../losses.ts";
import { markedPhotoName, markupRuns } from "../marked-up/losses.ts";

const UNTRACKED: readonly (readonly [ChangeKind, string])[] = [
  ["format", "of formatting"],
  ["kind", "of what a paragraph is"],
];

function untracked(markup: StoryDocument): readonly string[] {
  const changes = changesOf(markup);
  return UNTRACKED.flatMap(([kind, what]) => {
    const count = changes.filter(({ kinds }) => kinds.includes(kind)).length;
    if (count === 0) return [];
    return [`InCopy does not track changes ${what}: ${counted(count, "change")} shown as it is now.`];
  });
}

function moves(markup: StoryDocument): readonly string[] {
  const count = changesOf(markup).filter(({ kinds }) => kinds.includes("move")).length;
  if (count === 0) return [];
  return [`${counted(count, "move")} shown as text that was struck out in one place and put in at another.`];
}

function passing(markup: StoryDocument): readonly string[] {
  const count = markupRuns(markup).filter(({ inserted, deleted }) => inserted && deleted).length;
  if (count === 0) return [];
  return [`Text that one person put in and another struck out is left out, in ${counted(count, "place")}.`];
}

function struckLinks(markup: StoryDocument): readonly string[] {
  const count = markupRuns(markup).filter(({ link, deleted }) => link && deleted).length;
  return count === 0 ? [] : [`Struck-out text has no link, in ${counted(count, "place")}.`];
}

function pictures({ blocks }: StoryDocument): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "photo" || block.tracked?.deleted) return [];
    if (!block.tracked?.inserted && !block.tracked?.moves) return [];
    const what = block.tracked.inserted ? "put in" : "moved";
    return [
      `That ${markedPhotoName(block).replace(/^The/u, "the").replace(/^A/u, "a")} was ${what} is not written as a change; of its caption and credit it is.`,
    ];
  });
}

/** What InCopy cannot show of open changes, beside what no format can. */
export function icmlMarkupLosses(markup: StoryDocument): readonly string[] {
  return [
    ...untracked(markup),
    ...moves(markup),
    ...passing(markup),
    ...struckLinks(markup),
    ...pictures(markup),
  ];
}
