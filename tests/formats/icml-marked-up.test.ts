import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { icmlWriter } from "#main/formats/icml/write.ts";
import { finalView, originalView, type StoryDocument } from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { comesToBothTexts } from "#tests/support/both-texts.ts";
import { editedHarbor } from "#tests/support/edited-harbor.ts";
import { icmlChanges, icmlNotes, icmlTexts } from "#tests/support/icml-changes.ts";
import { underGrammarVersion } from "#tests/support/idms.ts";
import { adobeGrammarComplaints, adobeGrammarNotRun } from "#tests/support/jing.ts";
import { markupPieces } from "#tests/support/markup.ts";
import { markedUpStory, printStory } from "#tests/support/outgoing-story.ts";
import { anyTrackedStory } from "#tests/support/tracked-edits.ts";
import { printedTexts } from "#tests/support/word-processor.ts";
import { sentences } from "#tests/support/sentences.ts";

async function written(markup: StoryDocument) {
  return icmlWriter.write(markedUpStory(markup));
}

async function decidedTexts(markup: StoryDocument) {
  return icmlTexts((await written(markup)).bytes);
}

function bothTexts(document: StoryDocument) {
  return { accepted: printedTexts(finalView(document)), rejected: printedTexts(originalView(document)) };
}

function attributesOf(bytes: Uint8Array, element: string): readonly ReadonlyMap<string, string>[] {
  return markupPieces(bytes).flatMap((piece) =>
    piece.kind === "open" && piece.name === element ? [piece.attributes] : [],
  );
}

describe("a marked-up InCopy document", () => {
  comesToBothTexts(decidedTexts, bothTexts, 200);

  it("tracks every change under the name of whoever made it, on this computer's clock", async () => {
    const { bytes } = await written(editedHarbor());
    const changes = icmlChanges(bytes);
    expect(changes.map(({ type, by, text }) => [type, by, text])).toEqual([
      ["DeletedText", "Ben Oduya", "puts"],
      ["InsertedText", "Ben Oduya", "sends"],
      ["DeletedText", "Ana Ruiz", "old "],
      ["InsertedText", "Ben Oduya", "Ana Ruiz"],
      ["InsertedText", "Ben Oduya", "¶"],
      ["InsertedText", "Ana Ruiz", "¶"],
      ["InsertedText", "Ana Ruiz", "A house would pay $210 a year."],
      ["InsertedText", "Ana Ruiz", "¶"],
      ["DeletedText", "Ben Oduya", "Nobody answered the telephone.¶"],
      ["DeletedText", "Ana Ruiz", "¶"],
      ["DeletedText", "Ben Oduya", "Growers upriver ask who drains "],
      ["DeletedText", "Ana Ruiz", "the"],
      ["DeletedText", "Ben Oduya", " fields.¶"],
      ["InsertedText", "Ben Oduya", "Growers upriver ask who drains "],
      ["InsertedText", "Ana Ruiz", "their"],
      ["InsertedText", "Ben Oduya", " fields."],
      ["InsertedText", "Ben Oduya", "¶"],
    ]);
    expect(new Date(changes[0]?.at ?? "").toISOString()).toBe("2026-11-22T09:01:03.000Z");
    expect(changes.every(({ at }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/u.test(at))).toBe(true);
    expect(attributesOf(bytes, "Story")[0]?.get("TrackChanges")).toBe("true");
    const users = attributesOf(bytes, "DocumentUser");
    expect(users.map((user) => user.get("UserName"))).toEqual(["Ben Oduya", "Ana Ruiz", "No name"]);
    const known = users.map((user) => user.get("Self"));
    for (const change of [...attributesOf(bytes, "Change"), ...attributesOf(bytes, "Note")]) {
      expect(known).toContain(change.get("AppliedDocumentUser"));
    }
  });

  it("has each note with its kind, its state and its replies", async () => {
    const notes = icmlNotes((await written(editedHarbor())).bytes);
    expect(notes.map(({ by }) => by)).toEqual(["Ben Oduya", "Ana Ruiz", "No name"]);
    expect(notes[0]?.lines.with(3, "(who and when)")).toEqual([
      "Query to Ana Ruiz, answered",
      "Is it four to three?",
      "The clerk said five.",
      "(who and when)",
      "Four, I counted hands.",
    ]);
    expect(notes[0]?.lines[3]).toMatch(/^Ana Ruiz, 2026-11-\d\d \d\d:\d\d:$/u);
  });

  it("names what InCopy does not track", async () => {
    const { losses } = await written(editedHarbor());
    expect(sentences(losses)).toEqual([
      "The link of “all of it” is written as Ana Ruiz left it, and not as a change. It was https://example.org/some.",
      "The picture “The wall at low tide.” is as it is now: that Ben Oduya changed the picture, its size, crop or alt text is not written as a change.",
      "InCopy does not track changes of formatting: 1 change shown as it is now.",
      "InCopy does not track changes of what a paragraph is: 1 change shown as it is now.",
      "1 move shown as text that was struck out in one place and put in at another.",
      "Text that one person put in and another struck out is left out, in 1 place.",
    ]);
  });

  it("uses only styles that it defines, and never the same id twice", async () => {
    await fc.assert(
      fc.asyncProperty(anyTrackedStory, async ({ tracked }) => {
        const opened = markupPieces((await written(tracked)).bytes).flatMap((piece) =>
          piece.kind === "open" ? [piece.attributes] : [],
        );
        const values = (name: string) => opened.flatMap((attributes) => attributes.get(name) ?? []);
        const ids = values("Self");
        expect(new Set(ids).size).toBe(ids.length);
        const used = ["AppliedParagraphStyle", "AppliedCharacterStyle", "Source"].flatMap(values);
        expect(used.filter((id) => !ids.includes(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("has no change, note or user where only the final text was asked for", async () => {
    const { bytes } = await icmlWriter.write(printStory(editedHarbor()));
    for (const name of ["Change", "Note", "DocumentUser"]) expect(attributesOf(bytes, name)).toEqual([]);
    expect(attributesOf(bytes, "Story")[0]?.get("TrackChanges")).toBe("false");
  });
});

describe.skipIf(adobeGrammarNotRun !== null)(
  `a marked-up InCopy document and Adobe's grammar ${adobeGrammarNotRun ?? ""}`,
  () => {
    let folder = "";
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "stet-icml-"));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    async function fileToCheck(name: string, markup: StoryDocument): Promise<string> {
      const path = join(folder, name);
      await writeFile(path, underGrammarVersion(new TextDecoder().decode((await written(markup)).bytes)));
      return path;
    }

    it("agree on changes of every kind, with notes", async () => {
      expect(adobeGrammarComplaints([await fileToCheck("harbor.icml", editedHarbor())])).toBe("");
    });

    it("agree on any story with open changes", async () => {
      const seed = Date.now();
      const edited = fc.sample(anyTrackedStory, { numRuns: 60, seed }).map(({ tracked }) => tracked);
      const stories = [...edited, ...fc.sample(anyStory(), { numRuns: 60, seed })];
      const files = await Promise.all(stories.map((one, nr) => fileToCheck(`any-${String(nr)}.icml`, one)));
      expect(adobeGrammarComplaints(files), `stories of seed ${String(seed)}`).toBe("");
    });
  },
);
