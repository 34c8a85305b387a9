import fc from "fast-check";
import { trackEdit, type Tracking } from "#shared/changes/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { mergeStories } from "#shared/merge/index.ts";
import { anyEdits, anyPlainStory, EDITS, type AnyEdit } from "#tests/support/any-edits.ts";

/** Who edits, with ids that tell who and in which order. */
export function trackingBy(by: string, hint?: Tracking["hint"]): Tracking {
  made += 1;
  const edit = made;
  let nth = 0;
  return {
    by,
    at: "2026-11-22T09:14:03.000Z",
    newChangeId: () => `c_${by.slice(2)}_${String(edit)}_${String((nth += 1))}`,
    ...(hint ? { hint } : {}),
  };
}

let made = 0;

/** One edit and whose it is. */
export interface TrackedEdit {
  readonly by: string;
  readonly edit: AnyEdit;
}

/** A story with open changes of two people, and what it was. */
export interface TrackedStory {
  readonly start: StoryDocument;
  readonly tracked: StoryDocument;
}

/** Some edits of two people in turn. */
export function anyTrackedEdits(most = 8): fc.Arbitrary<readonly TrackedEdit[]> {
  return fc.array(fc.record({ by: fc.constantFrom("u_ana", "u_ben"), edit: anyEdits }), {
    minLength: 1,
    maxLength: most,
  });
}

/** Any story as edits of two people in turn left it, all of them tracked. */
export const anyTrackedStory: fc.Arbitrary<TrackedStory> = fc
  .tuple(anyPlainStory, anyTrackedEdits())
  .map(([start, edits]) => ({
    start,
    tracked: edits.reduce((story, { by, edit }) => trackEdit(story, edit(story), trackingBy(by)), start),
  }));

const anyEditsAndMoves = fc.array(fc.oneof(anyEdits, EDITS.moving), { minLength: 1, maxLength: 4 });

function suggested(start: StoryDocument, edits: readonly AnyEdit[], by: string): StoryDocument {
  return edits.reduce((story, edit) => trackEdit(story, edit(story), trackingBy(by)), start);
}

/** Any story that two people made suggestions in apart from each other, merged: both may have moved the same. */
export const anyMergedStory: fc.Arbitrary<StoryDocument> = fc
  .tuple(anyPlainStory, anyEditsAndMoves, anyEditsAndMoves)
  .map(([start, ana, ben]) => {
    const [mine, theirs] = [suggested(start, ana, "u_ana"), suggested(start, ben, "u_ben")];
    return mergeStories(start, mine, theirs).document;
  });
