import { describe, expect, it } from "vitest";
import { readCopy } from "#main/formats/plain-text/read.ts";
import { INTAKE_MAX_BYTES } from "#shared/contract/limits.ts";

const MEGABYTE = 1024 * 1024;
const SENTENCE = "The council, which met on Tuesday, sent the half-cent levy to the voters (all of them). ";

function filled(piece: string, bytes: number): string {
  return piece.repeat(Math.floor(bytes / Buffer.byteLength(piece)));
}

async function secondsToRead(text: string): Promise<number> {
  const begun = performance.now();
  const reading = await readCopy({ from: "paste", text });
  expect(reading.ok).toBe(true);
  return (performance.now() - begun) / 1000;
}

describe("however much comes in, it is read at once", () => {
  it("a megabyte of paragraphs, and a megabyte of wrapped lines", async () => {
    expect(await secondsToRead(filled(`${SENTENCE.repeat(4)}\n\n`, MEGABYTE))).toBeLessThan(2);
    expect(
      await secondsToRead(filled(`${SENTENCE.slice(0, 60)} and\nso on ${SENTENCE}\n\n`, MEGABYTE)),
    ).toBeLessThan(2);
  });

  it.each([
    ["wrapped lines", filled(`${SENTENCE.slice(0, 70)}\n`, MEGABYTE)],
    ["short lines", filled("Transit tax\n", MEGABYTE)],
    [
      "titles above one byline",
      `${filled("Transit tax\n", MEGABYTE)}By Jane Doe\nThe council met on Tuesday night.\n`,
    ],
    ["quotations", filled("“We are not asking for the moon”\n\n", MEGABYTE)],
    ["bylines", filled("By Jane Doe, John Roe and Ann Lee Valley News\n", MEGABYTE)],
    ["captions", filled("A bus leaves the depot Monday. (Jane Doe)\n", MEGABYTE)],
    [
      "lines parted by hyphens",
      filled("a line that was wrapped at some sixty columns and transporta-\n", MEGABYTE),
    ],
  ])("1 MB of nothing but %s", async (_, text) => {
    expect(await secondsToRead(text)).toBeLessThan(10);
  });

  it.each([
    ["letters", "a"],
    ["spaces and letters", "a "],
    ["opening brackets", "("],
    ["capitals", "A"],
    ["capitals and dots", "A."],
    ["dashes", "—"],
    ["hyphens", "a-"],
    ["quotation marks", "“”"],
    ["slashes", "Jane Doe / "],
    ["names", "Jane Doe, "],
    ["digits and colons", "1:"],
    ["carets", "^"],
    ["no-break spaces", "\u00A0a"],
    ["a quoted mail in one line", "> "],
  ])("10 MB of %s in one line", async (_, piece) => {
    expect(await secondsToRead(`x${filled(piece, INTAKE_MAX_BYTES - 16)}`)).toBeLessThan(10);
  });

  it.each([
    ["spaces within a line", `By${" ".repeat(300)}Jane${" ".repeat(300)}Doe`],
    ["commas", `By ${"Jane, ".repeat(80)}`],
    ["separators", "Home | ".repeat(40)],
    ["dots", `Photo: ${"J. ".repeat(60)}`],
    ["brackets", "((((((((((".repeat(30)],
    ["dates", "Nov. 3, ".repeat(30)],
    ["dashes between capitals", "PARIS — ".repeat(40)],
    ["hyphenated names", `By ${"A-".repeat(100)}`],
    ["cookies", `We use cookies ${"cookies ".repeat(60)}`],
    ["newsletters", `Sign up ${"our newsletter ".repeat(30)}x`],
  ])("1 MB of hostile lines: %s", async (_, line) => {
    expect(await secondsToRead(filled(`${line}\n`, MEGABYTE))).toBeLessThan(10);
  });
});
