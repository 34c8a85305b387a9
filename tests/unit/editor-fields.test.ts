import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import {
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
} from "lexical";
import { describe, expect, it } from "vitest";
import { blockCommands } from "#renderer/editor/blocks/block-commands.ts";
import { withFirstFields } from "#renderer/editor/blocks/new-story.ts";
import { $caretPlace, $restoreCaret, type CaretPlace } from "#renderer/editor/place/place.ts";
import { $insertBlocks } from "#renderer/editor/paste/insert-blocks.ts";
import { $copiedBlocks } from "#renderer/editor/paste/copied-blocks.ts";
import { $selectedParts } from "#renderer/editor/counts/selected-parts.ts";
import {
  byline,
  headline,
  linked,
  marked,
  paragraph,
  photo,
  story,
  textBlock,
} from "#shared/document/builders.ts";
import {
  finalBlock,
  finalView,
  lengthOf,
  NO_PICTURE,
  type Block,
  type StoryDocument,
} from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { headlessStory, type HeadlessStory } from "#tests/support/headless-story.ts";

const UNKNOWN: Block = { id: "b_new", kind: "unknown", raw: { id: "b_new", kind: "scoreTable", rows: [1] } };

/** How many fields a caret can stand in: one for a line of text, three for a photo. */
function fieldCount({ blocks }: StoryDocument): number {
  const fields = { unknown: 0, photo: 3, text: 1 };
  return blocks.reduce(
    (sum, block) =>
      sum + (block.kind === "unknown" || block.kind === "photo" ? fields[block.kind] : fields.text),
    0,
  );
}

function press<Payload>(page: HeadlessStory, command: LexicalCommand<Payload>, payload: Payload): void {
  page.edit(() => {
    page.editor.dispatchCommand(command, payload);
  });
}

const enter = (page: HeadlessStory): void => press(page, INSERT_PARAGRAPH_COMMAND, undefined);
const backspace = (page: HeadlessStory): void => press(page, DELETE_CHARACTER_COMMAND, true);
const forward = (page: HeadlessStory): void => press(page, DELETE_CHARACTER_COMMAND, false);
const type = (page: HeadlessStory, text: string): void =>
  press(page, CONTROLLED_TEXT_INSERTION_COMMAND, text);

function run(page: HeadlessStory, id: string): void {
  page.edit(() =>
    blockCommands(page.editor)
      .find((command) => command.id === id)
      ?.run(),
  );
}

const fieldsOfAStory = (): HeadlessStory =>
  headlessStory(
    story(
      headline("H"),
      textBlock("deck", "D"),
      byline([], null, "By B"),
      photo(NO_PICTURE, "C", "K", "A"),
      paragraph("Words here"),
    ),
  );

const storyWithPhoto = (): HeadlessStory =>
  headlessStory(
    story(
      headline("Head"),
      paragraph("first one"),
      photo(NO_PICTURE, "Caption", "Credit", "Alt"),
      UNKNOWN,
      paragraph("last one"),
    ),
  );

function copied(desk: HeadlessStory): readonly Block[] {
  return desk.editor.read($copiedBlocks);
}

const bare = ({ id: _id, tracked: _tracked, ...block }: Block): unknown =>
  block.kind === "unknown" ? "unknown" : block;

describe("a new story", () => {
  it("begins with a headline, a byline and a paragraph to write in", () => {
    const page = headlessStory(withFirstFields(story()));
    expect(page.lines()).toEqual(["headline: ", "byline: ", "paragraph: "]);
  });
});

