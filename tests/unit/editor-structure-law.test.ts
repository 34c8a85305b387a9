import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import fc from "fast-check";
import {
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { describe, expect, it } from "vitest";
import { blockCommands } from "#renderer/editor/blocks/block-commands.ts";
import { storyDocumentSchema } from "#shared/document/document-schema.ts";
import { headline, paragraph, story, textBlock } from "#shared/document/builders.ts";
import { EMPTY_STORY, type StoryDocument } from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { headlessStory, type HeadlessStory } from "#tests/support/headless-story.ts";

type Step = (page: HeadlessStory) => void;

const pressed = (press: (page: HeadlessStory) => boolean): Step => {
  return (page) =>
    page.edit(() => {
      press(page);
    });
};

function fieldCount({ blocks }: StoryDocument): number {
  const fields = { photo: 3, unknown: 0 };
  return blocks.reduce(
    (sum, { kind }) => sum + (kind === "photo" || kind === "unknown" ? fields[kind] : 1),
    0,
  );
}

/** Selects from one place to another; counts are taken modulo the fields that there are. */
function selected(from: number, at: number, to: number, end: number): Step {
  return (page) => {
    const fields = fieldCount(page.document());
    if (fields > 0) page.select([from % fields, at], [to % fields, end]);
  };
}

const COMMAND_IDS = blockCommands(headlessStory(EMPTY_STORY).editor).map(({ id }) => id);

const CARET = /^(\d+)@(\d+)$/;

/** Backspace or Delete. Without a window there is no character to find, so the one beside the caret is selected first. */
function deleted(isBackward: boolean): Step {
  return (page) => {
    const [, field, offset] = CARET.exec(page.caret()) ?? [];
    const at = Number(offset);
    if (field !== undefined && page.isCaret() && (at > 0 || !isBackward)) {
      page.select([Number(field), at], [Number(field), isBackward ? at - 1 : at + 1]);
    }
    page.edit(() => {
      page.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward);
    });
  };
}

const KEYS: readonly Step[] = [
  pressed(({ editor }) => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)),
  pressed(({ editor }) => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)),
  deleted(true),
  deleted(false),
  pressed(({ editor }) => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "“New.” words")),
];

const undo: Step = ({ editor }) => {
  editor.dispatchCommand(UNDO_COMMAND, undefined);
};
const redo: Step = ({ editor }) => {
  editor.dispatchCommand(REDO_COMMAND, undefined);
};

const command = (id: string): Step =>
  pressed(({ editor }) => {
    const found = blockCommands(editor).find((one) => one.id === id);
    found?.run();
    return found !== undefined;
  });

const anyOffset = fc.nat(12);
const anyStep: fc.Arbitrary<readonly [name: string, step: Step]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(30), anyOffset)
      .map(
        ([field, at]) => [`caret ${String(field)}@${String(at)}`, selected(field, at, field, at)] as const,
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(30), anyOffset, fc.nat(30), anyOffset)
      .map((place) => [`select ${place.join(" ")}`, selected(...place)] as const),
  },
  {
    weight: 5,
    arbitrary: fc.nat(KEYS.length - 1).map((at) => [`key ${String(at)}`, KEYS[at] ?? undo] as const),
  },
  { weight: 6, arbitrary: fc.constantFrom(...COMMAND_IDS).map((id) => [id, command(id)] as const) },
  { weight: 1, arbitrary: fc.constant(["undo", undo] as const) },
  { weight: 1, arbitrary: fc.constant(["redo", redo] as const) },
);

const headlines = ({ blocks }: StoryDocument): number =>
  blocks.filter(({ kind }) => kind === "headline").length;

describe("whatever is done to the structure of a story", () => {
  it("leaves a story with single ids, at most one headline more than none, and a way back to the start", () => {
    fc.assert(
      fc.property(anyStory(1), fc.array(anyStep, { minLength: 20, maxLength: 60 }), (document, steps) => {
        fc.pre(fieldCount(document) > 0);
        const page = headlessStory(document);
        const history = createEmptyHistoryState();
        const stop = registerHistory(page.editor, history, 0);
        page.select([0, 0]);
        const start = page.document();
        const mostHeadlines = Math.max(1, headlines(start));
        for (const [name, step] of steps) {
          step(page);
          const now = page.document();
          const read = storyDocumentSchema.safeParse(now);
          expect(read.success ? [] : read.error.issues, name).toEqual([]);
          expect(now.blocks.length, name).toBeGreaterThan(0);
          expect(headlines(now), name).toBeLessThanOrEqual(mostHeadlines);
        }
        const end = page.document();
        expect(headlessStory(end).document()).toEqual(end);
        const done = history.undoStack.length;
        for (let back = 0; back < done; back += 1) undo(page);
        expect(page.document()).toEqual(start);
        for (let again = 0; again < done; again += 1) redo(page);
        expect(page.document()).toEqual(end);
        stop();
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each(COMMAND_IDS.filter((id) => id !== "block.into.listItem"))(
    "is one step of undo, right after typing too: %s",
    (id) => {
      const wordings = [[{ text: "Other wording" }]];
      const page = headlessStory(
        story(
          { ...headline("Printed wording"), alternates: wordings },
          textBlock("deck", "Deck"),
          textBlock("listItem", "One sentence. Another one."),
          paragraph("Last"),
        ),
      );
      const stop = registerHistory(page.editor, createEmptyHistoryState(), 60_000);
      page.select([0, "end"]);
      page.select([2, 4]);
      pressed(({ editor }) => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "typed"))(page);
      const before = page.document();
      command(id)(page);
      const after = page.document();
      expect(after).not.toEqual(before);
      undo(page);
      expect(page.document()).toEqual(before);
      redo(page);
      expect(page.document()).toEqual(after);
      stop();
    },
  );
});
