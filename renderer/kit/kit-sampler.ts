import { fontsOf, sizesOf } from "#renderer/fit/open-story.ts";
import { harfBuzzBytes, startComposer, stopComposer, type Composer } from "#renderer/fit/composer.ts";
import { loadKitFaces } from "#renderer/fit/kit-faces.ts";
import type { Desk } from "#shared/contract/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import type { PixelSize } from "#shared/fit/depth/index.ts";
import type { DeskKit, KitId } from "#shared/fit/kit/kit.ts";
import { failed, type Result } from "#shared/rpc/result.ts";
import type { KitSample } from "./kit-sample.ts";
import { sampleCopy } from "./sample-copy.ts";

/** Sets the sample of a kit that is being edited, in a composer of its own. */
export interface KitSampler {
  /** Sets the sample copy, and the story on the page, in one column spec of the kit. */
  readonly set: (kit: DeskKit, spec: number) => Promise<Result<KitSample, string>>;
  readonly stop: () => void;
}

function fontsKey({ fonts }: DeskKit): string {
  return fonts.map(({ family, style, sha256 }) => `${family} ${style} ${sha256}`).join("\n");
}

/** Opens a sampler; the composer starts with the first sample. */
export function kitSampler(desk: Desk, id: KitId, story: StoryDocument | null): KitSampler {
  let composer: Promise<Composer> | null = null;
  let opened: string | null = null;
  let sizes: Promise<Readonly<Record<string, PixelSize>>> | null = null;

  async function openFor(kit: DeskKit): Promise<Result<Composer, string>> {
    composer ??= startComposer();
    const started = await composer.catch((error: unknown) => {
      // A host that was away is asked again with the next sample.
      composer = null;
      throw error;
    });
    if (opened === fontsKey(kit)) return { ok: true, value: started };
    const fonts = await fontsOf(desk, kit);
    if (!fonts.ok) return fonts;
    await loadKitFaces(desk, kit);
    const harfBuzz = await harfBuzzBytes();
    const answer = await started.ask("openKit", { id, kit, harfBuzz, fonts: fonts.value });
    if (!answer.ok) return answer;
    opened = fontsKey(kit);
    return { ok: true, value: started };
  }

  return {
    set: async (kit, at) => {
      const spec = kit.specs[at] ?? kit.specs[0];
      try {
        const open = await openFor(kit);
        if (!open.ok || !spec) return open.ok ? failed("") : open;
        sizes ??= story ? sizesOf(desk, story) : Promise.resolve({});
        const copy = sampleCopy(spec);
        return await open.value.ask("sample", { kit, spec: at, copy, story, sizes: await sizes });
      } catch (error) {
        return failed(error instanceof Error ? error.message : String(error));
      }
    },
    stop: () => stopComposer(composer),
  };
}
