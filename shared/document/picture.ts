/** The part of a picture that prints, as fractions (0 to 1) of its upright width and height. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The size at which a picture prints, in points. */
export interface PrintSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Names a photo by the SHA-256 of its bytes: `sha256:` and 64 lower-case hex digits. */
export type AssetId = `sha256:${string}`;

/** Stands in a photo block whose caption came in before its picture. */
export const NO_PICTURE: AssetId = `sha256:${"0".repeat(64)}`;
