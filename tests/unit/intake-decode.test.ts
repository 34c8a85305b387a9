import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "#main/formats/plain-text/decode.ts";
import { INTAKE_MAX_BYTES } from "#shared/contract/limits.ts";
import { isStoryText } from "#shared/document/index.ts";
import { encodedAs, utf16 } from "#tests/support/encodings.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { sentences } from "#tests/support/sentences.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

async function decoded(
  bytes: Uint8Array,
): Promise<{ text: string; encoding: string; warnings: readonly string[] }> {
  const result = await decodeText("notes.txt", bytes);
  if (!result.ok) throw new Error(result.error.message);
  return { ...result.value, warnings: sentences(result.value.warnings) };
}

async function refusal(name: string, bytes: Uint8Array): Promise<{ code: string; message: string }> {
  const result = await decodeText(name, bytes);
  if (result.ok) throw new Error("it was read");
  return result.error;
}

const FRENCH = "Le conseil a décidé d’augmenter la taxe à la fin de l’été : « c’est évident », dit le maire.";
const GERMAN = "Der Bürgermeister sagte: „Wir müssen größere Busse kaufen“, berichtete die Zeitung.";
const SWEDISH = "Kommunen höjer avgiften för bussarna på fredag, säger borgmästaren Åsa Öberg.";
const SPANISH = "El alcalde dijo que mañana habrá más autobuses en el centro, según María Núñez.";
const ENGLISH = "The mayor said, “It’s over” — and left for the café.";
const POLISH = "Rada miasta zdecydowała, że wyborcy zagłosują. „Będzie głośno”, mówi Łukasz Żółć.";
const CZECH = "Městská rada rozhodla, že voliči budou hlasovat o dani, řekl starosta Jiří Šťastný.";
const RUSSIAN = "Городской совет решил вынести налог на голосование осенью, сказал мэр города";

