import { readFileSync } from "node:fs";
import path from "node:path";
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { DELETE_CHARACTER_COMMAND, UNDO_COMMAND } from "lexical";
import { describe, expect, it } from "vitest";
import { titleOf } from "#renderer/app/commands.ts";
import { blockCommands } from "#renderer/editor/blocks/block-commands.ts";
import { sentences } from "#renderer/editor/structure/sentence.ts";
import { missingQuotes } from "#renderer/editor/structure/whole-quotes.ts";
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
import { NO_PICTURE, type Run } from "#shared/document/index.ts";
import { headlessStory, type HeadlessStory } from "#tests/support/headless-story.ts";

function run(page: HeadlessStory, id: string): void {
  page.edit(() => {
    const command = blockCommands(page.editor).find((one) => one.id === id);
    if (!command) throw new Error(`there is no command ${id}`);
    command.run();
  });
}

const struck: Run = {
  text: "very ",
  deleted: { id: "c_1", by: "u_ana", at: "2026-11-22T09:14:03Z" },
};

describe("the sentences of a paragraph", () => {
  it.each([
    ["The wall leaks. It has since 1911.", ["The wall leaks.", "It has since 1911."]],
    [
      "Gov. Ana Ruiz met Dr. J. Poe on Nov. 4. She left.",
      ["Gov. Ana Ruiz met Dr. J. Poe on Nov. 4.", "She left."],
    ],
    ["The U.S. Army Corps agreed. Work begins.", ["The U.S. Army Corps agreed.", "Work begins."]],
    ["“It leaks,” she said. “It always has.”", ["“It leaks,” she said.", "“It always has.”"]],
    ["Why now? Nobody knows!", ["Why now?", "Nobody knows!"]],
    ["  ", []],
  ] as const)("of “%s” are told apart as a desk reads them", (text, expected) => {
    expect(sentences(text).map(({ from, to }) => text.slice(from, to))).toEqual(expected);
  });
});

describe("the quotation marks that a sentence lacks", () => {
  it.each([
    ["“It leaks. ", "It always has,” she said.", "“", ""],
    ["“It leaks. ", "It always has.", "“", "”"],
    ["", "“It leaks.", "", "”"],
    ["", "“It leaks,” she said.", "", ""],
    ["„Sie leckt. ", "Schon immer“, sagte sie.", "„", ""],
    ["« Elle fuit. ", "Depuis toujours. ", "«", "»"],
    ['"It leaks. ', "It always has.", '"', '"'],
    ["She said so. ", "It’s true.", "", ""],
  ])("behind “%s” in “%s” are given back", (before, piece, opening, closing) => {
    expect(missingQuotes(before, piece)).toEqual({ before: opening, after: closing });
  });
});

describe("a pull quote", () => {
  const TEXT = "He paused. “The wall leaks. It always has,” she said. Work begins.";

  it("is made from the sentence with the caret, which stays where it is", () => {
    const page = headlessStory(story(paragraph(TEXT), paragraph("Next.")));
    page.select([0, 30]);
    run(page, "block.pull-quote");
    expect(page.lines()).toEqual([
      `paragraph: ${TEXT}`,
      "pullQuote: “It always has,” she said.",
      "paragraph: Next.",
    ]);
    expect(page.caret()).toBe("1@26");
  });

  it("is made from the words that are selected, without the space around them", () => {
    const page = headlessStory(story(paragraph(TEXT)));
    page.select([0, 10], [0, 27]);
    run(page, "block.pull-quote");
    expect(page.lines()[1]).toBe("pullQuote: “The wall leaks.”");
  });

  it("keeps marks, and leaves out links and what is struck out", () => {
    const copy = ["A ", struck, marked("bold", "bold"), " ", linked("claim", "https://example.org/"), "."];
    const page = headlessStory(story(paragraph(copy)));
    page.select([0, 1]);
    run(page, "block.pull-quote");
    expect(page.document().blocks[1]).toMatchObject({
      runs: [{ text: "A " }, { text: "bold", marks: ["bold"] }, { text: " claim." }],
    });
  });

  it("is not made from nothing", () => {
    const page = headlessStory(story(paragraph("")));
    page.select([0, 0]);
    run(page, "block.pull-quote");
    expect(page.lines()).toEqual(["paragraph: "]);
  });
});

describe("the end mark", () => {
  it("goes to the very end, takes an empty last paragraph, and is there once", () => {
    const page = headlessStory(story(paragraph("Copy"), paragraph("")));
    page.select([0, 0]);
    run(page, "block.end-mark");
    expect(page.lines()).toEqual(["paragraph: Copy", "endMark: ■"]);
    expect(page.caret()).toBe("1@1");
    page.select([0, 0]);
    run(page, "block.end-mark");
    expect(page.lines()).toEqual(["paragraph: Copy", "endMark: ■"]);
  });

  it("reads -30- where that is asked for by name, and is still there once", () => {
    const page = headlessStory(story(paragraph("Copy"), textBlock("endMark", "■")));
    page.select([0, 0]);
    run(page, "block.end-30");
    expect(page.lines()).toEqual(["paragraph: Copy", "endMark: -30-"]);
    expect(page.caret()).toBe("1@4");
  });

  it("moves down where the story has gone on behind it, and keeps its own sign", () => {
    const page = headlessStory(story(textBlock("endMark", "-30-"), paragraph("More")));
    page.select([1, 0]);
    run(page, "block.end-mark");
    expect(page.lines()).toEqual(["paragraph: More", "endMark: -30-"]);
  });
});

