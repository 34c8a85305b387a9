import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kitSignature } from "#main/core/kits/content-name.ts";
import { lookAtFont } from "#main/core/kits/font-look.ts";
import { readKitFile } from "#main/core/kits/kit-file.ts";
import { canonicalJson, headlineCodeText, parseHeadlineCode, type DeskKit } from "#shared/fit/kit/index.ts";
import { readKit } from "#shared/fit/kit/read-kit.ts";
import { broadsheet, houseBytes, kitFile, kitFileWith, ledgerKit, specOf } from "#tests/support/kits.ts";
import { must, refusal } from "#tests/support/newsroom-desk.ts";

async function refused(bytes: Uint8Array): Promise<string> {
  return refusal(await readKitFile("ledger.stetkit", bytes)).message;
}

function withParagraph(change: Record<string, unknown>): DeskKit {
  return ledgerKit((kit) => {
    const [news, ...others] = kit.specs;
    if (!news) throw new Error("no spec");
    const paragraph = { ...news.styles.paragraph, ...change };
    return { ...kit, specs: [{ ...news, styles: { ...news.styles, paragraph } }, ...others] };
  });
}

/** What a kit is refused for, place by place. */
function troubles(kit: unknown): readonly string[] {
  const read = readKit(kit);
  return read.ok ? [] : read.error.map(({ place, message }) => `${place}: ${message}`);
}

