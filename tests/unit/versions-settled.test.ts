import { describe, expect, it } from "vitest";
import { settledText, withTypedSince } from "#renderer/editor/versions/settled-text.ts";
import { applyPatch, blockText, type StoryDocument } from "#shared/document/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";

const FORK = story(headline("Ferry waits"), paragraph("One."), paragraph("Two."));

function changed(document: StoryDocument, at: number, text: string): StoryDocument {
  const blocks = document.blocks.map((block, index) =>
    index === at ? { ...paragraph(text), id: block.id } : block,
  );
  return { ...document, blocks };
}

function lines(document: StoryDocument): readonly string[] {
  return document.blocks.map(blockText);
}

const STORY = changed(FORK, 1, "One of the story.");
const BRANCH = changed(FORK, 2, "Two of the branch.");

describe.each([
  { here: "story", mine: STORY, keeps: "mine", gives: "theirs" },
  { here: "branch", mine: BRANCH, keeps: "theirs", gives: "mine" },
] as const)("choosing on the $here", ({ here, mine, keeps, gives }) => {
  const texts = { here, mine, story: STORY, branch: BRANCH, fork: FORK } as const;

  it("for mine leaves what is on this page", () => {
    expect(settledText("mine", texts)).toMatchObject({ how: keeps, stands: mine, patch: null });
  });

  it("for theirs puts the other text in its place", () => {
    const other = here === "story" ? BRANCH : STORY;
    expect(settledText("theirs", texts)).toMatchObject({ how: gives, stands: other, patch: null });
  });

  it("for both brings them together by an edit of the story", () => {
    const { how, stands, patch, keptTwice } = settledText("merge", texts);
    expect(how).toBe("merged");
    expect(lines(stands)).toEqual(["Ferry waits", "One of the story.", "Two of the branch."]);
    expect(patch && applyPatch(STORY, patch)).toEqual({ ok: true, value: stands });
    expect(keptTwice).toEqual([]);
  });

  it("names what both changed, and keeps both, mine first", () => {
    const [a, b] = [changed(FORK, 1, "First wording."), changed(FORK, 1, "Another one.")];
    const own = here === "story" ? a : b;
    const { stands, keptTwice } = settledText("merge", { ...texts, mine: own, story: a, branch: b });
    expect(lines(stands).slice(1, 3)).toEqual(
      here === "story" ? ["First wording.", "Another one."] : ["Another one.", "First wording."],
    );
    expect(keptTwice).toEqual([{ block: stands.blocks[1]?.id, text: lines(stands)[1] }]);
  });
});

describe("what is typed while two versions are settled", () => {
  it("is in the text that stands", () => {
    const typed = changed(BRANCH, 0, "Ferry waits on");
    expect(lines(withTypedSince(BRANCH, STORY, typed))).toEqual([
      "Ferry waits on",
      "One of the story.",
      "Two.",
    ]);
  });
});
