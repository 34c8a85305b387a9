import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docxWriter } from "#main/formats/docx/write.ts";
import { finalView, originalView, type StoryDocument } from "#shared/document/index.ts";
import { editedHarbor } from "#tests/support/edited-harbor.ts";
import { markedUpStory } from "#tests/support/outgoing-story.ts";
import { officeChanges } from "#tests/support/office-changes.ts";
import { notRun } from "#tests/support/outside-programs.ts";
import { asPandocTells, pandocJson, pandocParagraphs } from "#tests/support/pandoc.ts";
import { anyTrackedStory } from "#tests/support/tracked-edits.ts";
import { zipFiles } from "#tests/support/word.ts";
import { printedTexts } from "#tests/support/word-processor.ts";
import { wellFormedComplaints, wellFormedNotRun } from "#tests/support/xmllint.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-marked-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function wordFile(name: string, document: StoryDocument): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, (await docxWriter.write(markedUpStory(document))).bytes);
  return path;
}

function decidedTexts(path: string) {
  return { accepted: pandocParagraphs(path, "accept"), rejected: pandocParagraphs(path, "reject") };
}

function told(document: StoryDocument): readonly string[] {
  return asPandocTells(printedTexts(document));
}

function bothTexts(document: StoryDocument) {
  return { accepted: told(finalView(document)), rejected: told(originalView(document)) };
}

describe.skipIf(wellFormedNotRun !== null)(
  `the parts of a marked-up Word document ${wellFormedNotRun ?? ""}`,
  () => {
    it("are well-formed XML, whatever is in names and notes", async () => {
      const document = editedHarbor();
      const odd = `<O’Dea> & "Söhne" \u0007\uD800`;
      const notes = document.notes?.map((note) => ({ ...note, by: odd, text: odd }));
      const { bytes } = await docxWriter.write(markedUpStory({ ...document, ...(notes ? { notes } : {}) }));
      const parts = [...(await zipFiles(bytes))].filter(([name]) => /\.(?:xml|rels)$/u.test(name));
      expect(parts.map(([name]) => name)).toContain("word/commentsExtended.xml");
      const paths = await Promise.all(
        parts.map(async ([name, part]) => {
          const path = join(folder, name.replaceAll("/", "-"));
          await writeFile(path, part.bytes);
          return path;
        }),
      );
      expect(wellFormedComplaints(paths)).toBe("");
    });
  },
);

const pandocNotRun = notRun(["pandoc"]);

describe.skipIf(pandocNotRun !== null)(`a marked-up Word document in pandoc ${pandocNotRun ?? ""}`, () => {
  it("is the final text where all is accepted, and the original where all is rejected", async () => {
    const path = await wordFile("harbor.docx", editedHarbor());
    expect(decidedTexts(path)).toEqual(bothTexts(editedHarbor()));
  });

  it("is so for any story and any edits", async () => {
    const seed = Date.now();
    const stories = fc.sample(anyTrackedStory, { numRuns: 40, seed });
    for (const [nr, { tracked }] of stories.entries()) {
      const path = await wordFile(`any-${String(nr)}.docx`, tracked);
      expect(decidedTexts(path), `story ${String(nr)} of seed ${String(seed)}`).toEqual(bothTexts(tracked));
    }
  }, 240_000);

  it("shows who put in, struck out and noted what", async () => {
    const shown = JSON.stringify(pandocJson(await wordFile("all.docx", editedHarbor()), "all"));
    for (const kind of [
      "insertion",
      "deletion",
      "paragraph-insertion",
      "paragraph-deletion",
      "comment-start",
    ]) {
      expect(shown).toContain(`"${kind}"`);
    }
    expect(shown).toContain('["author","Ben Oduya"],["date","2026-11-22T09:01:03Z"]');
  });
});

const officeNotRun = notRun(["soffice"]);

describe.skipIf(officeNotRun !== null)(
  `a marked-up Word document in LibreOffice ${officeNotRun ?? ""}`,
  () => {
    it("shows every change and note, and comes to the same two texts", async () => {
      const document = editedHarbor();
      const [shown] = await officeChanges([await wordFile("office.docx", document)]);
      expect(shown?.accepted).toEqual(printedTexts(finalView(document)));
      expect(shown?.rejected).toEqual(printedTexts(originalView(document)));
      expect(new Set(shown?.changes)).toEqual(
        new Set([
          "insertion Ana Ruiz",
          "insertion Ben Oduya",
          "deletion Ana Ruiz",
          "deletion Ben Oduya",
          "format-change Ana Ruiz",
        ]),
      );
      expect(shown?.comments).toContainEqual({
        by: "Ben Oduya",
        lines: ["Query to Ana Ruiz, answered", "Is it four to three?", "The clerk said five."],
        done: false,
      });
      expect(shown?.comments.filter(({ done }) => done).map(({ lines }) => lines[1])).toEqual([
        "Trim from here.",
      ]);
    }, 120_000);
  },
);
