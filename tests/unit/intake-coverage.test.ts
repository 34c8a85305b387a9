import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "#main/formats/plain-text/decode.ts";
import { readCopy, storyFromReading } from "#main/formats/plain-text/read.ts";
import { READ_KINDS, type ReadKind } from "#shared/contract/intake.ts";
import { blockText, cleanText, runsText, storyDocumentSchema, type Block } from "#shared/document/index.ts";
import { readingOfPaste } from "#tests/support/readings.ts";
import { sentences } from "#tests/support/sentences.ts";

const WIRE = new URL("../../../shared/conformance/wire/", import.meta.url);

/** Every character but white space, in order. */
function inked(text: string): string {
  return text.replace(/\s/g, "");
}

/** What a source holds, without the marks of a quoted mail where the reading says that it took them off. */
function sourceInk(text: string, warnings: readonly string[]): string {
  const clean = cleanText(text.replace(/[\u000B\u000C]/g, "\n")).text;
  const quoted = warnings.some((warning) => warning.includes("quoted as in a mail"));
  return inked(quoted ? clean.replace(/^[ \t]{0,3}(?:>[ \t]?)+/gm, "") : clean);
}

const NEWSY_LINES = [
  "By Jane Doe and John Roe, Valley News",
  "PARIS (AFP) – The council met.",
  "A bus leaves the depot Monday. (Jane Doe)",
  "Photo: Jane Doe",
  "Advertisement",
  "Most read",
  "Share",
  "Subscribe",
  "Council sends transit tax to voters",
  "Council sends transit tax to voters - Valley News",
  "^BC-US--Transit Tax,466<",
  "-30-",
  "ENDS",
  "• a flashlight",
  "1. The mayor",
  "2. The council",
  "> quoted",
  ">> quoted twice",
  "“No.”",
  "— Jane Doe, mayor",
  "This article originally appeared in the Valley News.",
  "The following information is not for publication",
  "a line that was wrapped at some sixty columns and so goes on and transporta-",
  "tion is the word that was parted here, while transportation stands whole",
  "",
  "   ",
  "\tAn indented paragraph of a few words, long enough to be told.",
];

const anyLine = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NEWSY_LINES) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 120 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);
const anyCopy = fc
  .array(anyLine, { maxLength: 40 })
  .map((lines) => lines.join("\n"))
  .filter((text) => cleanText(text.replace(/[\u000B\u000C]/g, "\n")).text.trim() !== "");

const anyKind: fc.Arbitrary<ReadKind> = fc.constantFrom(...READ_KINDS);

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

/** The letters of a block, other wordings of a headline included. */
function blockLetters(block: Block): string {
  if (block.kind !== "headline") return letters(blockText(block));
  return letters([block.runs, ...(block.alternates ?? [])].map(runsText).join(""));
}

describe("nothing of the source is lost", () => {
  it("the parts hold every character of any text once, in order", async () => {
    await fc.assert(
      fc.asyncProperty(anyCopy, async (text) => {
        const { parts, warnings } = await readingOfPaste(text);
        expect(parts.map((part) => part.index)).toEqual(parts.map((_, at) => at));
        expect(inked(parts.map((part) => part.text).join(""))).toBe(sourceInk(text, sentences(warnings)));
      }),
      { numRuns: 400 },
    );
  });

  it("words stay words: without a hyphen at a line end, only white space is folded", async () => {
    await fc.assert(
      fc.asyncProperty(anyCopy, async (raw) => {
        const text = cleanText(raw.replaceAll("-\n", "\n").replaceAll("\u00AD", "").replaceAll(">", "")).text;
        fc.pre(text.trim() !== "" && !/[-‐\u000B\u000C]\s*\n/.test(text));
        const { parts } = await readingOfPaste(text);
        const rejoined = folded(parts.map((part) => part.text).join(" "));
        expect(rejoined.replace(/(?<=—) /g, "")).toBe(folded(text).replace(/(?<=—) /g, ""));
      }),
      { numRuns: 300 },
    );
  });

  it("whatever the person makes of the parts, every one that is not skipped is in the story once", async () => {
    await fc.assert(
      fc.asyncProperty(anyCopy, fc.array(anyKind, { maxLength: 40 }), async (text, kinds) => {
        const reading = await readingOfPaste(text);
        const chosen = Object.fromEntries(kinds.map((kind, at) => [String(at), kind]));
        const { document } = storyFromReading(reading, chosen);
        storyDocumentSchema.parse(document);
        const kept = reading.parts.filter((part) => (chosen[String(part.index)] ?? part.kind) !== "skip");
        const inStory = document.blocks.map(blockLetters).join("").length;
        const inParts = kept.map((part) => letters(part.text)).join("").length;
        const markers = kept.map((part) => letters(/^\(?\d{1,2}[.)]\s/.exec(part.text)?.[0] ?? "").length);
        const labels = kept.filter((part) =>
          /photo|foto|image|credit|courtesy|caption/i.test(part.text),
        ).length;
        expect(inStory).toBeLessThanOrEqual(inParts);
        expect(inStory).toBeGreaterThanOrEqual(
          inParts - markers.reduce((sum, n) => sum + n, 0) - labels * 20,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe.skipIf(!existsSync(WIRE))(
  "agency files as they really arrive (not run: no ../shared/conformance)",
  () => {
    it.each(existsSync(WIRE) ? readdirSync(WIRE) : [])("%s is read whole", async (name) => {
      const bytes = new Uint8Array(readFileSync(new URL(name, WIRE)));
      const decoded = await decodeText(name, bytes);
      const reading = await readCopy({ from: "file", name, bytes });
      if (!decoded.ok || !reading.ok) throw new Error(`${name} was refused`);
      expect(inked(reading.value.parts.map((part) => part.text).join(""))).toBe(inked(decoded.value.text));
    });

    it.each(["dpa_two_line.txt", "dpa_four_line.txt", "IPTC7901.txt"])(
      "%s keeps its header and notebook out of the story",
      async (name) => {
        const bytes = new Uint8Array(readFileSync(new URL(name, WIRE)));
        const reading = await readCopy({ from: "file", name, bytes });
        if (!reading.ok) throw new Error(reading.error.message);
        const kinds = reading.value.parts.map((part) => part.kind);
        const story = kinds.filter((kind) => kind !== "skip");
        expect(story[0]).toBe("headline");
        expect(story).toContain("dateline");
        expect(story.slice(story.indexOf("dateline") + 1).every((kind) => kind === "paragraph")).toBe(true);
        expect(kinds[0]).toBe("skip");
        expect(kinds.at(-1)).toBe("skip");
      },
    );
  },
);
