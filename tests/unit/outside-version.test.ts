import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  acceptChanges,
  changesOf,
  countChanges,
  outsideAsTrackedChanges,
  rejectChanges,
} from "#shared/changes/index.ts";
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
  finalView,
  hasRuns,
  newBlockId,
  NO_PICTURE,
  originalView,
  runsText,
  type Block,
  type StoryDocument,
} from "#shared/document/index.ts";
import { foldedText } from "#shared/merge/folded-text.ts";
import { outsideVersion } from "#shared/merge/index.ts";
import { anyPlainStory } from "#tests/support/any-edits.ts";
import { shownChanges } from "#tests/support/shown-changes.ts";
import { anyTrackedEdits, anyTrackedStory, trackingBy } from "#tests/support/tracked-edits.ts";

const RUNS = { numRuns: Number(process.env["RUNS"] ?? 300) };

const PICTURE = `sha256:${"a".repeat(64)}` as const;

/** A story as it comes back in a text file: every paragraph a new one, with nothing but its words. */
function asCopy({ blocks }: StoryDocument): StoryDocument {
  return {
    schema: 2,
    blocks: blocks.flatMap((block): readonly Block[] => {
      if (block.kind === "unknown") return [];
      const id = newBlockId();
      if (!hasRuns(block)) {
        const [caption, credit] = [runsText(block.caption), runsText(block.credit)];
        return [photo(NO_PICTURE, caption, credit)].map((made) => ({ ...made, id }));
      }
      return [{ ...block, id, runs: runsText(block.runs) === "" ? [] : [{ text: runsText(block.runs) }] }];
    }),
  };
}

function plainText(block: Block): string {
  if (block.kind === "unknown") return "";
  return foldedText(runsText(hasRuns(block) ? block.runs : block.caption)).text;
}

function said(blocks: readonly Block[]): readonly string[] {
  return blocks.map(plainText).filter((text) => text.trim() !== "");
}

/** A story with open changes of two people, and a text file of it as somebody edited that, or of another story. */
const anyStoryAndCopy = fc
  .tuple(anyTrackedStory, anyTrackedEdits(6), anyPlainStory, fc.boolean())
  .map(([{ tracked }, edits, other, isOther]) => {
    const edited = edits.reduce((now, { edit }) => edit(now), finalView(tracked));
    return { now: tracked, copy: asCopy(isOther ? other : edited) };
  });

describe("A version from outside", () => {
  it("has the words of the copy in their order, and beside them what the copy says nothing of", () => {
    fc.assert(
      fc.property(anyStoryAndCopy, ({ now, copy }) => {
        const { document, stays } = outsideVersion(now, copy);
        const away = new Set(stays.map(({ id }) => id));
        const told = document.blocks.filter(({ id }) => !away.has(id));
        expect(said(finalView({ schema: 2, blocks: told }).blocks)).toEqual(said(copy.blocks));
        for (const block of stays) expect(document.blocks).toContain(block);
        expect(new Set(document.blocks.map(({ id }) => id)).size).toBe(document.blocks.length);
      }),
      RUNS,
    );
  }, 60_000);

  it("becomes tracked changes: all of them accepted are that version, all of them rejected are the story", () => {
    fc.assert(
      fc.property(anyStoryAndCopy, ({ now, copy }) => {
        const tracked = outsideAsTrackedChanges(now, copy, trackingBy("u_chi"));
        const version = finalView(outsideVersion(now, copy).document);
        expect(finalView(tracked), shownChanges(tracked)).toEqual(version);
        expect(originalView(tracked), shownChanges(tracked)).toEqual(originalView(now));
        expect(acceptChanges(tracked, "all")).toEqual(version);
        expect(rejectChanges(tracked, "all").blocks).toEqual(rejectChanges(now, "all").blocks);
      }),
      RUNS,
    );
  }, 60_000);

  it("leaves open what others have open: its own changes rejected, the story is exactly what it was", () => {
    fc.assert(
      fc.property(anyStoryAndCopy, ({ now, copy }) => {
        fc.pre(!now.blocks.some(({ tracked }) => tracked?.moves));
        const tracked = outsideAsTrackedChanges(now, copy, trackingBy("u_chi"));
        expect(rejectChanges(tracked, { by: "u_chi" }), shownChanges(tracked)).toEqual(now);
      }),
      RUNS,
    );
  }, 60_000);
});

const HEAD = headline("Seawall goes to voters");
const LEAD = paragraph(["The ", marked("Harbor Star", "italic"), " sails on Tuesday night, the board said."]);
const GATES = photo(PICTURE, "The gates at low tide on Monday.", "Ana Ruiz", "Two gates");
const WALL = paragraph("The old wall dates from 1911, and it leaks at every spring tide.");
const COST = paragraph([
  "A new one costs $4 million, ",
  linked("the board says", "https://example.org/a"),
  ".",
]);
const TAG = textBlock("tagline", "Ana Ruiz covers the harbor.");

