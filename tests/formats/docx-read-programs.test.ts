import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changesOf } from "#shared/changes/index.ts";
import { blockText, finalView, originalView, type StoryDocument } from "#shared/document/index.ts";
import { notRun } from "#tests/support/outside-programs.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { wordStory } from "#tests/support/read-word.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stet-word-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a program that writes `out.docx`, and gives its bytes. */
function bytesBy(program: string, args: readonly string[]): Uint8Array {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8", timeout: 120_000 });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return new Uint8Array(readFileSync(join(folder, "out.docx")));
}

async function writtenBy(program: string, args: readonly string[]): Promise<StoryDocument> {
  return (await wordStory(bytesBy(program, args))).document;
}

function lines({ blocks }: StoryDocument): readonly string[] {
  return blocks.map((block) => `${block.kind}: ${blockText(block)}`);
}

function whose(document: StoryDocument): readonly string[] {
  return changesOf(document).map(({ by, at, inserted, deleted }) => `${by} ${at}: -${deleted} +${inserted}`);
}

const noPandoc = notRun(["pandoc"]);
const noOffice = notRun(["soffice"]);

const MARKDOWN = `# Seawall goes to voters

The board[s]{.deletion author="Ben Oduya" date="2026-11-20T11:00:00Z"} voted on **Tuesday**[, in May]{.insertion author="Ana Ruiz" date="2026-11-20T10:00:00Z"}.[Which one?]{.comment-start id="0" author="Ana Ruiz" date="2026-11-20T12:00:00Z"} Asked[]{.comment-end id="0"}.[^1]

## What it costs

- Nothing

> The sea does not read minutes.

[^1]: Since 1911.
`;

const OFFICE = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:insertion><office:change-info><dc:creator>Ana Ruiz</dc:creator><dc:date>2026-11-20T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region><text:changed-region xml:id="c2" text:id="c2"><text:deletion><office:change-info><dc:creator>Ben Oduya</dc:creator><dc:date>2026-11-20T11:00:00</dc:date></office:change-info><text:p>late </text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">Seawall goes to voters</text:h><text:p>The board voted <text:change text:change-id="c2"/>on Tuesday<text:change-start text:change-id="c1"/>, in May.</text:p><text:p>Nobody spoke<text:change-end text:change-id="c1"/> against it.</text:p><text:p>Asked<office:annotation><dc:creator>Ana Ruiz</dc:creator><dc:date>2026-11-20T12:00:00</dc:date><text:p>Which one?</text:p></office:annotation> here.</text:p></office:text></office:body></office:document>`;

describe.skipIf(noPandoc !== null)(`a Word file that pandoc wrote ${noPandoc ?? ""}`, () => {
  it("has its kinds, changes, comment and footnote", async () => {
    const from = join(folder, "seawall.md");
    writeFileSync(from, MARKDOWN);
    const document = await writtenBy("pandoc", [
      "-f",
      "markdown",
      "--track-changes=all",
      from,
      "-o",
      join(folder, "out.docx"),
    ]);
    expect(lines(finalView(document))).toEqual([
      "headline: Seawall goes to voters",
      "paragraph: The board voted on Tuesday, in May. Asked.[1]",
      "subhead: What it costs",
      "listItem: Nothing",
      "pullQuote: The sea does not read minutes.",
      "paragraph: [1] Since 1911.",
    ]);
    expect(whose(document)).toEqual([
      "Ben Oduya 2026-11-20T11:00:00.000Z: -s +",
      "Ana Ruiz 2026-11-20T10:00:00.000Z: - +, in May",
    ]);
    expect(document.notes).toMatchObject([{ by: "Ana Ruiz", text: "Which one?" }]);
  });

  it("has its picture with its caption and alt text", async () => {
    const [from, pier] = [join(folder, "pier.md"), join(folder, "pier.jpg")];
    const drawn = await drawPicture(60, 40);
    writeFileSync(pier, drawn);
    writeFileSync(from, `# Seawall goes to voters\n\n![The old pier.](${pier})\n\nIt rained.\n`);
    const bytes = bytesBy("pandoc", ["-f", "markdown", from, "-o", join(folder, "out.docx")]);
    const { document, pictures } = await wordStory(bytes);
    expect(lines(document)).toEqual([
      "headline: Seawall goes to voters",
      "photo: The old pier.",
      "paragraph: It rained.",
    ]);
    const [placed] = pictures.placed.values();
    expect(await pictures.read(placed?.path ?? "")).toEqual(drawn);
  });
});

describe.skipIf(noOffice !== null)(`a Word file that LibreOffice wrote ${noOffice ?? ""}`, () => {
  it("has its changes, a paragraph that was parted among them, and its comment", async () => {
    const from = join(folder, "out.fodt");
    writeFileSync(from, OFFICE);
    const profile = pathToFileURL(join(folder, "profile")).href;
    const document = await writtenBy("soffice", [
      `-env:UserInstallation=${profile}`,
      "--headless",
      "--convert-to",
      "docx",
      "--outdir",
      folder,
      from,
    ]);
    expect(lines(finalView(document))).toEqual([
      "headline: Seawall goes to voters",
      "paragraph: The board voted on Tuesday, in May.",
      "paragraph: Nobody spoke against it.",
      "paragraph: Asked here.",
    ]);
    expect(lines(originalView(document))).toEqual([
      "headline: Seawall goes to voters",
      "paragraph: The board voted late on Tuesday against it.",
      "paragraph: Asked here.",
    ]);
    expect(new Set(changesOf(document).map(({ by }) => by))).toEqual(new Set(["Ana Ruiz", "Ben Oduya"]));
    expect(document.notes).toMatchObject([{ by: "Ana Ruiz", text: "Which one?" }]);
  });
});
