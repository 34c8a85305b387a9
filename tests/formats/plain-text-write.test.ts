import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainTextWriter } from "#main/formats/plain-text/write.ts";
import { printBlocks } from "#main/formats/print-blocks.ts";
import type { PrintStory } from "#main/formats/story-format.ts";
import { headline, linked, marked, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import { NO_PICTURE, runsText } from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { EVERY_SIGN, fullStory, printStory, SOME_PICTURE } from "#tests/support/outgoing-story.ts";
import { sentences } from "#tests/support/sentences.ts";

async function text(print: PrintStory): Promise<string> {
  const { bytes } = await plainTextWriter.write(print);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

describe("a story as plain text", () => {
  it("sets paragraphs with one blank line between them and captions after the text", async () => {
    expect(await text(printStory(fullStory()))).toBe(
      [
        "Harbor board puts the seawall to a vote",
        "Oldmarsh would pay over nine years; growers upriver ask who drains the fields",
        "By Ana Ruiz and Jonas Őry, Valley News",
        "The Oldmarsh Ledger",
        "OLDMARSH, Wash. — The board voted four to three on Tuesday, “with some regret,” to ask the town. The full text is public.",
        EVERY_SIGN,
        "What it costs",
        "Line one\nline two\tafter a tab; CO2, 103, nato, struck, under.",
        "“The sea does not read minutes.”",
        "Nine years of payments",
        "No toll on the quay",
        "Length of the wall: 1.2 miles",
        "Built: 1911",
        "This article was made up for a test.",
        "###",
        "Photo 1, harbor-seawall-1.jpg: The old wall at low tide, looking east. (Ana Ruiz / Valley News)\n",
      ].join("\n\n"),
    );
  });

  it("numbers captions as the photos stand, and needs neither credit nor picture", async () => {
    const document = story(
      photo(SOME_PICTURE),
      paragraph("Copy."),
      photo(NO_PICTURE, "Not here yet."),
      photo(SOME_PICTURE, "", "Ana Ruiz"),
    );
    expect(await text(printStory(document))).toBe(
      "Copy.\n\nPhoto 2: Not here yet.\n\nPhoto 3, harbor-seawall-2.jpg: (Ana Ruiz)\n",
    );
  });

  it("is an empty file for an empty story", async () => {
    expect(await text(printStory(story(headline(""))))).toBe("");
  });

  it("brings every character of any story, in order", async () => {
    await fc.assert(
      fc.asyncProperty(anyStory(1), async (document) => {
        const print = printStory(document);
        const plain = await text(print);
        const blocks = printBlocks(print.document);
        const copy = blocks
          .flatMap((block) => (block.kind === "photo" ? [] : [runsText([...block.dateline, ...block.runs])]))
          .join("\n\n");
        expect(plain.slice(0, copy.length)).toBe(copy);
        let at = copy.length;
        for (const block of blocks) {
          if (block.kind !== "photo") continue;
          for (const words of [runsText(block.photo.caption), runsText(block.photo.credit)]) {
            const found = plain.indexOf(words, at);
            expect(found).toBeGreaterThanOrEqual(at);
            at = found + words.length;
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("names everything that plain text cannot hold", async () => {
    const { losses } = await plainTextWriter.write(
      printStory(
        story(
          paragraph([
            marked("a", "bold"),
            "b",
            marked("c", "bold", "italic"),
            linked("d", "https://a.example"),
          ]),
          textBlock("subhead", "One"),
          textBlock("factBox", "Two"),
          textBlock("factBox", "Three"),
          photo(SOME_PICTURE, "The wall.", "", "A wall"),
        ),
        { embargo: "2026-11-23T06:00:00Z" },
      ),
    );
    expect(sentences(losses)).toEqual([
      "Set as body text: 1 subhead, 2 fact box lines.",
      "Set as plain text: bold text in 2 places.",
      "Set as plain text: italic text in 1 place.",
      "1 link left out: the words are there, the address is not.",
      "1 caption moved from the picture’s place to after the text.",
      "1 alt text left out.",
      "The embargo until 2026-11-23T06:00:00Z is not in the text.",
    ]);
  });
});
