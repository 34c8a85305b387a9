import fc from "fast-check";
import type { PrintPicture, PrintStory } from "#main/formats/story-format.ts";
import type { BlockId } from "#shared/document/index.ts";
import { anyStory } from "./any-story.ts";
import { printStory, somePicture } from "./outgoing-story.ts";

const anyFraction = fc.double({ min: 0, max: 1, noNaN: true });

const anyPicture: fc.Arbitrary<PrintPicture> = fc
  .record({
    path: fc.constantFrom("pictures/tax-1.jpg", "pictures/tax vote & more #2 100%.jpg", "pictures/łódź.tif"),
    mediaType: fc.constantFrom("image/jpeg", "image/tiff", "image/png", "image/webp"),
    widthPx: fc.integer({ min: 1, max: 20_000 }),
    heightPx: fc.integer({ min: 1, max: 20_000 }),
    ppi: fc.constantFrom(72, 96, 200, 300, 1200),
    crop: fc.option(
      fc.record({ left: anyFraction, top: anyFraction, width: anyFraction, height: anyFraction }),
    ),
  })
  .map(({ path, ...size }) => somePicture(path, size));

/** Any story on its way out, in its final text; some of its photos have a picture and some have none. */
export const anyOutgoingStory: fc.Arbitrary<PrintStory> = fc
  .record({ document: anyStory(), files: fc.array(fc.option(anyPicture), { minLength: 8, maxLength: 8 }) })
  .map(({ document, files }) => {
    const pictures = new Map<BlockId, PrintPicture>();
    for (const [index, block] of document.blocks.entries()) {
      const file = files[index];
      if (block.kind === "photo" && file) pictures.set(block.id, file);
    }
    return { ...printStory(document), pictures };
  });