describe("the bytes of a text file become its letters", () => {
  it.each([
    ["UTF-8", utf8(FRENCH), FRENCH],
    ["UTF-8", utf8(`\uFEFF${POLISH}`), POLISH],
    ["UTF-16 LE", utf16(FRENCH, "LE", true), FRENCH],
    ["UTF-16 BE", utf16(RUSSIAN, "BE", true), RUSSIAN],
  ])("%s, without a warning", async (encoding, bytes, text) => {
    expect(await decoded(bytes)).toEqual({ text, encoding, warnings: [] });
  });

  it.each([
    ["UTF-16 LE", utf16(ENGLISH, "LE", false), ENGLISH],
    ["UTF-16 BE", utf16(FRENCH, "BE", false), FRENCH],
    ["UTF-16 LE", utf16(RUSSIAN, "LE", false), RUSSIAN],
  ])("%s without its mark", async (encoding, bytes, text) => {
    expect(await decoded(bytes)).toMatchObject({ text, encoding });
  });

  it.each([
    ["Windows-1252", "windows-1252", FRENCH],
    ["Windows-1252", "windows-1252", GERMAN],
    ["Windows-1252", "windows-1252", ENGLISH],
    ["Latin-1 (ISO 8859-1)", "windows-1252", SWEDISH],
    ["Latin-1 (ISO 8859-1)", "windows-1252", SPANISH],
    ["Windows-1250", "windows-1250", POLISH],
    ["Windows-1250", "windows-1250", CZECH],
    ["Mac Roman", "macintosh", FRENCH],
    ["Mac Roman", "macintosh", GERMAN],
    ["Mac Roman", "macintosh", SWEDISH],
    ["Mac Roman", "macintosh", ENGLISH],
    ["Windows-1251", "windows-1251", RUSSIAN],
  ])("%s by likelihood, and says that it is a guess: %s, %s", async (encoding, label, text) => {
    const read = await decoded(encodedAs(label, text));
    expect(read).toMatchObject({ text, encoding });
    expect(read.warnings).toEqual([
      `Nothing in notes.txt says how its letters are written: it was read as ${encoding}. Check its accents and quotation marks.`,
    ]);
  });

  it("UTF-8 with a damaged place stays UTF-8", async () => {
    const bytes = utf8(FRENCH);
    const damaged = Uint8Array.of(...bytes.subarray(0, bytes.length - 4), 0xc3, 0x20, ...utf8("maire."));
    const read = await decoded(damaged);
    expect(read.encoding).toBe("UTF-8");
    expect(read.text).toContain("décidé d’augmenter");
    expect(read.warnings).toEqual([
      "notes.txt is UTF-8, but damaged in 1 place: � stands there. Look for it, or ask for the file again.",
    ]);
  });

  it("every kind of line end is one, and control codes are dropped with a count", async () => {
    const read = await decoded(utf8("One\r\nTwo\rThree\u0001\u0002 and a half\fFour"));
    expect(read.text).toBe("One\nTwo\nThree and a half\nFour");
    expect(read.warnings).toEqual(["2 characters were dropped: control codes that a story cannot hold."]);
  });

  it("any text comes back from its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async (text) => {
        fc.pre(text.trim() !== "" && isStoryText(text) && !/[\r\u000B\u000C\uFEFF]/.test(text));
        expect((await decoded(utf8(`A ${text}`))).text).toBe(`A ${text}`);
        expect((await decoded(utf16(`A ${text}`, "BE", true))).text).toBe(`A ${text}`);
      }),
    );
  });

  it("any bytes give a text or a reason", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const result = await decodeText("any.txt", bytes);
        const isRight = result.ok
          ? isStoryText(result.value.text)
          : result.error.message.startsWith("any.txt is ");
        expect(isRight).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is no text is refused by name", () => {
  it.each([
    ["jpeg", "a JPEG picture"],
    ["png", "a PNG picture"],
    ["gif", "a GIF picture"],
    ["tiff", "a TIFF picture"],
  ] as const)("a %s called .txt", async (format, spoken) => {
    const picture = await drawPicture(64, 48, format);
    expect(await refusal("photo.txt", picture)).toMatchObject({
      code: "unsupported-file",
      message: `photo.txt is not text: it begins like ${spoken}.`,
    });
    expect((await refusal("photo.txt", picture.subarray(0, 200))).code).toBe("unsupported-file");
  });

  it("documents of other programs, and bytes that nobody knows", async () => {
    expect((await refusal("a.txt", utf8("%PDF-1.7\n1 0 obj"))).message).toBe(
      "a.txt is not text: it begins like a PDF document.",
    );
    expect((await refusal("a.txt", utf8("{\\rtf1\\ansi Hello}"))).message).toBe(
      "a.txt is not text: it begins like an RTF document.",
    );
    const noise = Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 32);
    expect((await refusal("a.txt", noise)).message).toBe("a.txt is not text: it holds binary data.");
  });

  it("but a text may begin like a picture", async () => {
    expect((await decoded(utf8("BMW says that it will build buses."))).encoding).toBe("UTF-8");
    expect((await decoded(utf8("GIF89a is the name of a picture format, the lecturer said."))).encoding).toBe(
      "UTF-8",
    );
  });

  it("an empty file, and one of white space", async () => {
    expect(await refusal("a.txt", new Uint8Array())).toMatchObject({
      code: "empty-file",
      message: "a.txt is empty: 0 bytes. Ask for it again.",
      about: "a.txt",
    });
    expect((await refusal("a.txt", utf8(" \r\n\t\u00A0\n"))).code).toBe("empty-file");
    expect((await refusal("a.txt", utf8("\uFEFF"))).code).toBe("empty-file");
  });

  it("more text than Stet takes, with both sizes", async () => {
    const large = await refusal("archive.txt", new Uint8Array(INTAKE_MAX_BYTES * 5).fill(0x61));
    expect(large.code).toBe("too-large");
    expect(large.message).toBe(
      "archive.txt is too large: it has 50 MB of text, and Stet takes up to 10 MB. Bring in the story alone.",
    );
  });
});
