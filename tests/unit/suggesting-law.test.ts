import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import fc from "fast-check";
import {
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { describe, expect, it } from "vitest";
import { blockCommands } from "#renderer/editor/blocks/block-commands.ts";
import { $passStruck } from "#renderer/editor/suggesting/struck-text.ts";
import { registerSuggesting } from "#renderer/editor/suggesting/track-updates.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import { storyDocumentSchema } from "#shared/document/document-schema.ts";
import {
  finalView,
  hasRuns,
  newChangeId,
  originalView,
  runsText,
  type Block,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { anyTrackedStory } from "#tests/support/tracked-edits.ts";
import { shownChanges } from "#tests/support/shown-changes.ts";
import { headlessStory, type HeadlessStory, type Place } from "#tests/support/headless-story.ts";

const BLOCK_COMMANDS = blockCommands(headlessStory({ schema: 2, blocks: [] }).editor).map(({ id }) => id);

type Step = (page: HeadlessStory) => void;

function fieldTexts({ blocks }: StoryDocument): readonly string[] {
  return blocks.flatMap((block) => {
    if (hasRuns(block)) return [runsText(block.runs)];
    return block.kind === "photo" ? [runsText(block.caption), runsText(block.credit), block.alt] : [];
  });
}

const isWithinSign = (text: string, at: number): boolean => /^[\uDC00-\uDFFF]/.test(text.slice(at));

/** A place that a caret can be at: none is within a sign of two units. */
function placeIn(page: HeadlessStory, field: number, at: number): Place {
  const text = fieldTexts(page.document())[field] ?? "";
  return [field, isWithinSign(text, at) ? at - 1 : at];
}

function selected(from: number, at: number, to: number, end: number): Step {
  return (page) => {
    const fields = fieldTexts(page.document()).length;
    if (fields > 0) page.select(placeIn(page, from % fields, at), placeIn(page, to % fields, end));
  };
}

function pressed(press: (page: HeadlessStory) => void): Step {
  return (page) => page.edit(() => press(page));
}

const CARET = /^(\d+)@(\d+)$/;

function deleted(isBackward: boolean): Step {
  return (page) => {
    page.edit(() => $passStruck(isBackward));
    const [, field, offset] = CARET.exec(page.caret())?.map(Number) ?? [];
    if (field !== undefined && offset !== undefined && page.isCaret() && (offset > 0 || !isBackward)) {
      const text = fieldTexts(page.document())[field] ?? "";
      const beside = isBackward ? offset - 1 : offset + 1;
      const isSplit = isWithinSign(text, beside);
      page.select([field, offset], [field, isSplit ? beside + (isBackward ? -1 : 1) : beside]);
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

/** A story of whatever there can be without open changes, or one with open changes of two people. */
const anyStart: fc.Arbitrary<StoryDocument> = fc.oneof(
  { weight: 2, arbitrary: anyStory(1).map(finalView) },
  { weight: 1, arbitrary: anyTrackedStory.map(({ tracked }) => tracked) },
);

/** What prints of a story, block by block, without the ids of blocks. */
function read(document: StoryDocument): readonly unknown[] {
  return finalView(document).blocks.map(({ id: _id, ...block }) =>
    block.kind === "unknown" ? { kind: block.kind, raw: { ...block.raw, id: null } } : block,
  );
}

const NOW = "2026-11-28T11:00:00.000Z";

/**
 * The same story with the same place selected, in an editor that tracks nothing. It begins with the
 * very nodes of the page: where the document has one link, the page may have two that the caret is
 * between, and a letter typed there is in neither.
 */
function untracked(page: HeadlessStory): HeadlessStory {
  const plain = page.twin();
  registerSuggesting(plain.editor, { by: () => null, now: () => NOW, newChangeId });
  return plain;
}

/** A story in which `by` suggests whatever is done. */
function suggesting(document: StoryDocument, by: () => string): HeadlessStory {
  const page = headlessStory(document);
  registerSuggesting(page.editor, { by, now: () => NOW, newChangeId });
  return page;
}

/** A paragraph; words in brackets are struck out. */
function line(id: string, text: string): Block {
  const runs = text.split(/(\[[^\]]*\])/u).flatMap((part): readonly Run[] => {
    if (part === "") return [];
    if (!part.startsWith("[")) return [{ text: part }];
    return [{ text: part.slice(1, -1), deleted: { id: "c_1", by: "u_ben", at: NOW } }];
  });
  return { id, kind: "paragraph", runs };
}

const LINE_BREAK = pressed(({ editor }) => void editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false));
const LETTER = pressed(({ editor }) => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "w"));

describe("beside struck text", () => {
  it("a line break prints, whether or not it is suggested", () => {
    const page = suggesting(story(line("b_1", "One [two] three")), () => "u_ana");
    const plain = untracked(page);
    for (const one of [page, plain]) {
      one.select([0, 7]);
      LINE_BREAK(one);
    }
    expect(shownChanges(page.document())).toBe("b_1 paragraph: One [b-two]{a+\n} three");
    expect(shownChanges(plain.document())).toBe("b_1 paragraph: One [b-two]\n three");
  });

  it("a letter typed over a selection of two blocks prints, though what is left there has that letter", () => {
    const page = suggesting(story(line("b_1", "One [new words]"), line("b_2", "Two")), () => "u_ana");
    const plain = untracked(page);
    for (const one of [page, plain]) {
      one.select([0, 8], [1, 0]);
      LETTER(one);
    }
    expect(shownChanges(page.document())).toBe(
      "b_1 paragraph: One [b-new words]{a+w}\nb_2 paragraph -a: Two",
    );
    expect(shownChanges(plain.document())).toBe("b_1 paragraph: One [b-new ]wTwo");
  });

  it("a letter typed over the end of a struck link prints, and is no part of the link", () => {
    const deleted = { id: "c_1", by: "u_ben", at: NOW };
    const linked: Run = { text: "new words", link: { href: "https://example.org" }, deleted };
    const plain = untracked(headlessStory(story({ ...paragraph(""), runs: [linked] }, line("b_2", "Two"))));
    plain.select([0, 4], [1, 0]);
    LETTER(plain);
    const [block] = plain.document().blocks;
    expect(block).toMatchObject({ runs: [{ ...linked, text: "new " }, { text: "wTwo" }] });
  });

  it("struck text that is joined to more of it stays struck where nothing is suggested", () => {
    const plain = untracked(headlessStory(story(line("b_1", "One[ two]"), line("b_2", "[three] four"))));
    plain.select([1, 0]);
    plain.edit(() => void plain.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
    expect(shownChanges(plain.document())).toBe("b_1 paragraph: One[b- twothree] four");
  });
});

it("keeps the original whatever is done, prints what the same edit gives, and undoes to the start exactly", () => {
  fc.assert(
    fc.property(anyStart, fc.array(anyStep, { minLength: 1, maxLength: 30 }), (document, steps) => {
      fc.pre(fieldTexts(document).length > 0);
      let by = "u_new";
      const page = suggesting(document, () => by);
      const history = createEmptyHistoryState();
      const stop = registerHistory(page.editor, history, 0);
      page.select([0, 0]);
      const start = page.document();
      for (const [nth, [name, step]] of steps.entries()) {
        by = nth % 5 === 4 ? "u_ana" : "u_new";
        const plain = untracked(page);
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
      const again = history.redoStack.length;
      for (let on = 0; on < again; on += 1) page.editor.dispatchCommand(REDO_COMMAND, undefined);
      expect(page.document()).toEqual(end);
      stop();
    }),
    { numRuns: Number(process.env["RUNS"] ?? 400), endOnFailure: process.env["RUNS"] !== undefined },
  );
}, 120_000);
