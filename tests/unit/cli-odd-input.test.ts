import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openShell, type Shell } from "#tests/support/command-line.ts";
import { drawPicture } from "#tests/support/pictures.ts";

let shell: Shell;
beforeEach(() => {
  shell = openShell();
});
afterEach(() => shell.end());

const MEGABYTE = 1024 * 1024;
const SENTENCE = "The harbor board put off the seawall plan once more, and nobody was surprised. ";
const PARAGRAPH = SENTENCE.repeat(5).trim();
const MANY_WORDS = Array.from({ length: 1_850 }, (_, nr) => `${PARAGRAPH} That was number ${String(nr)}.`);
const MANY_BLOCKS = Array.from(
  { length: 5_000 },
  (_, nr) => `Item ${String(nr + 1)} of the list was read out.`,
);
const LONG = `${SENTENCE.repeat(Math.ceil((200 * 1024) / SENTENCE.length))}That was all.`;

async function shownTexts(id: string): Promise<readonly string[]> {
  const { out } = await shell.stet("show", id, "--json");
  const { document } = JSON.parse(out) as {
    readonly document: {
      readonly blocks: readonly { readonly runs?: readonly { readonly text: string }[] }[];
    };
  };
  return document.blocks.map(({ runs = [] }) => runs.map(({ text }) => text).join(""));
}

/** Brings a file in and gives the texts of its blocks, empty ones left out. */
async function imported(bytes: string | Uint8Array): Promise<readonly string[]> {
  shell.write("big.txt", bytes);
  const { exitCode, out } = await shell.stet("import", "big.txt", "--json");
  expect(exitCode).toBe(0);
  const { imported: made } = JSON.parse(out) as { readonly imported: readonly { readonly id: string }[] };
  const [story] = made;
  return (await shownTexts(story?.id ?? "")).filter((text) => text !== "");
}

async function isSound(): Promise<void> {
  const { exitCode } = await shell.stet("verify");
  expect(exitCode).toBe(0);
}

describe("stet import of big and odd files", () => {
  it.each([
    ["120,000 words", MANY_WORDS],
    ["5,000 blocks", MANY_BLOCKS],
    ["a paragraph of 200 KB", ["Tide gates shut early.", LONG]],
    [
      "emoji and letters beyond the first plane",
      ["A line to begin with.", "👩‍👩‍👧‍👦 met 🇸🇪🇳🇴 in row 7️⃣ and 𝔗𝔥𝔢 𝒹𝑒𝓈𝓀 wrote 𠜎𠜱 there on Tuesday."],
    ],
  ] as const)(
    "%s arrive whole, and the newsroom is sound",
    async (_what, paragraphs) => {
      expect((await imported(paragraphs.join("\n\n"))).join("\n")).toBe(paragraphs.join("\n"));
      await isSound();
    },
    60_000,
  );

  it("leaves NULs out and mends half characters, and keeps every other letter", async () => {
    const odd = Buffer.concat([
      Buffer.from("Ferry waits\n\nThe ferry\u0000 waits "),
      Buffer.from([0xed, 0xa0, 0xbd]),
      Buffer.from(" at the quay, « vorerst » – said Łukasz Öhmann of Norrby, naïve as ever, on Tuesday.\n"),
    ]);
    const [, body = ""] = await imported(odd);
    expect(body).toMatch(/^The ferry waits \uFFFD+ at the quay, .*Łukasz Öhmann of Norrby, naïve as ever/u);
    expect(body).not.toContain("\u0000");
    await isSound();
  });

  it.each([
    ["of no byte", new Uint8Array(), /is empty/],
    ["of white space", Buffer.from(" \n\n\t\n"), /is empty/],
    ["of 50 MB", Buffer.alloc(50 * MEGABYTE, SENTENCE), /50 MB.*10 MB/],
    [
      "of random bytes",
      Buffer.from(Uint8Array.from({ length: 40_000 }, (_, at) => (at * 7_919 + (at >> 3)) % 256)),
      /not text/,
    ],
    ["of NULs alone", Buffer.alloc(5_000), /not text/],
  ] as const)("refuses one %s by name, and the newsroom stays as it was", async (_what, bytes, why) => {
    shell.write("odd.txt", bytes);
    const { exitCode, complaints } = await shell.stet("import", "odd.txt");
    expect(exitCode).toBe(1);
    expect(complaints.join(" ")).toMatch(/odd\.txt/);
    expect(complaints.join(" ")).toMatch(why);
    expect(JSON.parse((await shell.stet("list", "--json")).out)).toMatchObject({});
    expect((await shell.stet("list")).out).not.toContain("odd");
    await isSound();
  });

  it("refuses a picture that is called a text by name, among files that are brought in", async () => {
    shell.write("photo.txt", await drawPicture(40, 30, "png"));
    shell.write(
      "good.txt",
      "Tide gates shut early\n\nThe gates shut on Tuesday, a week early, the board said.\n",
    );
    const { exitCode, out, complaints } = await shell.stet("import", "photo.txt", "good.txt");
    expect(exitCode).toBe(1);
    expect(complaints.join(" ")).toContain("photo.txt is not text: it begins like a PNG picture.");
    expect(out).toContain("tide-gates-shut-early");
    await isSound();
  });
});
