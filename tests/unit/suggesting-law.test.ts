import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import fc from "fast-check";
import {
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { expect, it } from "vitest";
import { blockCommands } from "#renderer/editor/blocks/block-commands.ts";
import { $passStruck } from "#renderer/editor/suggesting/struck-text.ts";
import { registerSuggesting } from "#renderer/editor/suggesting/track-updates.ts";
import { storyDocumentSchema } from "#shared/document/document-schema.ts";
import { finalView, newChangeId, originalView, type StoryDocument } from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { headlessStory, type HeadlessStory } from "#tests/support/headless-story.ts";

const BLOCK_COMMANDS = blockCommands(headlessStory({ schema: 2, blocks: [] }).editor).map(({ id }) => id);

function fieldCount({ blocks }: StoryDocument): number {
  const fields = { photo: 3, unknown: 0 };
  return blocks.reduce(
    (sum, { kind }) => sum + (kind === "photo" || kind === "unknown" ? fields[kind] : 1),
    0,
  );
}

type Step = (page: HeadlessStory) => void;

function selected(from: number, at: number, to: number, end: number): Step {
  return (page) => {
    const fields = fieldCount(page.document());
    if (fields > 0) page.select([from % fields, at], [to % fields, end]);
  };
}

function pressed(press: (page: HeadlessStory) => void): Step {
  return (page) => page.edit(() => press(page));
}

const CARET = /^(\d+)@(\d+)$/;

function deleted(isBackward: boolean): Step {
  return (page) => {
    page.edit(() => $passStruck(isBackward));
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

const KEYS: readonly (readonly [string, Step])[] = [
  ["enter", pressed(({ editor }) => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined))],
  ["line break", pressed(({ editor }) => void editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false))],
  ["backspace", deleted(true)],
  ["delete", deleted(false)],
  [
    "type",
    pressed(({ editor }) => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "new words")),
  ],
  ["letter", pressed(({ editor }) => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "x"))],
  ["bold", pressed(({ editor }) => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, "bold"))],
];

const command = (id: string): Step =>
  pressed(({ editor }) =>
    blockCommands(editor)
      .find((one) => one.id === id)
      ?.run(),
  );

const offset = fc.nat(12);
const anyStep: fc.Arbitrary<readonly [name: string, step: Step]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(30), offset)
      .map(
        ([field, at]) => [`caret ${String(field)}@${String(at)}`, selected(field, at, field, at)] as const,
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(30), offset, fc.nat(30), offset)
      .map((place) => [`select ${place.join(" ")}`, selected(...place)] as const),
  },
  { weight: 8, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 4, arbitrary: fc.constantFrom(...BLOCK_COMMANDS).map((id) => [id, command(id)] as const) },
);

/** A story without open changes: what two people then do to it makes every overlap there is. */
function settled(document: StoryDocument): StoryDocument {
  return finalView(document);
}

/** What prints of a story, block by block, without the ids of blocks. */
function read(document: StoryDocument): readonly unknown[] {
  return finalView(document).blocks.map(({ id: _id, ...block }) => block);
}

/** The same story with the same place selected, in an editor that tracks nothing. */
function twin(page: HeadlessStory): HeadlessStory {
  const plain = headlessStory(page.document());
  registerSuggesting(plain.editor, { by: () => null, now: () => "2026-11-28T11:00:00.000Z", newChangeId });
  page.selectIn(plain);
  return plain;
}

// A line break or Enter beside struck text still breaks the law in about one run of two: see docs/suggesting.md.
it.skipIf(!("STET_KNOWN_FAULTS" in process.env))(
  "not kept yet: keeps the original whatever is done, prints what the same edit gives, and undoes to the start exactly",
  () => {
    fc.assert(
      fc.property(
        anyStory(1).map(settled),
        fc.array(anyStep, { minLength: 1, maxLength: 30 }),
        (document, steps) => {
          fc.pre(fieldCount(document) > 0);
          const page = headlessStory(document);
          let by = "u_new";
          registerSuggesting(page.editor, {
            by: () => by,
            now: () => "2026-11-28T11:00:00.000Z",
            newChangeId,
          });
          const history = createEmptyHistoryState();
          const stop = registerHistory(page.editor, history, 0);
          page.select([0, 0]);
          const start = page.document();
          for (const [nth, [name, step]] of steps.entries()) {
            by = nth % 5 === 4 ? "u_ana" : "u_new";
            const plain = twin(page);
            step(plain);
            step(page);
            const now = page.document();
            expect(storyDocumentSchema.safeParse(now).error?.issues ?? [], name).toEqual([]);
            expect(originalView(now), name).toEqual(originalView(start));
            expect(read(now), name).toEqual(read(plain.document()));
          }
          const end = page.document();
          expect(headlessStory(end).document()).toEqual(end);
          const done = history.undoStack.length;
          for (let back = 0; back < done; back += 1) page.editor.dispatchCommand(UNDO_COMMAND, undefined);
          expect(page.document()).toEqual(start);
          stop();
        },
      ),
      { numRuns: Number(process.env["RUNS"] ?? 60), endOnFailure: process.env["RUNS"] !== undefined },
    );
  },
  120_000,
);
