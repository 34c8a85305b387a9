import fc from "fast-check";
import { $getRoot, $getSelection, $isRangeSelection } from "lexical";
import { describe, expect, it } from "vitest";
import { $isBlockNode } from "#renderer/editor/codec/blocks.ts";
import { $fieldsOf, type FieldNode } from "#renderer/editor/fields/field.ts";
import {
  $replaceVisible,
  $setVisible,
  $visibleOffset,
  $visibleText,
} from "#renderer/editor/fields/visible-text.ts";
import { linked, marked, paragraph, story } from "#shared/document/builders.ts";
import { finalText, hasRuns, type Run } from "#shared/document/index.ts";
import { anyRuns } from "#tests/support/any-story.ts";
import { headlessStory } from "#tests/support/headless-story.ts";

function $field(): FieldNode {
  const block = $getRoot().getFirstChild();
  const [field] = $isBlockNode(block) ? $fieldsOf(block) : [];
  if (!field) throw new Error("the story has no field");
  return field;
}

/** The runs after a stretch of their visible text was replaced, and where a caret in it went. */
function replaced(
  runs: readonly Run[],
  at: number,
  length: number,
  now: string,
  caret: number,
): { readonly runs: readonly Run[]; readonly caret: number | null } {
  const shown = headlessStory(story({ ...paragraph(""), runs }));
  shown.select([0, 0]);
  let stands: number | null = null;
  shown.edit(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) throw new Error("there is no caret");
    const visible = $visibleText($field());
    for (const point of [selection.anchor, selection.focus]) $setVisible(visible, point, caret);
    $replaceVisible(visible, { at, length, now }, selection);
    stands = $visibleOffset($visibleText($field()), selection.anchor);
  });
  const [block] = shown.document().blocks;
  return { runs: block && hasRuns(block) ? block.runs : [], caret: stands };
}

describe("Replacing a stretch of a field's visible text", () => {
  it("looks like what it replaces, over the edges of bold text and links", () => {
    const runs = [{ text: "see 1" }, marked("/", "bold"), linked("2 now", "https://example.org")];
    expect(replaced(runs, 4, 3, "½", 7)).toEqual({
      runs: [{ text: "see ½" }, linked(" now", "https://example.org")],
      caret: 5,
    });
  });

  it("passes over what is struck out", () => {
    const struck = { id: "c1", by: "u", at: "2026-11-22T09:00:00Z" } as const;
    const runs = [{ text: "a-" }, { text: "gone", deleted: struck }, { text: "-b" }];
    expect(replaced(runs, 1, 2, "—", 3)).toEqual({
      runs: [{ text: "a—" }, { text: "gone", deleted: struck }, { text: "b" }],
      caret: 2,
    });
  });

  it("puts what is new behind the text before it, and keeps the caret behind that", () => {
    expect(replaced([{ text: "Quoi?" }], 4, 0, "\u202F", 5)).toEqual({
      runs: [{ text: "Quoi\u202F?" }],
      caret: 6,
    });
  });

  it("changes the visible text there and nowhere else, whatever the runs", () => {
    const letters = anyRuns.map((runs) =>
      runs.map((run) => ({ ...run, text: run.text.replace(/[\n\t]/g, "x") })),
    );
    fc.assert(
      fc.property(letters, fc.nat(), fc.integer({ min: 1, max: 4 }), (runs, seed, length) => {
        const text = finalText(runs);
        fc.pre(text.length >= length);
        const at = seed % (text.length - length + 1);
        const now = "ab";
        const after = replaced(runs, at, length, now, text.length);
        fc.pre((text.slice(0, at) + now + text.slice(at + length)).isWellFormed());
        expect(finalText(after.runs)).toBe(text.slice(0, at) + now + text.slice(at + length));
        expect(after.caret).toBe(text.length + now.length - length);
      }),
      { numRuns: 150 },
    );
  });
});
