import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trackEdit } from "#shared/changes/index.ts";
import {
  finalView,
  originalView,
  parseStory,
  storyToStore,
  type StoryDocument,
} from "#shared/document/index.ts";
import { anyEdits, anyPlainStory, type AnyEdit } from "#tests/support/any-edits.ts";

let made = 0;
const tracking = (by: string) => ({ by, at: "2026-11-22T09:14:03.000Z", newChangeId: () => `c_${String((made += 1))}` });

interface Step {
  readonly by: string;
  readonly edit: AnyEdit;
}

const anyStep: fc.Arbitrary<Step> = fc.record({ by: fc.constantFrom("u_ana", "u_ben"), edit: anyEdits });

describe("one edit", () => {
  it("keeps both views", () => {
    fc.assert(
      fc.property(anyPlainStory, fc.array(anyStep, { minLength: 1, maxLength: 12 }), (start, steps) => {
        let now: StoryDocument = start;
        for (const { by, edit } of steps) {
          const after = edit(now);
          const next = trackEdit(now, after, tracking(by));
          expect(finalView(next)).toEqual(finalView(after));
          expect(originalView(next)).toEqual(originalView(start));
          const read = parseStory(JSON.parse(JSON.stringify(storyToStore(next))));
          expect(read.ok && read.value).toEqual(next);
          now = next;
        }
      }),
      { numRuns: 2000 },
    );
  }, 120_000);
});
