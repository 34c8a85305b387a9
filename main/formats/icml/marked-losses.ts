import { changesOf, type ChangeKind } from "#shared/changes/changes-of.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { markedPhotoWords, markupRuns } from "../marked-up/losses.ts";
import { told, type Told } from "#shared/language/told.ts";

const UNTRACKED: readonly (readonly [ChangeKind, "incopyFormats" | "incopyKinds"])[] = [
  ["format", "incopyFormats"],
  ["kind", "incopyKinds"],
];

function untracked(markup: StoryDocument): readonly Told[] {
  const changes = changesOf(markup);
  return UNTRACKED.flatMap(([kind, what]) => {
    const count = changes.filter(({ kinds }) => kinds.includes(kind)).length;
    return count === 0 ? [] : [told(what, { count })];
  });
}

function moves(markup: StoryDocument): readonly Told[] {
  const count = changesOf(markup).filter(({ kinds }) => kinds.includes("move")).length;
  return count === 0 ? [] : [told("incopyMoves", { count })];
}

function passing(markup: StoryDocument): readonly Told[] {
  const count = markupRuns(markup).filter(({ inserted, deleted }) => inserted && deleted).length;
  return count === 0 ? [] : [told("incopyPassing", { count })];
}

function struckLinks(markup: StoryDocument): readonly Told[] {
  const count = markupRuns(markup).filter(({ link, deleted }) => link && deleted).length;
  return count === 0 ? [] : [told("incopyStruckLinks", { count })];
}

function pictures({ blocks }: StoryDocument): readonly Told[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "photo" || block.tracked?.deleted) return [];
    if (!block.tracked?.inserted && !block.tracked?.moves) return [];
    const name = block.tracked.inserted ? "incopyPicturePutIn" : "incopyPictureMoved";
    return [told(name, { photo: markedPhotoWords(block) })];
  });
}

/** What InCopy cannot show of open changes, beside what no format can. */
export function icmlMarkupLosses(markup: StoryDocument): readonly Told[] {
  return [
    ...untracked(markup),
    ...moves(markup),
    ...passing(markup),
    ...struckLinks(markup),
    ...pictures(markup),
  ];
}
