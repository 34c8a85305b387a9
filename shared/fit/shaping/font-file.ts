import type { Face } from "#shared/fit/kit/kit.ts";

/** A font as the host hands it in: the face that it is, and its sfnt bytes (TrueType or OpenType/CFF, not WOFF). */
export interface FontFile extends Face {
  readonly bytes: Uint8Array;
}

/** What a whole font says about its lines, in points at a size of one point. The descender is negative. */
export interface FaceMetrics {
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  readonly xHeight: number;
}
