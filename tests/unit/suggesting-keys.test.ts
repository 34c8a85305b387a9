import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paragraph, photo, story } from "#shared/document/builders.ts";
import { NO_PICTURE, originalView, type StoryDocument } from "#shared/document/index.ts";
import { openSuggestingPage, told, type SuggestingPage } from "#tests/support/suggesting-page.ts";

let desk: SuggestingPage;

beforeAll(async () => {
  desk = await openSuggestingPage();
}, 120_000);

afterAll(async () => {
  await desk.close();
});

/** What is done, by key, and what of it is then told; where the caret stands after it. */
interface Case {
  readonly name: string;
  readonly start?: readonly string[];
  readonly keys: readonly string[];
  readonly told: readonly string[];
  readonly caret: string;
}

const ONE = ["The council votes tonight."];

const CASES: readonly Case[] = [
  {
    name: "typing is one insertion, and goes on being one within it",
    start: ONE,
    keys: ["→4", "whole ", "←", "s"],
    told: ["The [+wholes +]council votes tonight."],
    caret: "0@10",
  },
  {
    name: "Backspace strikes the letter and stands before it",
    start: ONE,
    keys: ["→7", "⌫3"],
    told: ["The [-cou-]ncil votes tonight."],
    caret: "0@4",
  },
  {
    name: "Delete strikes the letter and stands behind it",
    start: ONE,
    keys: ["→4", "⌦3"],
    told: ["The [-cou-]ncil votes tonight."],
    caret: "0@7",
  },
  {
    name: "both go over what is struck already",
    start: ONE,
    keys: ["→7", "⌫3", "⌦2", "⌫"],
    told: ["The[- counc-]il votes tonight."],
    caret: "0@3",
  },
  {
    name: "one's own letters go for good",
    start: ONE,
    keys: ["→4", "xyz", "⌫2"],
    told: ["The [+x+]council votes tonight."],
    caret: "0@5",
  },
  {
    name: "and all of them leave nothing behind",
    start: ONE,
    keys: ["→4", "xyz", "⌫3"],
    told: ["The council votes tonight."],
    caret: "0@4",
  },
  {
    name: "what is typed after Delete stands behind what is struck",
    start: ONE,
    keys: ["→4", "⌦7", "board"],
    told: ["The [-council-][+board+] votes tonight."],
    caret: "0@16",
  },
  {
    name: "typing over a selection stands behind what it strikes",
    start: ONE,
    keys: ["→4", "⇧→7", "board"],
    told: ["The [-council-][+board+] votes tonight."],
    caret: "0@16",
  },
  {
    name: "a word is struck by one key, backward and forward",
    start: ONE,
    keys: ["→11", "ctrl+⌫", "→8", "ctrl+⌦"],
    told: ["The [-council-] [-votes-] tonight."],
    caret: "0@17",
  },
  {
    name: "a selection over paragraphs joins what is left of them",
    start: ["One two.", "Three.", "Four five."],
    keys: ["→4", "⇧→13", "⌫"],
    told: ["One [-two.-]", "¶-[-Three.-]", "¶-[-F-]our five."],
    caret: "0@4",
  },
  {
    name: "the same, typed over",
    start: ["One two.", "Four five."],
    keys: ["→4", "⇧→6", "x"],
    told: ["One [-two.-][+x+]", "¶-[-F-]our five."],
    caret: "0@9",
  },
  {
    name: "Backspace at the start of a paragraph strikes its break",
    start: ["One.", "Two."],
    keys: ["↓", "home", "⌫"],
    told: ["One.", "¶-Two."],
    caret: "0@4",
  },
  {
    name: "and the next one goes on before it",
    start: ["One.", "Two."],
    keys: ["↓", "home", "⌫2"],
    told: ["One[-.-]", "¶-Two."],
    caret: "0@3",
  },
  {
    name: "Delete at the end of a paragraph strikes the break of the next one, and goes on in it",
    start: ["One.", "Two."],
    keys: ["end", "⌦2"],
    told: ["One.", "¶-[-T-]wo."],
    caret: "1@1",
  },
  {
    name: "Enter puts in a break, and Backspace takes that out again",
    start: ["One two."],
    keys: ["→4", "⏎", "⌫"],
    told: ["One two."],
    caret: "0@4",
  },
  {
    name: "Enter and typing",
    start: ["One two."],
    keys: ["→4", "⏎", "and "],
    told: ["One ", "¶+[+and +]two."],
    caret: "1@4",
  },
  {
    name: "an input method",
    start: ONE,
    keys: ["→4", "ime:ㅅ,서=서", "ime:ㅇ,우,울=울"],
    told: ["The [+서울+]council votes tonight."],
    caret: "0@6",
  },
  {
    name: "an input method over a selection",
    start: ONE,
    keys: ["→4", "⇧→7", "ime:お,おお=大"],
    told: ["The [-council-][+大+] votes tonight."],
    caret: "0@12",
  },
  {
    name: "a composition that is given up",
    start: ONE,
    keys: ["→4", "ime:な,なr,=", "x"],
    told: ["The [+x+]council votes tonight."],
    caret: "0@5",
  },
  {
    name: "a dead key",
    start: ONE,
    keys: ["→4", "ime:´=é", "t"],
    told: ["The [+ét+]council votes tonight."],
    caret: "0@6",
  },
  {
    name: "typography as you type",
    start: ["Say so"],
    keys: ["end", ' "a" --'],
    told: ["Say so[+ “a” —+]"],
    caret: "0@12",
  },
  {
    name: "typography that changes what stood there",
    start: ["Say -"],
    keys: ["end", "-"],
    told: ["Say [---][+—+]"],
    caret: "0@6",
  },
  {
    name: "bold",
    start: ONE,
    keys: ["→4", "⇧→7", "ctrl+b"],
    told: ["The {*council*} votes tonight."],
    caret: "0@11",
  },
  {
    name: "bold and plain again is no change",
    start: ONE,
    keys: ["→4", "⇧→7", "ctrl+b", "ctrl+b"],
    told: ONE,
    caret: "0@11",
  },
  {
    name: "cut and paste",
    start: ONE,
    keys: ["→4", "⇧→8", "ctrl+x", "end", "ctrl+v"],
    told: ["The [-council -]votes tonight.[+council +]"],
    caret: "0@34",
  },
  {
    name: "pasting paragraphs",
    start: ["One.", "Two.", "End"],
    keys: ["⇧↓", "⇧end", "ctrl+c", "ctrl+end", "ctrl+v"],
    told: ["One.", "Two.", "End[+One.+]", "¶+[+Two.+]"],
    caret: "3@4",
  },
];

