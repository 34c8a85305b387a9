import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCompositor, type Compositor, type Hyphenators } from "#shared/fit/compose/index.ts";
import { loadHyphenators } from "#shared/fit/hyphenate/languages.ts";
import type { FaceStyle, TextStyle } from "#shared/fit/kit/kit.ts";
import { openFonts, type FontBook } from "#shared/fit/shaping/font-book.ts";
import type { FontFile } from "#shared/fit/shaping/font-file.ts";
import { loadHarfBuzz, type HarfBuzz } from "#shared/fit/shaping/harfbuzz.ts";

const { resolve } = createRequire(import.meta.url);

const FOLDERS: Readonly<Record<FaceStyle, string>> = {
  regular: "400Regular",
  italic: "400Regular_Italic",
  bold: "700Bold",
  boldItalic: "700Bold_Italic",
};

/** Where the font file of a face that comes with Stet lies. */
export function fontPath(family: "SourceSerif4" | "LibreFranklin", style: FaceStyle): string {
  const from = family === "SourceSerif4" ? "source-serif-4" : "libre-franklin";
  const folder = dirname(resolve(`@expo-google-fonts/${from}/package.json`));
  return join(folder, FOLDERS[style], `${family}_${FOLDERS[style]}.ttf`);
}

/** A font that comes with Stet, as a host hands it in. */
export function fontFile(family: "SourceSerif4" | "LibreFranklin", style: FaceStyle): FontFile {
  const name = family === "SourceSerif4" ? "Source Serif 4" : "Libre Franklin";
  return { family: name, style, bytes: readFileSync(fontPath(family, style)) };
}

/** HarfBuzz's WASM bytes from its package. */
export function harfBuzzBytes(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve("harfbuzzjs/dist/harfbuzz.wasm")));
}

let harfBuzz: Promise<HarfBuzz> | null = null;

/** HarfBuzz, started once for all tests of a file. */
export function startedHarfBuzz(): Promise<HarfBuzz> {
  harfBuzz ??= loadHarfBuzz(harfBuzzBytes());
  return harfBuzz;
}

/** The fonts of a test, open. */
export async function openTestFonts(files: readonly FontFile[]): Promise<FontBook> {
  const opened = openFonts(await startedHarfBuzz(), files);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

/** Source Serif in four faces and Libre Franklin in one. */
export const TEST_FACES: readonly FontFile[] = [
  fontFile("SourceSerif4", "regular"),
  fontFile("SourceSerif4", "italic"),
  fontFile("SourceSerif4", "bold"),
  fontFile("SourceSerif4", "boldItalic"),
  fontFile("LibreFranklin", "regular"),
];

/** A fresh compositor that has set nothing yet. */
export async function testCompositor(hyphenators?: Hyphenators): Promise<Compositor> {
  return createCompositor({
    fonts: await openTestFonts(TEST_FACES),
    hyphenators: hyphenators ?? (await loadHyphenators(["en-us", "en-gb"])),
  });
}

/** Body copy of a newspaper, 9.5 on 10.5 point, justified line by line; change what the test is about. */
export function newsStyle(changes: Partial<TextStyle> = {}): TextStyle {
  return {
    face: { family: "Source Serif 4", style: "regular" },
    sizePt: 9.5,
    leadingPt: 10.5,
    trackingPerMille: 0,
    alignment: "justify",
    composer: "single-line",
    justification: {
      wordSpace: { min: 75, desired: 100, max: 150 },
      letterSpace: { min: -1, desired: 0, max: 3 },
      glyphScale: { min: 98, desired: 100, max: 102 },
    },
    hyphenation: {
      language: "en-us",
      shortestWord: 5,
      before: 2,
      after: 3,
      ladder: 3,
      capitals: true,
      lastWord: true,
    },
    indentLeftPt: 0,
    indentRightPt: 0,
    indentFirstPt: 9,
    ...changes,
  };
}

/** Spaces as the font has them, and nothing else. */
export const RIGID = {
  wordSpace: { min: 100, desired: 100, max: 100 },
  letterSpace: { min: 0, desired: 0, max: 0 },
  glyphScale: { min: 100, desired: 100, max: 100 },
} as const;
