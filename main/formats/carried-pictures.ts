import type { AssetId } from "#shared/document/index.ts";
import type { PictureLeftWhy } from "#shared/language/english/told/intake.ts";

/** A picture that copy brings with it. */
export interface CarriedPicture {
  /** Names it within the copy. */
  readonly key: string;
  /** What it is called in the archive: after the copy, because a file calls its pictures `image1.jpeg`. */
  readonly name: string;
  /** In how many places of the copy it stands. */
  readonly uses: number;
  /** Its bytes as they are in the copy, or why they cannot be read. Read anew each time: nobody holds all at once. */
  readonly read: () => Promise<Uint8Array | "large" | "damaged">;
}

/** The pictures of copy that came in. */
export interface CarriedPictures {
  readonly pictures: readonly CarriedPicture[];
  /** Why others stay out, counted by places. */
  readonly left: ReadonlyMap<PictureLeftWhy, number>;
}

/** Which photo of the archive each carried picture is now, by its key. */
export type ArchivedPictures = ReadonlyMap<string, AssetId>;

export const NO_PICTURES: CarriedPictures = { pictures: [], left: new Map() };
