import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { Compositor } from "#shared/fit/compose/index.ts";
import { canonicalJson, type DeskKit, type HyphenationLanguage, type KitId } from "#shared/fit/kit/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";

/** Reads a font of a kit by the hash of its bytes. */
export type ReadFont = (sha256: KitId) => Result<Uint8Array, Failure>;

/** Gives the compositor of a kit; the same one as long as the same few kits are asked for. */
export interface Compositors {
  readonly of: (kit: DeskKit, readFont: ReadFont) => Promise<Result<Compositor, Failure>>;
}

/** Each holds a HarfBuzz with all fonts of its kit, some megabytes. */
const KEPT = 3;

function languagesOf(kit: DeskKit): readonly HyphenationLanguage[] {
  return kit.specs.flatMap(({ styles }) =>
    Object.values(styles).flatMap(({ hyphenation }) => (hyphenation ? [hyphenation.language] : [])),
  );
}

async function open(kit: DeskKit, readFont: ReadFont): Promise<Result<Compositor, Failure>> {
  const files = [];
  for (const { family, style, sha256 } of kit.fonts) {
    const bytes = readFont(sha256);
    if (!bytes.ok) return bytes;
    files.push({ family, style, bytes: bytes.value });
  }
  // A core starts without the composer.
  const [{ createCompositor }, { loadHyphenators }, { openFonts }, { loadHarfBuzz }] = await Promise.all([
    import("#shared/fit/compose/index.ts"),
    import("#shared/fit/hyphenate/languages.ts"),
    import("#shared/fit/shaping/font-book.ts"),
    import("#shared/fit/shaping/harfbuzz.ts"),
  ]);
  const wasm = createRequire(import.meta.url).resolve("harfbuzzjs/dist/harfbuzz.wasm");
  const harfBuzz = await loadHarfBuzz(new Uint8Array(await readFile(wasm)));
  const fonts = openFonts(harfBuzz, files);
  if (!fonts.ok) {
    return failed(failure("broken-file", `The kit “${kit.name}” cannot be used: ${fonts.error}.`, kit.name));
  }
  return ok(createCompositor({ fonts: fonts.value, hyphenators: await loadHyphenators(languagesOf(kit)) }));
}

/** Opens a store of compositors: the host of the composer in Node. */
export function nodeCompositors(): Compositors {
  const opened = new Map<string, Promise<Result<Compositor, Failure>>>();
  return {
    of: async (kit, readFont) => {
      const key = canonicalJson(kit);
      const known = opened.get(key) ?? open(kit, readFont);
      opened.delete(key);
      opened.set(key, known);
      for (const oldest of opened.keys()) {
        if (opened.size <= KEPT) break;
        opened.delete(oldest);
      }
      const compositor = await known;
      if (!compositor.ok) opened.delete(key);
      return compositor;
    },
  };
}
