import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { $insertBlocks } from "#renderer/editor/paste/insert-blocks.ts";
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
import { NO_PICTURE, type Block, type HeadlineBlock, type StoryDocument } from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { headlessStory, type Place } from "#tests/support/headless-story.ts";

const NEW_STORY = story(headline(""), byline([], null, ""), paragraph(""));

interface Pasting {
  readonly into: StoryDocument;
  readonly at: Place;
  readonly to?: Place;
  readonly isOwn?: boolean;
}

function pasted({ into, at, to = at, isOwn = false }: Pasting, ...blocks: readonly Block[]) {
  const shown = headlessStory(into);
  shown.select(at, to);
  shown.edit(() => $insertBlocks(blocks, isOwn));
  return shown;
}

const LONG =
  "The harbor board closed the gates on Tuesday, a week early, and nobody was much surprised. ".repeat(4);

describe("What is pasted", () => {
  it("goes into the text where it is one plain paragraph", () => {
    const shown = pasted({ into: story(paragraph("One three")), at: [0, 4] }, paragraph("two "));
    expect(shown.lines()).toEqual(["paragraph: One two three"]);
    expect(shown.caret()).toBe("0@8");
  });

  it("parts the paragraph where it is several blocks, and keeps their kinds", () => {
    const shown = pasted(
      { into: story(paragraph("Before after")), at: [0, 7] },
      paragraph("one"),
      textBlock("listItem", "two"),
      paragraph("three "),
    );
    expect(shown.lines()).toEqual(["paragraph: Before one", "listItem: two", "paragraph: three after"]);
  });

  it("takes the place of a selection over several blocks", () => {
    const shown = pasted(
      { into: story(paragraph("One."), paragraph("Two."), paragraph("Three.")), at: [0, 2], to: [2, 3] },
      paragraph("x"),
      textBlock("subhead", "y"),
    );
    expect(shown.lines()).toEqual(["paragraph: Onx", "subhead: y", "paragraph: ee."]);
  });

  it("gets ids of its own", () => {
    const shown = pasted(
      { into: story(paragraph("")), at: [0, 0] },
      paragraph("a"),
      paragraph("b"),
      paragraph("c"),
    );
    const ids = shown.document().blocks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids.every((id) => id.startsWith("b_"))).toBe(true);
  });

  it("fills the headline of a story that has none with the title of the page, wherever the caret is", () => {
    const shown = pasted(
      { into: NEW_STORY, at: [2, 0] },
      headline("Gates shut"),
      paragraph("One."),
      paragraph("Two."),
    );
    expect(shown.lines()).toEqual(["headline: Gates shut", "byline: ", "paragraph: One.", "paragraph: Two."]);
  });

  it("has its title as a subhead in a story that has a headline", () => {
    const shown = pasted(
      { into: story(headline("Mine"), paragraph("x")), at: [1, "end"] },
      headline("Theirs"),
      paragraph("One."),
    );
    expect(shown.lines()).toEqual(["headline: Mine", "paragraph: x", "subhead: Theirs", "paragraph: One."]);
  });
});

describe("What is pasted into a headline, a byline or a field of a photo", () => {
  it("is one line there, without the marks that such a line has by itself", () => {
    const shown = pasted(
      { into: story(headline("Tide  shut"), paragraph("")), at: [0, 5] },
      paragraph(["gates,\n", marked("all", "bold", "italic"), " ", linked("nine", "https://example.org/")]),
      paragraph("of them"),
    );
    expect(shown.lines()).toEqual(["headline: Tide gates, all nine of them shut", "paragraph: "]);
    const [line] = shown.document().blocks;
    expect(line).toMatchObject({
      runs: [{ text: "Tide gates, " }, { text: "all", marks: ["italic"] }, { text: " nine of them shut" }],
    });
  });

  it("goes on under the headings where it is a whole story", () => {
    const shown = pasted(
      { into: NEW_STORY, at: [0, 0] },
      headline("Gates shut"),
      paragraph(LONG),
      paragraph("Two."),
    );
    expect(shown.lines()).toEqual([
      "headline: Gates shut",
      "byline: ",
      `paragraph: ${LONG}`,
      "paragraph: Two.",
    ]);
  });

  it("fills the headings with those of a story that was copied in Stet, facts and all", () => {
    const shown = pasted(
      { into: NEW_STORY, at: [0, 0], isOwn: true },
      headline(["Gates ", marked("shut", "bold")]),
      byline(["Ana Ruiz"], "Valley News", "By Ana Ruiz, Valley News"),
      paragraph(LONG),
    );
    expect(shown.lines()).toEqual([
      "headline: Gates shut",
      "byline: By Ana Ruiz, Valley News",
      `paragraph: ${LONG}`,
    ]);
    expect(shown.document().blocks[1]).toMatchObject({ authors: ["Ana Ruiz"], agency: "Valley News" });
    expect(shown.document().blocks[0]).toMatchObject({ runs: [{ text: "Gates " }, { marks: ["bold"] }] });
  });

  it("is read as a byline where it is pasted into one", () => {
    const shown = pasted(
      { into: NEW_STORY, at: [1, 0] },
      paragraph([marked("By Ana Ruiz, Valley News", "bold")]),
    );
    expect(shown.document().blocks[1]).toMatchObject({
      kind: "byline",
      authors: ["Ana Ruiz"],
      agency: "Valley News",
      runs: [{ text: "By Ana Ruiz, Valley News" }],
    });
  });

  it("keeps marks and links in a caption and a credit, and none in alt text", () => {
    const into = story(photo(NO_PICTURE, "Caption", "Credit", "Alt"));
    const blocks = [
      paragraph([marked("bold", "bold"), "\n", linked("link", "https://example.org/")]),
      paragraph("b"),
    ];
    const texts = ([0, 1, 2] as const).map(
      (at) => pasted({ into, at: [at, "end"] }, ...blocks).document().blocks[0],
    );
    const runs = [
      { text: "bold", marks: ["bold"] },
      { text: " " },
      { text: "link", link: { href: "https://example.org/" } },
      { text: " b" },
    ];
    expect(texts[0]).toMatchObject({ caption: [{ text: "Caption" }, ...runs] });
    expect(texts[1]).toMatchObject({ credit: [{ text: "Credit" }, ...runs] });
    expect(texts[2]).toMatchObject({ alt: "Altbold link b" });
  });
});

