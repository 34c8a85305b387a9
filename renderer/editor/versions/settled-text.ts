import type { SettleHow } from "#shared/contract/index.ts";
import { blockText, diffDocuments, type DocumentPatch, type StoryDocument } from "#shared/document/index.ts";
import { mergeStories, type MergeConflict } from "#shared/merge/index.ts";
import type { Choice, MergedTwice, OtherVersion } from "./story-versions.ts";

/** The texts that a choice is made between. */
export interface Texts {
  readonly here: OtherVersion["here"];
  /** On the page of this window; wholly committed. */
  readonly mine: StoryDocument;
  /** What the story holds, and what the branch does: one of both is `mine`. */
  readonly story: StoryDocument;
  readonly branch: StoryDocument;
  /** Where the two parted. */
  readonly fork: StoryDocument;
}

/** What a choice comes to. */
export interface SettledText {
  readonly how: SettleHow;
  /** The story's text from now on. */
  readonly stands: StoryDocument;
  /** The edit of the story that makes it so, for a merge. */
  readonly patch: DocumentPatch | null;
  readonly keptTwice: readonly MergedTwice[];
}

const HEAD_LENGTH = 60;

function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= HEAD_LENGTH ? line : `${line.slice(0, HEAD_LENGTH).replace(/ \S*$/, "")}…`;
}

function twice(conflict: MergeConflict): readonly MergedTwice[] {
  switch (conflict.kind) {
    case "bothChanged":
      return [{ block: conflict.ours.id, text: firstWords(blockText(conflict.ours)) }];
    case "deletedAndChanged":
      return [{ block: conflict.kept.id, text: firstWords(blockText(conflict.kept)) }];
    default:
      return [];
  }
}

/** Works out what a person's choice makes of two texts. */
export function settledText(choice: Choice, { here, mine, story, branch, fork }: Texts): SettledText {
  if (choice === "merge") {
    const merged = mergeStories(fork, mine, here === "story" ? branch : story);
    return {
      how: "merged",
      stands: merged.document,
      patch: diffDocuments(story, merged.document),
      keptTwice: merged.conflicts.flatMap(twice),
    };
  }
  const keepsStory = (choice === "mine") === (here === "story");
  return {
    how: keepsStory ? "mine" : "theirs",
    stands: keepsStory ? story : branch,
    patch: null,
    keptTwice: [],
  };
}

/** A text that stands now, with what was typed on the page since `before`. */
export function withTypedSince(
  before: StoryDocument,
  stands: StoryDocument,
  typed: StoryDocument,
): StoryDocument {
  return mergeStories(before, stands, typed).document;
}
