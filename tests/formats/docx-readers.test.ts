import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docxWriter } from "#main/formats/docx/write.ts";
import type { PrintStory } from "#main/formats/story-format.ts";
import { linked, marked, paragraph, story, textBlock } from "#shared/document/builders.ts";
import { anyOutgoingStory } from "#tests/support/any-outgoing-story.ts";
import { EVERY_SIGN, fullStory, printStory } from "#tests/support/outgoing-story.ts";
import { notRun } from "#tests/support/outside-programs.ts";
import { readWord, wordText, zipFiles } from "#tests/support/word.ts";
import { wellFormedComplaints, wellFormedNotRun } from "#tests/support/xmllint.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-docx-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function wordFile(name: string, print: PrintStory): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, (await docxWriter.write(print)).bytes);
  return path;
}

function run(program: string, ...args: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

const pandocNotRun = notRun(["pandoc"]);

describe.skipIf(pandocNotRun !== null)(`a Word document in pandoc ${pandocNotRun ?? ""}`, () => {
  it("shows every named style", async () => {
    const everything = story(...fullStory().blocks, textBlock("dateline", "OLDMARSH"));
    const native = run(
      "pandoc",
      "-f",
      "docx+styles",
      "-t",
      "native",
      await wordFile("styles.docx", printStory(everything)),
    );
    const styles = new Set([...native.matchAll(/"custom-style"\s*,\s*"([^"]*)"/g)].map(([, name]) => name));
    expect([...styles].toSorted((a = "", b = "") => (a < b ? -1 : 1))).toEqual([
      "Body",
      "Bold",
      "Bold Italic",
      "Byline",
      "Caption",
      "Credit",
      "Dateline",
      "Dateline line",
      "Deck",
      "End mark",
      "Fact box",
      "Headline",
      "Italic",
      "List item",
      "Photo",
      "Pull quote",
      "Small caps",
      "Source line",
      "Strikethrough",
      "Subhead",
      "Subscript",
      "Superscript",
      "Tagline",
      "Underline",
    ]);
  });

  it("reads marks, links and line breaks as what they are", async () => {
    const document = story(
      paragraph([
        marked("b", "bold"),
        marked("i", "italic"),
        "\n",
        marked("s", "smallCaps"),
        linked("l", "https://a.example/?x=1&y=2"),
      ]),
    );
    const html = run(
      "pandoc",
      "-f",
      "docx",
      "-t",
      "html",
      "--wrap=none",
      await wordFile("marks.docx", printStory(document)),
    );
    expect(html.replaceAll("\n", "")).toBe(
      '<p><strong>b</strong><em>i</em><br /><span class="smallcaps">s</span><a href="https://a.example/?x=1&amp;y=2">l</a></p>',
    );
  });
});

/** The text of Word files as LibreOffice has it, a paragraph or forced break on each line. */
async function officeTexts(paths: readonly string[]): Promise<readonly string[]> {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const filter = "txt:Text (encoded):UTF8,LF";
  run("soffice", profile, "--headless", "--convert-to", filter, "--outdir", folder, ...paths);
  const texts = await Promise.all(paths.map((path) => readFile(path.replace(/\.docx$/, ".txt"), "utf8")));
  return texts.map((text) => text.replace(/^\uFEFF/, ""));
}

const officeNotRun = notRun(["soffice"]);

describe.skipIf(officeNotRun !== null)(`a Word document in LibreOffice ${officeNotRun ?? ""}`, () => {
  it("has the exact text", async () => {
    const [text = ""] = await officeTexts([await wordFile("text.docx", printStory(fullStory()))]);
    expect(text.split("\n")).toEqual([
      "Harbor board puts the seawall to a vote",
      "Oldmarsh would pay over nine years; growers upriver ask who drains the fields",
      "By Ana Ruiz and Jonas Őry, Valley News",
      "The Oldmarsh Ledger",
      "",
      "The old wall at low tide, looking east.",
      "Ana Ruiz / Valley News",
      "OLDMARSH, Wash. — The board voted four to three on Tuesday, “with some regret,” to ask the town. The full text is public.",
      EVERY_SIGN,
      "What it costs",
      "Line one",
      "line two\tafter a tab; CO2, 103, nato, struck, under.",
      "“The sea does not read minutes.”",
      "Nine years of payments",
      "No toll on the quay",
      "Length of the wall: 1.2 miles",
      "Built: 1911",
      "This article was made up for a test.",
      "###",
      "",
    ]);
  }, 120_000);

  it("has every character of any story", async () => {
    const batch = fc.array(anyOutgoingStory, { minLength: 20, maxLength: 20 });
    const holds = fc.asyncProperty(batch, async (stories) => {
      const paths = await Promise.all(stories.map((print, nr) => wordFile(`any-${String(nr)}.docx`, print)));
      const written = await Promise.all(paths.map(async (path) => readWord(await readFile(path))));
      const expected = written.map((paragraphs) => `${paragraphs.map(wordText).join("\n")}\n`);
      expect(await officeTexts(paths)).toEqual(expected);
    });
    await fc.assert(holds, { numRuns: 1, endOnFailure: true });
  }, 120_000);
});

describe.skipIf(wellFormedNotRun !== null)(`the parts of a Word document ${wellFormedNotRun ?? ""}`, () => {
  it("are well-formed XML", async () => {
    const { bytes } = await docxWriter.write(printStory(fullStory()));
    const parts = [...(await zipFiles(bytes))].filter(([name]) => /\.(?:xml|rels)$/.test(name));
    const paths = await Promise.all(
      parts.map(async ([name, part]) => {
        const path = join(folder, name.replaceAll("/", "-"));
        await writeFile(path, part.bytes);
        return path;
      }),
    );
    expect(paths.length).toBeGreaterThan(8);
    expect(wellFormedComplaints(paths)).toBe("");
  });
});
