import type { Desk } from "#shared/contract/index.ts";
import type { DeskKit, Face } from "#shared/fit/kit/index.ts";

/** The faces of kits that the window can draw with, by their names and the hash of their fonts. */
const loaded = new Map<string, Promise<void>>();

/** What a family of a kit is called in the window: its own name may be one of the interface's. */
export function kitFamily({ family }: Face): string {
  return `kit-${family}`;
}

/** The weight and slope of a face, as CSS has them. */
export function kitLook({ style }: Face): { readonly weight: string; readonly style: string } {
  return {
    weight: style.startsWith("bold") ? "700" : "400",
    style: style === "italic" || style === "boldItalic" ? "italic" : "normal",
  };
}

/** Makes the kit's faces known to the window, from the very bytes that the composer measures. */
export async function loadKitFaces(desk: Desk, { fonts }: DeskKit): Promise<void> {
  await Promise.allSettled(
    fonts.map((font) => {
      const key = `${font.family} ${font.style} ${font.sha256}`;
      const known = loaded.get(key);
      if (known) return known;
      const loading = (async () => {
        const file = await desk.kits.file({ sha256: font.sha256 });
        if (!file.ok) throw new Error(file.error.message);
        const face = new FontFace(kitFamily(font), new Uint8Array(file.value.bytes), kitLook(font));
        document.fonts.add(await face.load());
      })();
      loaded.set(key, loading);
      // A host that was away is asked again the next time.
      loading.catch(() => loaded.delete(key));
      return loading;
    }),
  );
}