describe("Enter", () => {
  it("goes from the headline through every field to the first paragraph and breaks none", () => {
    const desk = fieldsOfAStory();
    desk.select([0, 1]);
    const visited = Array.from({ length: 6 }, () => {
      enter(desk);
      return desk.caret();
    });
    expect(visited).toEqual(["1@1", "2@4", "3@0", "4@0", "5@0", "6@0"]);
    expect(desk.lines()).toHaveLength(5);
  });

  it("makes a paragraph where a field is the last of the story", () => {
    const desk = headlessStory(story(headline("H")));
    desk.select([0, "end"]);
    enter(desk);
    type(desk, "X");
    expect(desk.lines()).toEqual(["headline: H", "paragraph: X"]);
  });

  it("parts a paragraph where the caret is, marks and links with it", () => {
    const block = paragraph(["one ", marked("bold", "bold"), linked("link", "https://example.org/")]);
    const desk = headlessStory(story(block));
    desk.select([0, 6]);
    enter(desk);
    const [first, second] = desk.document().blocks;
    expect(first).toEqual({ ...block, runs: [{ text: "one " }, { text: "bo", marks: ["bold"] }] });
    expect(second).toMatchObject({
      kind: "paragraph",
      runs: [
        { text: "ld", marks: ["bold"] },
        { text: "link", link: { href: "https://example.org/" } },
      ],
    });
    expect(second?.id).not.toBe(first?.id);
  });

  it("at the start of a paragraph makes room before it and leaves the paragraph its id", () => {
    const block = paragraph("one");
    const desk = headlessStory(story(block));
    desk.select([0, 0]);
    enter(desk);
    expect(desk.lines()).toEqual(["paragraph: ", "paragraph: one"]);
    expect(desk.document().blocks[1]).toEqual(block);
    expect(desk.caret()).toBe("1@0");
  });

  it.each([
    ["a list item", "listItem", "listItem"],
    ["a fact box", "factBox", "factBox"],
    ["a subhead", "subhead", "paragraph"],
    ["a pull quote", "pullQuote", "paragraph"],
  ] as const)("at the end of %s goes on with the right kind", (_name, kind, next) => {
    const desk = headlessStory(story(textBlock(kind, "x")));
    desk.select([0, "end"]);
    enter(desk);
    expect(desk.lines()).toEqual([`${kind}: x`, `${next}: `]);
  });

  it.each(["listItem", "subhead", "pullQuote", "factBox"] as const)(
    "in an empty %s makes a paragraph of it",
    (kind) => {
      const desk = headlessStory(story(textBlock(kind)));
      desk.select([0, 0]);
      enter(desk);
      expect(desk.lines()).toEqual(["paragraph: "]);
    },
  );

  it("with Shift makes a line break inside the field, a caption too", () => {
    const desk = headlessStory(story(photo(NO_PICTURE, "ab")));
    desk.select([0, 1]);
    press(desk, INSERT_LINE_BREAK_COMMAND, false);
    expect(desk.lines()).toEqual(["photo: a\nb |  | "]);
  });
});

describe("Backspace at the start of a block", () => {
  it("takes away an empty block", () => {
    const desk = headlessStory(story(paragraph("one"), paragraph("")));
    desk.select([1, 0]);
    backspace(desk);
    expect(desk.lines()).toEqual(["paragraph: one"]);
    expect(desk.caret()).toBe("0@3");
  });

  it("joins a paragraph to the one before, at the seam", () => {
    const desk = headlessStory(story(paragraph("one"), paragraph("two")));
    desk.select([1, 0]);
    backspace(desk);
    expect(desk.lines()).toEqual(["paragraph: onetwo"]);
    expect(desk.caret()).toBe("0@3");
  });

  it("does not run a paragraph into a headline", () => {
    const desk = headlessStory(story(headline("H"), paragraph("two")));
    desk.select([1, 0]);
    backspace(desk);
    expect(desk.lines()).toEqual(["headline: H", "paragraph: two"]);
    expect(desk.caret()).toBe("0@1");
  });

  it("makes a list item a paragraph before it joins anything", () => {
    const desk = headlessStory(story(paragraph("one"), textBlock("listItem", "two")));
    desk.select([1, 0]);
    backspace(desk);
    expect(desk.lines()).toEqual(["paragraph: one", "paragraph: two"]);
  });

  it.each([
    ["a photo", photo(NO_PICTURE, "C")],
    ["a block from a newer Stet", UNKNOWN],
  ] as const)("selects %s first and deletes it only when pressed again", (_name, block) => {
    const desk = headlessStory(story(paragraph("one"), block, paragraph("two")));
    const fields = block.kind === "photo" ? 4 : 1;
    desk.select([fields, 0]);
    backspace(desk);
    expect(desk.lines()).toHaveLength(3);
    expect(desk.caret()).toBe("block 1");
    backspace(desk);
    expect(desk.lines()).toEqual(["paragraph: one", "paragraph: two"]);
  });

  it("in a caption selects the photo and in a credit goes back to the caption", () => {
    const desk = headlessStory(story(photo(NO_PICTURE, "C", "K", "A")));
    desk.select([1, 0]);
    backspace(desk);
    expect(desk.caret()).toBe("0@1");
    desk.select([0, 0]);
    backspace(desk);
    expect(desk.caret()).toBe("block 0");
    expect(desk.lines()).toEqual(["photo: C | K | A"]);
  });
});

describe("Delete at the end of a block", () => {
  it("joins the next paragraph", () => {
    const desk = headlessStory(story(paragraph("one"), paragraph("two")));
    desk.select([0, "end"]);
    forward(desk);
    expect(desk.lines()).toEqual(["paragraph: onetwo"]);
  });

  it("selects a photo and does not delete it", () => {
    const desk = headlessStory(story(paragraph("one"), photo(NO_PICTURE, "C")));
    desk.select([0, "end"]);
    forward(desk);
    expect(desk.caret()).toBe("block 1");
    expect(desk.lines()).toHaveLength(2);
  });

  it("never pulls the text after a photo into its alt text", () => {
    const desk = headlessStory(story(photo(NO_PICTURE, "C", "K", "A"), paragraph("two")));
    desk.select([2, "end"]);
    forward(desk);
    expect(desk.lines()).toEqual(["photo: C | K | A", "paragraph: two"]);
  });
});

