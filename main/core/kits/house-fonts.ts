import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { DeskKit, FaceStyle, KitFont, KitId } from "#shared/fit/kit/index.ts";
import { houseKits } from "#shared/fit/kit/house-kits.ts";
import { HOUSE_SANS, HOUSE_SERIF } from "#shared/fit/kit/house-styles.ts";
import { contentName, kitSignature } from "./content-name.ts";

/** Where the files of a kit come from, by the hash of their bytes. */
export interface KitFiles {
  readonly kits: ReadonlyMap<KitId, DeskKit>;
  readonly bytes: (sha256: KitId) => Uint8Array | null;
}

const FACES: Readonly<Record<FaceStyle, string>> = {
  regular: "400Regular",
  italic: "400Regular_Italic",
  bold: "700Bold",
  boldItalic: "700Bold_Italic",
};

/** The packages that the fonts come from, each with the font's licence beside. */
const FAMILIES = [
  { family: HOUSE_SERIF, package: "@expo-google-fonts/source-serif-4", start: "SourceSerif4" },
  { family: HOUSE_SANS, package: "@expo-google-fonts/libre-franklin", start: "LibreFranklin" },
] as const;

const STYLES: readonly FaceStyle[] = ["regular", "italic", "bold", "boldItalic"];

let loaded: KitFiles | undefined;

/** The kits that come with Stet and their fonts, from this program's own packages; read when first asked for. */
export function houseFiles(): KitFiles {
  if (loaded) return loaded;
  const { resolve } = createRequire(import.meta.url);
  const files = new Map<KitId, Uint8Array>();
  const keep = (path: string): KitId => {
    const bytes = new Uint8Array(readFileSync(path));
    const sha256 = contentName(bytes);
    files.set(sha256, bytes);
    return sha256;
  };
  const fonts = FAMILIES.flatMap(({ family, package: from, start }): readonly KitFont[] => {
    const folder = dirname(resolve(`${from}/package.json`));
    const licenceSha256 = keep(join(folder, "LICENSE_FONT"));
    return STYLES.map((style) => ({
      family,
      style,
      file: `fonts/${start}_${FACES[style]}.ttf`,
      licence: `licences/${start}-OFL.txt`,
      sha256: keep(join(folder, FACES[style], `${start}_${FACES[style]}.ttf`)),
      licenceSha256,
    }));
  });
  const kits = new Map(houseKits(fonts).map((kit) => [kitSignature(kit), kit]));
  loaded = { kits, bytes: (sha256) => files.get(sha256) ?? null };
  return loaded;
}