describe("a kit in one file", () => {
  it("comes back as it went out, with the bytes of every font and licence", async () => {
    const read = must(await readKitFile("ledger.stetkit", await kitFile()));
    expect(read.kit).toEqual(ledgerKit());
    expect(read.id).toBe(kitSignature(ledgerKit()));
    for (const { sha256, licenceSha256 } of read.kit.fonts) {
      expect(read.files.get(sha256)).toEqual(houseBytes(sha256));
      expect(new TextDecoder().decode(read.files.get(licenceSha256))).toContain("SIL OPEN FONT LICENSE");
    }
  });

  it("is the same bytes whenever it is written", async () => {
    expect(await kitFile()).toEqual(await kitFile());
  });

  it("is refused for a version that this Stet does not read, older or newer", async () => {
    const newer = await kitFileWith({ version: 2, kit: ledgerKit() });
    expect(refusal(await readKitFile("ledger.stetkit", newer)).code).toBe("newer-version");
    expect(await refused(newer)).toContain("version 2; this Stet reads version 1");
    expect(await refused(await kitFileWith({ version: 0, kit: ledgerKit() }))).toContain("version 0");
  });

  it("is refused where it was changed after it was signed", async () => {
    const signature = kitSignature(broadsheet());
    const message = await refused(await kitFileWith({ signature, kit: withParagraph({ leadingPt: 11 }) }));
    expect(message).toContain("Signature: the kit was changed after it was signed");
  });

  it("is refused by the name of a font that is missing, is another, lacks its licence or cannot be read", async () => {
    const kit = ledgerKit();
    const signed = { signature: kitSignature(kit), kit };
    const font = "fonts/SourceSerif4_400Regular.ttf";
    expect(await refused(await kitFileWith(signed, { [font]: null }))).toContain(
      `Fonts “${font}”: is not in the file.`,
    );
    expect(await refused(await kitFileWith(signed, { [font]: new Uint8Array([1, 2]) }))).toContain(
      `Fonts “${font}”: is not the font that was signed: its hash is another.`,
    );
    expect(await refused(await kitFileWith(signed, { "licences/SourceSerif4-OFL.txt": null }))).toContain(
      "has no licence beside it: licences/SourceSerif4-OFL.txt",
    );
    const half = houseBytes(kit.fonts[0]?.sha256 ?? "sha256:").slice(0, 4000);
    const sha256 = `sha256:${createHash("sha256").update(half).digest("hex")}` as const;
    const cut = { ...kit, fonts: kit.fonts.map((one) => (one.file === font ? { ...one, sha256 } : one)) };
    const file = await kitFileWith({ signature: kitSignature(cut), kit: cut }, { [font]: half });
    expect(await refused(file)).toMatch(/SourceSerif4_400Regular\.ttf”: is cut short/);
  });

  it("is refused where it is no kit at all", async () => {
    expect(await refused(new Uint8Array())).toContain("is empty");
    expect(await refused(new TextEncoder().encode("not a zip"))).toContain("is no desk kit");
    expect(await refused(await kitFileWith({ format: "something-else" }))).toContain("is no desk kit");
    const whole = await kitFile();
    expect(await refused(whole.slice(0, whole.byteLength / 2))).toContain("cannot be unpacked");
  });

  it("is never read as another kit, whatever byte of it is spoilt", async () => {
    const whole = await kitFile();
    const own = kitSignature(ledgerKit());
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const spoilt = whole.slice();
        spoilt[at] = (spoilt[at] ?? 0) ^ flip;
        const read = await readKitFile("spoilt.stetkit", spoilt);
        // A spoilt time or comment in the zip leaves the kit whole.
        expect(read.ok ? read.value.id : own).toBe(own);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe("a bad kit", () => {
  it("is refused with the place in words and the reason", () => {
    expect(troubles({ ...ledgerKit(), page: { ...ledgerKit().page, gutterPt: -3 } })).toEqual([
      "page, gutter: is negative",
    ]);
    expect(troubles(withParagraph({ sizePt: "nine" }))).toEqual([
      "column specs “News”, styles, paragraph, size: must be a number",
    ]);
    expect(troubles(withParagraph({ face: { family: "Utopia", style: "regular" } }))).toEqual([
      "column specs “News”, styles, paragraph, face: asks for Utopia regular, which is not among the kit's fonts",
    ]);
    expect(troubles(withParagraph({ columns: 9 }))).toEqual([
      "column specs “News”, styles, paragraph, columns: asks for a measure of 9 columns, which the page lacks",
    ]);
    expect(troubles(withParagraph({ indentLeftPt: 80, indentRightPt: 40 }))).toEqual([
      "column specs “News”, styles, paragraph: has indents that leave no width for text",
    ]);
    const range = { min: 120, desired: 100, max: 150 };
    const justification = { ...specOf(broadsheet()).styles.paragraph.justification, wordSpace: range };
    expect(troubles(withParagraph({ justification }))).toEqual([
      "column specs “News”, styles, paragraph, justification, word space: is not min ≤ desired ≤ max",
    ]);
    const [news] = ledgerKit().specs;
    expect(troubles({ ...ledgerKit(), specs: [{ ...news, headlineCodes: ["3-36-2", "big"] }] })).toEqual([
      "column specs “News”, headline codes “big”: is not columns-points-lines",
    ]);
    expect(troubles({ ...ledgerKit(), specs: [news, news] })).toEqual([
      "column specs “News”: is a second column spec of this name",
    ]);
    expect(troubles(null)).toEqual(["the kit: must be a group of values"]);
  });

  it("is only warned of where leading is smaller than the size", () => {
    const read = readKit(withParagraph({ leadingPt: 8 }));
    expect(read.ok && read.value.warnings).toMatchObject([
      {
        place: "column specs “News”, styles, paragraph, leading",
        message: "is 8 points, smaller than the size of 9 points: lines may touch",
      },
    ]);
  });
});

describe("the kits that come with Stet", () => {
  it("are sound, without a warning", () => {
    expect(readKit(broadsheet())).toEqual({ ok: true, value: { kit: broadsheet(), warnings: [] } });
  });

  it("hold static faces that say who they are and may be embedded", () => {
    for (const { family, sha256 } of broadsheet().fonts) {
      const look = lookAtFont(houseBytes(sha256));
      expect(look).toMatchObject({ ok: true, value: { family, mayNotEmbed: false } });
    }
  });
});

describe("a signature", () => {
  it("does not depend on the order in which a kit was written down", () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, one]) => [name, turned(one)]),
      );
    };
    expect(canonicalJson(turned(broadsheet()))).toBe(canonicalJson(broadsheet()));
  });

  it("is that of the JSON which any other reader of RFC 8785 would hash", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = canonicalJson(value);
        const back: unknown = JSON.parse(written);
        expect(JSON.stringify(back)).toBe(JSON.stringify(JSON.parse(JSON.stringify(back))));
        expect(canonicalJson(back)).toBe(written);
        expect(back).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("a headline order", () => {
  it("is columns, points and lines", () => {
    expect(parseHeadlineCode("3-36-2")).toEqual({ columns: 3, sizePt: 36, lines: 2 });
    expect(parseHeadlineCode(" 1 – 24.5 – 3 ")).toEqual({ columns: 1, sizePt: 24.5, lines: 3 });
    expect(["", "3-36", "0-36-2", "3-36-0", "3-2-1", "a-b-c"].map(parseHeadlineCode)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(headlineCodeText({ columns: 3, sizePt: 36, lines: 2 })).toBe("3-36-2");
  });
});