function marks(now: StoryDocument, ...copy: readonly Block[]): StoryDocument {
  return outsideAsTrackedChanges(now, story(...copy), trackingBy("u_ana"));
}

function files(...texts: readonly string[]): readonly Block[] {
  return texts.map((text) => paragraph(text));
}

describe("What a text file does to a story", () => {
  const now = story(HEAD, LEAD, GATES, WALL, COST, TAG);
  const LEAD_TEXT = "The Harbor Star sails on Tuesday night, the board said.";
  const WALL_TEXT = "The old wall dates from 1911, and it leaks at every spring tide.";
  const COST_TEXT = "A new one costs $4 million, the board says.";

  it("is nothing where it has the same words: marks, links, pictures and lines around the text stay", () => {
    expect(marks(now, ...files(LEAD_TEXT, WALL_TEXT, COST_TEXT))).toBe(now);
    expect(outsideVersion(now, story(...files(LEAD_TEXT, WALL_TEXT, COST_TEXT))).stays).toEqual([
      HEAD,
      GATES,
      TAG,
    ]);
  });

  it("is nothing where only quotation marks, dashes and spaces are spelled as a typewriter spells them", () => {
    const set = story(HEAD, paragraph("“It’s the wall,” she said — the old\u00A0one, 1911–1950 …"));
    const copy = paragraph(`"It's the wall," she said -- the old one, 1911-1950 ...`);
    expect(marks(set, copy)).toBe(set);
    expect(
      shownChanges(marks(set, paragraph(`"It's the gate," she said -- the old one, 1911-1950 ...`))),
    ).toContain("“It’s the ");
  });

  it("is words in the words' look, and the rest of the paragraph stays as it is set", () => {
    const edited = marks(
      now,
      ...files("The Harbor Queen sails on Friday night, the board said.", WALL_TEXT, COST_TEXT),
    );
    const [, lead] = acceptChanges(edited, "all").blocks;
    expect(lead).toEqual({
      ...LEAD,
      runs: [
        { text: "The " },
        marked("Harbor ", "italic"),
        { text: "Queen sails on Friday night, the board said." },
      ],
    });
    expect(countChanges(edited)).toBe(2);
    expect(rejectChanges(edited, "all")).toEqual(now);
  });

  it("is a move where a paragraph stands elsewhere, and new paragraphs stand above the tagline", () => {
    const edited = marks(now, ...files(LEAD_TEXT, COST_TEXT, WALL_TEXT, "The vote is in May."));
    expect(changesOf(edited).map(({ kinds }) => kinds)).toEqual([["move"], ["insert", "insertBlock"]]);
    expect(finalView(edited).blocks.map(({ kind }) => kind)).toEqual([
      "headline",
      "paragraph",
      "photo",
      "paragraph",
      "paragraph",
      "paragraph",
      "tagline",
    ]);
  });

  it("changes the caption of the photo that has nearly the same one, and leaves picture, credit and alt text", () => {
    const copy = [
      photo(NO_PICTURE, "The gates at high tide on Monday."),
      ...files(LEAD_TEXT, WALL_TEXT, COST_TEXT),
    ];
    const edited = acceptChanges(marks(now, ...copy), "all");
    expect(edited.blocks.find(({ kind }) => kind === "photo")).toEqual({
      ...GATES,
      caption: [{ text: "The gates at high tide on Monday." }],
    });
  });

  it("takes the byline of the file, and leaves kinds that plain text does not know", () => {
    const box = textBlock("subhead", "A wall from another century");
    const desk = story(HEAD, byline(["Ana Ruiz"], "Valley News"), LEAD, box, WALL);
    const copy = [byline(["Ana Ruiz", "Ben Okoro"], null, "By Ana Ruiz and Ben Okoro")];
    const edited = acceptChanges(
      marks(desk, ...copy, ...files(LEAD_TEXT, "A wall from another century", WALL_TEXT)),
      "all",
    );
    expect(edited.blocks).toEqual([
      HEAD,
      {
        ...desk.blocks[1],
        authors: ["Ana Ruiz", "Ben Okoro"],
        agency: null,
        runs: [{ text: "By Ana Ruiz and Ben Okoro" }],
      },
      LEAD,
      box,
      WALL,
    ]);
  });

  it("leaves notes on the words and blocks that stay", () => {
    const noted: StoryDocument = {
      ...story(HEAD, {
        ...paragraph(WALL_TEXT),
        runs: [{ text: "The old wall", notes: ["n_1"] }, { text: WALL_TEXT.slice(12) }],
      }),
      notes: [
        {
          id: "n_1",
          kind: "query",
          by: "u_ben",
          at: "2026-11-22T09:14:03.000Z",
          text: "Which?",
          state: "open",
          replies: [],
        },
      ],
    };
    expect(marks(noted, paragraph(WALL_TEXT))).toBe(noted);
    const edited = marks(noted, paragraph(WALL_TEXT.replace("1911", "1912")));
    expect(edited.notes).toEqual(noted.notes);
    expect(countChanges(edited)).toBe(1);
  });
});
