import { describe, expect, it } from "vitest";
import { docxWriter } from "#main/formats/docx/write.ts";
import { PARAGRAPH_STYLES } from "#main/formats/style-names.ts";
import { byline, paragraph, photo, story } from "#shared/document/builders.ts";
import { finalView, originalView, type StoryDocument } from "#shared/document/index.ts";
import { comesToBothTexts } from "#tests/support/both-texts.ts";
import { editedHarbor } from "#tests/support/edited-harbor.ts";
import { markedUpStory, printStory, SOME_PICTURE } from "#tests/support/outgoing-story.ts";
import { readTrackedWord, type TrackedWord } from "#tests/support/tracked-word.ts";
import { printed, printedTexts } from "#tests/support/word-processor.ts";
import { sentences } from "#tests/support/sentences.ts";

async function written(markup: StoryDocument): Promise<TrackedWord & { readonly losses: readonly string[] }> {
  const { bytes, losses } = await docxWriter.write(markedUpStory(markup));
  return { ...(await readTrackedWord(bytes)), losses: sentences(losses) };
}

interface TextAndStyle {
  readonly text: string;
  readonly style: string;
}

interface BothTexts {
  readonly accepted: readonly TextAndStyle[];
  readonly rejected: readonly TextAndStyle[];
}

async function decidedTexts(markup: StoryDocument): Promise<BothTexts> {
  const word = await written(markup);
  const withText = (decision: "accept" | "reject") =>
    word.paragraphs(decision).filter(({ text }) => text !== "");
  return { accepted: withText("accept"), rejected: withText("reject") };
}

function told(document: StoryDocument): readonly TextAndStyle[] {
  const texts = printedTexts(document);
  return printed(document).map(({ role }, nr) => ({
    text: texts[nr] ?? "",
    style: PARAGRAPH_STYLES[role].replaceAll(" ", ""),
  }));
}

function bothTexts(document: StoryDocument): BothTexts {
  return { accepted: told(finalView(document)), rejected: told(originalView(document)) };
}