async function isUndone(start: StoryDocument, done: StoryDocument): Promise<void> {
  await desk.press(...Array.from({ length: 14 }, () => "ctrl+z"));
  expect(await desk.story()).toEqual(start);
  await desk.press(...Array.from({ length: 14 }, () => "ctrl+y"));
  expect(await desk.story()).toEqual(done);
}

describe("while suggesting, with a real keyboard", () => {
  it.each(CASES)("$name", async ({ start = ONE, keys, told: expected, caret }) => {
    await desk.by("Ana Ruiz");
    await desk.show(story(...start.map((text) => paragraph(text))));
    await desk.press("ctrl+home");
    const before = await desk.story();
    await desk.press(...keys);
    const done = await desk.story();
    expect(done.blocks.map(told)).toEqual(expected);
    expect(originalView(done)).toEqual(before);
    expect(await desk.caret()).toBe(caret);
    await isUndone(before, done);
    expect(desk.complaints).toEqual([]);
  });

  it("a caption is tracked, its alternative text as a fact", async () => {
    await desk.by("Ana Ruiz");
    await desk.show(story(paragraph("Head."), photo(NO_PICTURE, "Tide gate", "Ana Ruiz")));
    await desk.press("ctrl+home", "end", "→4", "⌫", "x", "end", "→", "end", " / Desk");
    const { blocks } = await desk.story();
    expect(blocks.map(told)).toEqual(["Head.", "Ti[+x+][-d-]e gate | Ana Ruiz[+ / Desk+]"]);
  });

  it("another's insertion is struck inside, one's own text in it is one's own", async () => {
    await desk.by("Ana Ruiz");
    await desk.show(story(paragraph("The council.")));
    await desk.press("ctrl+home", "→4", "whole new ");
    await desk.by("Ben Okoro");
    await desk.press("←4", "⌫", "x");
    const { blocks } = await desk.story();
    expect(blocks.map(told)).toEqual(["The [+whole+][+x+][-[+ +]-][+new +]council."]);
  });

  it("without suggesting, text typed into what is struck is plain", async () => {
    await desk.by("Ana Ruiz");
    await desk.show(story(paragraph("The council.")));
    await desk.press("ctrl+home", "→4", "⌦7", "←3");
    await desk.by(null);
    await desk.press("x");
    expect((await desk.story()).blocks.map(told)).toEqual(["The [-coun-]x[-cil-]."]);
  });

  it("one undo takes back a struck letter, and letters struck in one go", async () => {
    await desk.by("Ana Ruiz");
    await desk.show(story(paragraph("The council.")));
    await desk.press("ctrl+home", "→7", "⌫3", "ctrl+z");
    expect((await desk.story()).blocks.map(told)).toEqual(["The council."]);
  });

  it("blocks are moved, made another kind, duplicated and deleted", async () => {
    await desk.by("Ana Ruiz");
    await desk.show(story(paragraph("One."), paragraph("Two."), paragraph("Three.")));
    await desk.press("ctrl+home");
    const before = await desk.story();
    await desk.run("block.into.subhead");
    await desk.run("block.down");
    await desk.run("block.duplicate");
    await desk.press("ctrl+end");
    await desk.run("block.delete");
    const done = await desk.story();
    expect(done.blocks.map(told)).toEqual(["Two.", "↕≠One.", "¶+↕[+One.+]", "¶-[-Three.-]"]);
    expect(originalView(done)).toEqual(before);
    await isUndone(before, done);
  });
});