describe("splitting and joining by command", () => {
  it("parts a headline into headline and deck, and a pull quote into two", () => {
    const page = headlessStory(story(headline("One two"), textBlock("pullQuote", "Three four")));
    page.select([0, 4]);
    run(page, "block.part");
    page.select([2, 6]);
    run(page, "block.part");
    expect(page.lines()).toEqual(["headline: One ", "deck: two", "pullQuote: Three ", "pullQuote: four"]);
  });

  it("joins with the block below, whatever its kind, with one space between", () => {
    const page = headlessStory(story(paragraph("One."), textBlock("subhead", "Two "), paragraph("three")));
    page.select([0, 1]);
    run(page, "block.join");
    expect(page.lines()).toEqual(["paragraph: One. Two ", "paragraph: three"]);
    run(page, "block.join");
    expect(page.lines()).toEqual(["paragraph: One. Two three"]);
  });

  it("joins with an empty block below in a step of its own, and so does Delete over both", () => {
    const page = headlessStory(story(paragraph("One."), paragraph("")));
    const stop = registerHistory(page.editor, createEmptyHistoryState(), 0);
    const joins = [
      () => run(page, "block.join"),
      () => {
        page.select([0, 4], [1, 0]);
        page.edit(() => void page.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
      },
    ];
    page.select([0, 1]);
    for (const join of joins) {
      join();
      expect(page.lines()).toEqual(["paragraph: One."]);
      page.editor.dispatchCommand(UNDO_COMMAND, undefined);
      expect(page.lines()).toEqual(["paragraph: One.", "paragraph: "]);
    }
    stop();
  });

  it("joins with a block that begins with a link in a step of its own", () => {
    const page = headlessStory(story(paragraph("One."), paragraph([linked("Two.", "https://example.org")])));
    const before = page.document();
    const stop = registerHistory(page.editor, createEmptyHistoryState(), 0);
    page.select([1, 0]);
    page.edit(() => void page.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
    expect(page.lines()).toEqual(["paragraph: One.Two."]);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(page.document()).toEqual(before);
    stop();
  });

  it("joins all that is selected, and stops before a photo", () => {
    const page = headlessStory(story(paragraph("1"), paragraph("2"), photo(NO_PICTURE, "C"), paragraph("3")));
    page.select([0, 0], [5, 1]);
    run(page, "block.join");
    expect(page.lines()).toEqual(["paragraph: 1 2", "photo: C |  | ", "paragraph: 3"]);
  });

  it("writes out a byline that was only facts before it joins anything", () => {
    const page = headlessStory(story(byline(["Ana Ruiz"], "Harbor News"), paragraph("Copy")));
    page.select([1, 0]);
    run(page, "block.up");
    run(page, "block.join");
    expect(page.lines()).toEqual(["paragraph: Copy By Ana Ruiz, Harbor News"]);
  });
});

describe("inserting beside a block", () => {
  it("makes copy beside anything, and goes on with lists", () => {
    const page = headlessStory(story(headline("H"), textBlock("listItem", "item")));
    page.select([0, 1]);
    run(page, "block.insert-after");
    expect(page.caret()).toBe("1@0");
    page.select([2, 0]);
    run(page, "block.insert-before");
    expect(page.lines()).toEqual(["headline: H", "paragraph: ", "listItem: ", "listItem: item"]);
    expect(page.caret()).toBe("2@0");
  });
});

describe("the one headline", () => {
  it("becomes a deck when another block takes its place, and gives it its other wordings", () => {
    const old = { ...headline("Old"), alternates: [[{ text: "Older" }]] };
    const page = headlessStory(story(old, paragraph("New")));
    page.select([1, 0]);
    run(page, "block.into.headline");
    expect(page.lines()).toEqual(["deck: Old", "headline: New"]);
    expect(page.document().blocks[1]).toMatchObject({ alternates: [[{ text: "Older" }]] });
  });

  it("lays its other wordings out as blocks when it becomes anything else", () => {
    const old = { ...headline("Now"), alternates: [[{ text: "A" }], [{ text: "B" }]] };
    const page = headlessStory(story(old));
    page.select([0, 0]);
    run(page, "block.into.deck");
    expect(page.lines()).toEqual(["deck: Now", "deck: A", "deck: B"]);
  });

  it("keeps its wording when it is duplicated, once", () => {
    const page = headlessStory(story(headline(["Sea", marked("wall", "italic")])));
    page.select([0, 0]);
    run(page, "block.duplicate");
    run(page, "headline.keep");
    expect(page.document().blocks).toHaveLength(1);
    expect(page.document().blocks[0]).toMatchObject({
      alternates: [[{ text: "Sea" }, { text: "wall", marks: ["italic"] }]],
    });
  });

  it("prints each of its wordings in turn and comes round to the first", () => {
    const page = headlessStory(story({ ...headline("1"), alternates: [[{ text: "2" }], [{ text: "3" }]] }));
    page.select([0, 0]);
    const start = page.document();
    const printed = [1, 2, 3].map(() => {
      run(page, "headline.next");
      return page.lines()[0];
    });
    expect(printed).toEqual(["headline: 2", "headline: 3", "headline: 1"]);
    expect(page.document()).toEqual(start);
  });
});

describe("docs/keyboard.md", () => {
  it("lists the very keys of the commands for blocks", () => {
    const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/keyboard.md"), "utf8");
    const section = page.split(/^## /m).find((part) => part.startsWith("Block\n")) ?? "";
    const rows = [...section.matchAll(/^\| (.+?) +\| `([^`]+)`/gm)].map(([, title, keys]) => [title, keys]);
    const { editor } = headlessStory(story());
    const commands = blockCommands(editor).flatMap((command) =>
      command.keys === null ? [] : [[titleOf(command), command.keys]],
    );
    expect(Object.fromEntries(rows)).toEqual({
      ...Object.fromEntries(commands),
      "Insert photo": "Mod+Shift+P",
    });
  });
});