describe("a selection over several fields", () => {
  it("deletes what lies between and joins the ends", () => {
    const desk = storyWithPhoto();
    desk.select([1, 5], [5, 4]);
    backspace(desk);
    expect(desk.lines()).toEqual(["headline: Head", "paragraph: first one"]);
    expect(desk.caret()).toBe("1@5");
  });

  it("leaves a photo of which a part is not selected its picture and the rest of its text", () => {
    const desk = storyWithPhoto();
    desk.select([1, 5], [3, 2]);
    backspace(desk);
    expect(desk.lines()).toEqual([
      "headline: Head",
      "paragraph: first",
      "photo:  | edit | Alt",
      "unknown",
      "paragraph: last one",
    ]);
  });

  it("is replaced by what is typed", () => {
    const desk = storyWithPhoto();
    desk.select([0, 1], [1, 5]);
    type(desk, "X");
    expect(desk.lines()[0]).toBe("headline: HX one");
    expect(desk.lines()).toHaveLength(4);
  });

  it("of everything leaves one empty paragraph", () => {
    const desk = storyWithPhoto();
    desk.select([0, 0], [5, "end"]);
    backspace(desk);
    expect(desk.lines()).toEqual(["paragraph: "]);
    type(desk, "X");
    expect(desk.lines()).toEqual(["paragraph: X"]);
  });

  it("can be any selection of any story: nothing outside it changes, and ids stay single", () => {
    fc.assert(
      fc.property(anyStory(2), fc.nat(30), fc.nat(30), fc.nat(9), fc.nat(9), (document, a, b, from, to) => {
        const desk = headlessStory(document);
        const fields = fieldCount(document);
        fc.pre(fields > 0);
        const [first, last] = [a % fields, b % fields].toSorted((x, y) => x - y) as [number, number];
        fc.pre(first !== last);
        desk.select([first, from], [last, to]);
        backspace(desk);
        const { blocks } = desk.document();
        expect(blocks.length).toBeGreaterThan(0);
        expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
        const before = new Map(document.blocks.map((block) => [block.id, block]));
        const changed = blocks.filter((block) => !isDeepStrictEqual(before.get(block.id), block));
        expect(changed.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });
});

describe("turning, moving and copying blocks", () => {
  it("turns the block with the caret into another kind and keeps its id and text", () => {
    const block = paragraph(["a ", marked("b", "italic")]);
    const desk = headlessStory(story(block));
    desk.select([0, 1]);
    run(desk, "block.into.deck");
    expect(desk.document().blocks[0]).toEqual({ ...block, kind: "deck" });
  });

  it("reads authors and agency from a line that becomes a byline", () => {
    const desk = headlessStory(story(paragraph("By Ana Ruiz and Ben Foto")));
    desk.select([0, 1]);
    run(desk, "block.into.byline");
    expect(desk.document().blocks[0]).toMatchObject({ kind: "byline", authors: ["Ana Ruiz", "Ben Foto"] });
  });

  it("moves every selected block and stops at the ends of the story", () => {
    const desk = headlessStory(story(paragraph("1"), paragraph("2"), paragraph("3")));
    desk.select([1, 0], [2, 1]);
    run(desk, "block.up");
    run(desk, "block.up");
    expect(desk.lines()).toEqual(["paragraph: 2", "paragraph: 3", "paragraph: 1"]);
    run(desk, "block.down");
    expect(desk.lines()).toEqual(["paragraph: 1", "paragraph: 2", "paragraph: 3"]);
  });

  it("duplicates any story block by block under new ids", () => {
    fc.assert(
      fc.property(anyStory(1), (document) => {
        const desk = headlessStory(document);
        const [first] = document.blocks;
        fc.pre(first !== undefined && !["unknown", "headline", "endMark"].includes(first.kind));
        desk.select([0, 0]);
        run(desk, "block.duplicate");
        const [one, two, ...rest] = desk.document().blocks;
        expect(one).toEqual(first);
        // What is struck out stays with the one it was struck out of.
        expect(two && bare(two)).toEqual(first && bare(finalBlock(first)));
        expect(two).not.toHaveProperty("tracked");
        expect(two?.id).not.toBe(one?.id);
        expect(rest).toEqual(document.blocks.slice(1));
      }),
      { numRuns: 60 },
    );
  });
});

describe("copy and paste within Stet", () => {
  it("brings whole blocks of any kind back under new ids", () => {
    fc.assert(
      fc.property(anyStory(2), (document) => {
        const desk = headlessStory(document);
        const fields = fieldCount(document);
        fc.pre(
          fields > 0 && document.blocks[0]?.kind !== "unknown" && document.blocks.at(-1)?.kind !== "unknown",
        );
        desk.select([0, 0], [fields - 1, "end"]);
        const printed = finalView(document).blocks;
        fc.pre(document.blocks.length > 1 && printed.length > 1);
        const blocks = copied(desk);
        const target = headlessStory(story(paragraph("")));
        target.select([0, 0]);
        target.edit(() => $insertBlocks(blocks));
        const [first] = printed;
        fc.pre(first?.kind !== "headline" && first?.kind !== "byline");
        // A story keeps one headline and one end mark, whatever is pasted.
        for (const single of ["headline", "endMark"])
          fc.pre(printed.filter(({ kind }) => kind === single).length <= 1);
        expect(target.document().blocks.map(bare)).toEqual(printed.map(bare));
        const ids = new Set(document.blocks.map(({ id }) => id));
        expect(target.document().blocks.some(({ id }) => ids.has(id))).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it("puts a part of a line into the text where the caret is", () => {
    const desk = headlessStory(story(headline("A big headline"), paragraph("one two")));
    desk.select([0, 2], [0, 5]);
    const blocks = copied(desk);
    desk.select([1, 4]);
    desk.edit(() => $insertBlocks(blocks));
    expect(desk.lines()).toEqual(["headline: A big headline", "paragraph: one bigtwo"]);
    expect(desk.caret()).toBe("1@7");
  });

  it("parts the paragraph that several blocks are pasted into", () => {
    const desk = headlessStory(story(paragraph("one two")));
    desk.select([0, 4]);
    desk.edit(() => $insertBlocks([paragraph("a"), textBlock("subhead", "b"), paragraph("c")]));
    expect(desk.lines()).toEqual(["paragraph: one a", "subhead: b", "paragraph: ctwo"]);
    expect(desk.caret()).toBe("2@1");
  });

  it("puts a pasted heading into an empty headline as its text, and what follows under the headings", () => {
    const desk = headlessStory(withFirstFields(story()));
    desk.select([0, 0]);
    desk.edit(() => $insertBlocks([textBlock("subhead", "Title"), paragraph("Text")]));
    expect(desk.lines()).toEqual(["headline: Title", "byline: ", "paragraph: Text"]);
  });

  it("puts several blocks into a caption as one line", () => {
    const desk = headlessStory(story(photo(NO_PICTURE, "C")));
    desk.select([0, "end"]);
    desk.edit(() => $insertBlocks([paragraph("a"), paragraph("b")]));
    expect(desk.lines()).toEqual(["photo: Ca b |  | "]);
  });

  it("leaves nothing but letters in alt text", () => {
    const desk = headlessStory(story(photo(NO_PICTURE, "", "", "A")));
    desk.select([2, "end"]);
    desk.edit(() => $insertBlocks([paragraph([marked("b", "bold"), linked("c", "https://example.org/")])]));
    type(desk, "d");
    expect(desk.lines()).toEqual(["photo:  |  | Abcd"]);
  });
});

describe("the place of the caret", () => {
  it("is found again in any field of any story", () => {
    fc.assert(
      fc.property(anyStory(1), fc.nat(30), fc.nat(60), (document, at, offset) => {
        const desk = headlessStory(document);
        const fields = fieldCount(document);
        fc.pre(fields > 0);
        desk.select([at % fields, offset]);
        const caret = desk.caret();
        const place: CaretPlace | null = desk.editor.read($caretPlace);
        const again = headlessStory(document);
        again.edit(() => $restoreCaret(place));
        expect(again.caret()).toBe(caret);
      }),
      { numRuns: 150 },
    );
  });

  it("is the head of the story where its block is gone", () => {
    const desk = headlessStory(story(paragraph("one")));
    desk.edit(() => $restoreCaret({ block: "b_gone", field: "text", offset: 2 }));
    expect(desk.caret()).toBe("0@0");
  });
});

describe("the counts of a selection", () => {
  it("leave out deleted text and alt text", () => {
    const deleted = { id: "c_1", by: "u_ana", at: "2026-11-22T09:14:03Z" } as const;
    const desk = headlessStory(
      story(
        { ...paragraph(""), runs: [{ text: "one two " }, { text: "three", deleted }] },
        photo(NO_PICTURE, "four", "five", "six"),
      ),
    );
    desk.select([0, 4], [3, "end"]);
    const parts = desk.editor.read($selectedParts) ?? [];
    expect(lengthOf(parts, { charactersPerLine: 36, wordsPerMinute: 238 })).toMatchObject({
      words: 3,
      characters: 12,
    });
  });
});