describe("A pasted headline", () => {
  const two: HeadlineBlock = { ...headline("Theirs"), alternates: [[{ text: "Or so" }]] };
  const mine = story(headline("Mine"), byline([], null, "By Ana"), paragraph("x"), textBlock("endMark", "■"));

  it("fills an empty one with its other wordings, though it is Stet’s own and goes into the body", () => {
    const shown = pasted({ into: NEW_STORY, at: [2, 0], isOwn: true }, two, paragraph("One."));
    expect(shown.lines()).toEqual(["headline: Theirs", "byline: ", "paragraph: One."]);
    expect(shown.document().blocks[0]).toMatchObject({ alternates: [[{ text: "Or so" }]] });
  });

  it("puts the caret behind the headline that it filled, where nothing else was pasted", () => {
    const shown = pasted({ into: NEW_STORY, at: [2, 0], isOwn: true }, headline("Theirs"));
    expect(shown.lines()).toEqual(["headline: Theirs", "byline: ", "paragraph: "]);
    expect(shown.caret()).toBe("0@6");
  });

  it("is a subhead in the body under one that says something, and loses no wording", () => {
    const shown = pasted({ into: mine, at: [2, "end"], isOwn: true }, two, paragraph("One."));
    expect(shown.lines()).toEqual([
      "headline: Mine",
      "byline: By Ana",
      "paragraph: x",
      "subhead: Theirs",
      "subhead: Or so",
      "paragraph: One.",
      "endMark: ■",
    ]);
  });

  it("is a deck among the headings", () => {
    const shown = pasted({ into: mine, at: [1, "end"], isOwn: true }, byline(["B"], null, "and B"), two);
    expect(shown.lines().filter((line) => line.startsWith("headline"))).toEqual(["headline: Mine"]);
    expect(shown.lines()).toContain("deck: Theirs");
  });

  it("stays a headline in a story that has none", () => {
    const shown = pasted({ into: story(paragraph("")), at: [0, 0], isOwn: true }, two, headline("Third"));
    expect(shown.lines()).toEqual(["headline: Theirs", "subhead: Third"]);
  });
});

describe("A pasted end mark", () => {
  it("is left out where the story has the same, and a paragraph where it says something else", () => {
    const into = story(headline("Mine"), paragraph("x"), textBlock("endMark", "■"));
    const shown = pasted(
      { into, at: [1, "end"], isOwn: true },
      paragraph("y"),
      textBlock("endMark", "■"),
      textBlock("endMark", "-30-"),
    );
    expect(shown.lines()).toEqual(["headline: Mine", "paragraph: xy", "paragraph: -30-", "endMark: ■"]);
  });
});

function count(lines: readonly string[], kind: string): number {
  return lines.filter((line) => line.startsWith(`${kind}:`)).length;
}

it("Whatever is pasted wherever leaves one headline and one end mark at most", () => {
  const into = story(
    headline("Mine"),
    byline([], null, "By"),
    paragraph("xyz"),
    textBlock("endMark", "-30-"),
  );
  fc.assert(
    fc.property(
      anyStory(1),
      fc.nat({ max: 3 }),
      fc.constantFrom<0 | 1 | "end">(0, 1, "end"),
      fc.boolean(),
      fc.boolean(),
      ({ blocks }, at, where, isOwn, isEmpty) => {
        const target =
          isEmpty && (at > 0 || where !== 1) ? story(headline(""), ...into.blocks.slice(1)) : into;
        const lines = pasted({ into: target, at: [at, where], isOwn }, ...blocks).lines();
        expect(count(lines, "headline")).toBe(1);
        expect(count(lines, "endMark")).toBe(1);
      },
    ),
    { numRuns: 150 },
  );
});
