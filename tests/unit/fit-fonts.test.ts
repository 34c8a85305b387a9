import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { openFonts } from "#shared/fit/shaping/font-book.ts";
import { loadHarfBuzz } from "#shared/fit/shaping/harfbuzz.ts";
import { fontFile, harfBuzzBytes, startedHarfBuzz } from "#tests/support/compositor.ts";

const REGULAR = fontFile("SourceSerif4", "regular");

describe("the fonts of a kit", () => {
  test("are opened with the measures that the font states", async () => {
    const book = openFonts(await startedHarfBuzz(), [REGULAR]);
    const face = book.ok ? book.value.faces[0] : undefined;
    expect(face?.face).toEqual({ family: "Source Serif 4", style: "regular" });
    expect(face?.metrics).toEqual({
      unitsPerEm: 1000,
      ascender: 1.036,
      descender: -0.335,
      capHeight: 0.67,
      xHeight: 0.475,
    });
    expect(face?.substitutions.has("smcp")).toBe(true);
  });

  test("a font that cannot be set is refused by name: no font, half a font, a web font", async () => {
    const harfBuzz = await startedHarfBuzz();
    const { resolve } = createRequire(import.meta.url);
    const web = resolve("@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2");
    const bad = [
      new Uint8Array(0),
      new TextEncoder().encode("not a font"),
      REGULAR.bytes.slice(0, 5000),
      readFileSync(web),
    ];
    for (const bytes of bad) {
      const opened = openFonts(harfBuzz, [REGULAR, { family: "Broken", style: "bold", bytes }]);
      expect(opened).toMatchObject({ ok: false, error: expect.stringContaining("Broken (bold)") });
    }
    expect(openFonts(harfBuzz, []).ok).toBe(false);
    expect(openFonts(harfBuzz, [REGULAR]).ok).toBe(true);
  });

  test("a face that is not there is replaced by the nearest of its family, else by the first of all", async () => {
    const opened = openFonts(await startedHarfBuzz(), [
      fontFile("LibreFranklin", "regular"),
      REGULAR,
      fontFile("SourceSerif4", "italic"),
    ]);
    if (!opened.ok) throw new Error(opened.error);
    const found = (family: string, style: "bold" | "boldItalic" | "italic"): unknown =>
      opened.value.find({ family, style }).found.face;
    expect(found("Source Serif 4", "bold")).toEqual({ family: "Source Serif 4", style: "regular" });
    expect(found("Source Serif 4", "boldItalic")).toEqual({ family: "Source Serif 4", style: "italic" });
    expect(found("Nobody’s", "bold")).toEqual({ family: "Libre Franklin", style: "regular" });
    expect(opened.value.find({ family: "Source Serif 4", style: "italic" }).missing).toBe(false);
  });
});

test("HarfBuzz starts from its own bytes only", async () => {
  await expect(loadHarfBuzz(new TextEncoder().encode("no module"))).rejects.toThrow("WebAssembly");
  await expect(loadHarfBuzz(harfBuzzBytes())).resolves.toBeDefined();
});
