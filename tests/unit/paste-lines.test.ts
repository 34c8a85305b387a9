import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinHardLines } from "#renderer/editor/paste/hard-lines.ts";
import { editRuns, splitRuns } from "#renderer/editor/paste/run-edits.ts";
import { plainSpaces, trimRuns } from "#renderer/editor/paste/spaces.ts";
import { textLines } from "#renderer/editor/paste/text-lines.ts";
import { canonicalRuns, runsText, type Run } from "#shared/document/index.ts";
import { anyStoryText } from "#tests/support/any-story.ts";

function joined(text: string): readonly string[] {
  return joinHardLines(textLines(text).lines).paragraphs.map(runsText);
}

/** Breaks words into lines of a width, as an old mail program does. */
function wrapped(words: readonly string[], width: number): string {
  const lines = [""];
  for (const word of words) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.join("\n");
}

describe("Lines of plain text", () => {
  it("are paragraphs, of any kind of line end, where their writer broke them", () => {
    expect(joined("One\r\nTwo\r\rThree\u2028Four\n\n  \nFive  ")).toEqual([
      "One",
      "Two",
      "Three",
      "Four",
      "Five",
    ]);
    const list = "Ana Ruiz\nValley News\n12 Quay Street\nOldmarsh\n\nDear desk,\nhere it is.";
    expect(joined(list)).toEqual(list.split("\n").filter((line) => line !== ""));
  });

  it("lose control characters and nothing else", () => {
    expect(joined("a\u0007b\u0000c “d” – e\u00A0f")).toEqual(["abc “d” – e\u00A0f"]);
    expect(textLines("a\u0007b\u0000c")).toMatchObject({ lost: 2, halves: 0 });
    expect(textLines("a\uD83Db\u0000c")).toMatchObject({ lost: 2, halves: 1 });
  });

  it("stay apart where each is a sentence, a heading or a line of a poem", () => {
    for (const lines of [
      ["The council met on Tuesday night in the old town hall.", "It voted five to two."],
      [
        "Ferry keeps its winter hours until the end of May",
        "Growers ask for a second bus to Norrby and back",
        "School roof holds, says the auditor of the county",
        "Pumps paid for twice, once by the harbor board",
      ],
      ["The tide came in,", "The boats went out,", "And nobody at all", "Was there to shout."],
    ]) {
      expect(joined(lines.join("\n"))).toEqual(lines);
    }
  });

  it("are put together where they were broken to a width, whatever the width", () => {
    const sentence =
      "The county’s auditor looked at every bill of the last two years and found that most of the pumps had been paid for twice, once by the harbor board and once by the trustees of the school, who did not know of the first bill until last Tuesday when somebody asked.";
    fc.assert(
      fc.property(fc.integer({ min: 42, max: 110 }), fc.integer({ min: 1, max: 3 }), (width, count) => {
        const paragraphs = Array.from(
          { length: count },
          (_, nr) => `${sentence} Item ${String(nr)} is next.`,
        );
        const text = paragraphs.map((paragraph) => wrapped(paragraph.split(" "), width)).join("\n\n");
        expect(joined(text)).toEqual(paragraphs);
      }),
    );
  });

  it("begin anew at an item of a list", () => {
    const text =
      "The board wants the following before the ferry may leave, and it wants\nall of it in writing by the end of the month or there is no ferry:\n• a lamp that burns through the night and a second one for the case\nthat it does not\n• dry socks";
    expect(joined(text)).toEqual([
      "The board wants the following before the ferry may leave, and it wants all of it in writing by the end of the month or there is no ferry:",
      "• a lamp that burns through the night and a second one for the case that it does not",
      "• dry socks",
    ]);
  });

  it("lose the hyphen of a word that was parted, and keep that of one that has it", () => {
    const text =
      "A well-known grower of eels lives by the old harbor, and his well-\nknown barn is full of pumps that nobody has ever seen run-\nning since the storm of the Anglo-\nSaxon week in the years 1998-\n99, he says, and that is that, the self-\nmade man of the marsh said with-\nout a smile.";
    const reading = joinHardLines(textLines(text).lines);
    expect(reading.paragraphs.map(runsText)).toEqual([
      "A well-known grower of eels lives by the old harbor, and his well-known barn is full of pumps that nobody has ever seen running since the storm of the Anglo-Saxon week in the years 1998-99, he says, and that is that, the self-made man of the marsh said without a smile.",
    ]);
    expect(reading).toMatchObject({ joined: 6, hyphens: 2 });
  });

  it("never lose or gain a letter beside hyphens, whatever they are", () => {
    const line = fc.oneof(fc.lorem({ maxCount: 12 }), anyStoryText, fc.constant(""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const read = textLines(lines.join("\n")).lines;
        const before = read
          .map(runsText)
          .join("")
          .replace(/[\s\u00AD-]/gu, "");
        const { paragraphs } = joinHardLines(read);
        const after = paragraphs
          .map(runsText)
          .join("")
          .replace(/[\s\u00AD-]/gu, "");
        expect(after).toBe(before);
      }),
    );
  });
});

describe("No-break spaces", () => {
  it.each([
    ["the harbor\u00A0board\u00A0met", "the harbor board met"],
    ["Twice.\u00A0 Then", "Twice. Then"],
    ["done.\u00A0Photos", "done. Photos"],
    ["two \u00A0 spaces", "two spaces"],
  ])("between plain words are spaces: %j", (pasted, plain) => {
    expect(runsText(plainSpaces([{ text: pasted }]))).toBe(plain);
  });

  it.each([
    "25\u00A0km",
    "§\u00A05",
    "J.\u00A0R.\u00A0Holt",
    "Mr.\u00A0Holt",
    "«\u00A0bon\u00A0»",
    "quoi\u00A0?",
    "v\u00A0Praze",
    "page\u00A07",
    "20\u00A0%",
    "one\u00A0– two",
  ])("stay where a typesetter sets one: %j", (text) => {
    expect(runsText(plainSpaces([{ text }]))).toBe(text);
  });

  it("go from the ends of a line, marks and all", () => {
    const runs: readonly Run[] = [
      { text: "\u00A0 ", marks: ["bold"] },
      { text: "a \n\u00A0b" },
      { text: " \t" },
    ];
    expect(trimRuns(runs)).toEqual([{ text: "a\nb" }]);
  });
});

describe("Edits of runs", () => {
  const anyRuns = fc
    .array(fc.tuple(fc.stringMatching(/^[abc ]{0,5}$/), fc.boolean()), { maxLength: 6 })
    .map((parts) =>
      canonicalRuns(parts.map(([text, isBold]) => (isBold ? { text, marks: ["bold" as const] } : { text }))),
    );

  it("do to the runs what they do to their text", () => {
    fc.assert(
      fc.property(anyRuns, fc.constantFrom("", "x", "yz"), (runs, put) => {
        const text = runsText(runs);
        const edits = [...text.matchAll(/[b ]+/g)].map(({ 0: { length }, index: from }) => ({
          from,
          to: from + length,
          text: put,
        }));
        expect(runsText(editRuns(runs, edits))).toBe(text.replace(/[b ]+/g, put));
      }),
    );
  });

  it("part the runs as they part their text", () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const text = runsText(runs);
        expect(splitRuns(runs, text, /b+/g).map(runsText)).toEqual(text.split(/b+/));
      }),
    );
  });
});
