import type { Desk, KitInUse, StoryId } from "#shared/contract/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import type { PixelSize } from "#shared/fit/depth/index.ts";
import { parseHeadlineCode, type DeskKit, type KitId } from "#shared/fit/kit/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { harfBuzzBytes, startComposer, stopComposer, type Composer } from "./composer.ts";
import type { SentFont } from "./fit-messages.ts";

/** The composer and the kit that is open in it; kept from story to story. */
export interface Press {
  composer: Promise<Composer> | null;
  kit: KitId | null;
}

/** Ends the composer; the next story begins with a fresh one. */
export function stopPress(press: Press): void {
  stopComposer(press.composer);
  press.composer = null;
  press.kit = null;
}

/** What a story was opened in. */
export interface OpenedIn {
  readonly composer: Composer;
  readonly kit: DeskKit;
  readonly use: KitInUse;
}

/** The bytes of a kit’s fonts, as the composer opens them. */
export async function fontsOf(desk: Desk, kit: DeskKit): Promise<Result<readonly SentFont[], string>> {
  const fonts: SentFont[] = [];
  for (const { family, style, sha256 } of kit.fonts) {
    const file = await desk.kits.file({ sha256 });
    if (!file.ok) return failed(file.error.message);
    fonts.push({ family, style, bytes: file.value.bytes });
  }
  return ok(fonts);
}

/** How large the pictures of a story are; one that has not come in is left out. */
export async function sizesOf(
  desk: Desk,
  { blocks }: StoryDocument,
): Promise<Readonly<Record<string, PixelSize>>> {
  const assets = new Set(blocks.flatMap((block) => (block.kind === "photo" ? [block.asset] : [])));
  const sizes: Record<string, PixelSize> = {};
  for (const asset of assets) {
    const known = await desk.photos.describe({ asset });
    if (known.ok) {
      const { widthPx, heightPx } = known.value;
      sizes[asset] = { widthPx, heightPx };
    }
  }
  return sizes;
}

/** Opens a story in what it is set in: starts the composer and opens the kit where that is still to be done. */
export async function openStory(
  press: Press,
  desk: Desk,
  story: StoryId,
  document: StoryDocument,
): Promise<Result<OpenedIn, string>> {
  const use = await desk.kits.inUse({ story });
  if (!use.ok) return failed(use.error.message);
  const { choice, headline, legs, factor } = use.value;
  const read = await desk.kits.read({ kit: choice.kit });
  if (!read.ok) return failed(read.error.message);
  const { kit } = read.value;
  const composer = await (press.composer ??= startComposer());
  if (press.kit !== choice.kit) {
    press.kit = null;
    const fonts = await fontsOf(desk, kit);
    if (!fonts.ok) return fonts;
    const harfBuzz = await harfBuzzBytes();
    const opened = await composer.ask("openKit", { id: choice.kit, kit, harfBuzz, fonts: fonts.value });
    if (!opened.ok) return opened;
    press.kit = choice.kit;
  }
  const code = headline === null ? null : parseHeadlineCode(headline);
  const sizes = await sizesOf(desk, document);
  const begun = await composer.ask("openStory", { spec: choice.spec, headline: code, legs, factor, sizes });
  return begun.ok ? ok({ composer, kit, use: use.value }) : begun;
}