describe("a marked-up Word document", () => {
  comesToBothTexts(decidedTexts, bothTexts, 60);

  it("names who changed what and when, and gives every change a number of its own", async () => {
    const { elements } = await written(editedHarbor());
    const changes = elements.filter(({ attributes }) => attributes.has("w:author"));
    const ids = changes.map(({ attributes }) => attributes.get("w:id"));
    expect(new Set(ids).size).toBe(ids.length);
    const inserted = changes.find(({ name }) => name === "w:ins");
    expect(Object.fromEntries(inserted?.attributes ?? [])).toMatchObject({
      "w:author": "Ben Oduya",
      "w:date": "2026-11-22T09:01:03Z",
    });
    expect(new Set(changes.map(({ name }) => name))).toEqual(
      new Set([
        "w:ins",
        "w:del",
        "w:moveFrom",
        "w:moveTo",
        "w:moveFromRangeStart",
        "w:moveToRangeStart",
        "w:rPrChange",
        "w:pPrChange",
      ]),
    );
  });

  it("joins the two places of a paragraph that was moved", async () => {
    const { elements } = await written(editedHarbor());
    const named = (name: string) =>
      elements.filter((one) => one.name === name).map(({ attributes }) => attributes.get("w:name"));
    expect(named("w:moveFromRangeStart")).toHaveLength(1);
    expect(named("w:moveFromRangeStart")).toEqual(named("w:moveToRangeStart"));
    const numbers = (name: string) =>
      elements.filter((one) => one.name === name).map(({ attributes }) => attributes.get("w:id"));
    expect(numbers("w:moveFromRangeEnd")).toEqual(numbers("w:moveFromRangeStart"));
    expect(numbers("w:moveToRangeEnd")).toEqual(numbers("w:moveToRangeStart"));
  });

  it("has each note as a comment with its kind, state and replies", async () => {
    const word = await written(editedHarbor());
    const comments = word.part("word/comments.xml") ?? [];
    const authors = comments.flatMap((piece) =>
      piece.kind === "open" && piece.name === "w:comment" ? [piece.attributes.get("w:author")] : [],
    );
    expect(authors).toEqual(["Ben Oduya", "Ana Ruiz", "Ana Ruiz", "No name"]);
    const texts = comments.flatMap((piece) => (piece.kind === "text" ? [piece.text] : []));
    expect(texts).toEqual([
      "Query to Ana Ruiz, answered",
      "Is it four to three?",
      "The clerk said five.",
      "Four, I counted hands.",
      "Note, resolved",
      "Trim from here.",
      "Query, open, on words that are gone: “he said”",
      "Who is “he”?",
    ]);
    const extended = (word.part("word/commentsExtended.xml") ?? []).flatMap((piece) =>
      piece.kind === "open" && piece.name === "w15:commentEx" ? [Object.fromEntries(piece.attributes)] : [],
    );
    expect(extended.map((one) => [one["w15:paraIdParent"] ?? null, one["w15:done"]])).toEqual([
      [null, "0"],
      [extended[0]?.["w15:paraId"], "0"],
      [null, "1"],
      [null, "0"],
    ]);
    const places = (name: string) =>
      word.elements.filter((one) => one.name === name).map(({ attributes }) => attributes.get("w:id"));
    for (const name of ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"]) {
      expect(new Set(places(name))).toEqual(new Set(["0", "1", "2", "3"]));
    }
  });

  it("signs with names of any letters", async () => {
    const by = `Jane “Q.” <O’Dea> & "Söhne"`;
    const inserted = { id: "c_1", by, at: "2026-11-22T09:14:03Z" };
    const { elements } = await written(story(paragraph([{ text: "New", inserted }])));
    expect(elements.find(({ name }) => name === "w:ins")?.attributes.get("w:author")).toBe(by);
  });

  it("shows a picture that was put in as put in, and of one that was struck out its words", async () => {
    const by = { id: "c_1", by: "Ana Ruiz", at: "2026-11-22T09:14:03Z" };
    const { elements, losses } = await written(
      story(
        paragraph("Text"),
        { ...photo(SOME_PICTURE, "New wall"), tracked: { inserted: by } },
        { ...photo(SOME_PICTURE, "Old wall"), tracked: { deleted: by } },
      ),
    );
    expect(elements.filter(({ name }) => name === "w:drawing")).toHaveLength(1);
    expect(losses).toEqual([
      "The picture “Old wall” was struck out: only its caption and credit are there, as struck out.",
    ]);
  });

  it("shows a byline composed from other names as struck out and put in", async () => {
    const was = { authors: ["Ana Ruiz"] };
    const facts = [{ id: "c_1", by: "Ben Oduya", at: "2026-11-22T09:14:03Z", was }];
    const word = await written(story({ ...byline(["Ana Ruiz", "Jonas Őry"]), tracked: { facts } }));
    expect(word.paragraphs("accept").map(({ text }) => text)).toEqual(["By Ana Ruiz and Jonas Őry"]);
    expect(word.paragraphs("reject").map(({ text }) => text)).toEqual(["By Ana Ruiz"]);
    expect(word.losses).toEqual([]);
  });

  it("says what it cannot show as a change", async () => {
    const { losses } = await written(editedHarbor());
    expect(losses).toEqual([
      "The link of “all of it” is written as Ana Ruiz left it, and not as a change. It was https://example.org/some.",
      "The picture “The wall at low tide.” is as it is now: that Ben Oduya changed the picture, its size, crop or alt text is not written as a change.",
    ]);
  });

  it("gives the same bytes for the same story", async () => {
    const print = markedUpStory(editedHarbor());
    const [first, again] = [await docxWriter.write(print), await docxWriter.write(print)];
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });

  it("has no tracked change and no comment where only the final text was asked for", async () => {
    const { bytes } = await docxWriter.write(printStory(editedHarbor()));
    const word = await readTrackedWord(bytes);
    expect(word.elements.filter(({ attributes }) => attributes.has("w:author"))).toEqual([]);
    expect(word.part("word/comments.xml")).toBeNull();
    expect(word.paragraphs("reject")).toEqual(word.paragraphs("accept"));
  });
});
