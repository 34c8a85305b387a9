import { assetIdSchema, type AssetId } from "#shared/document/index.ts";

const PHOTO_PATH = "/photo/";

/** The picture that `/photo/<sha256 in hex>` stands for; null where the path is no picture's. */
export function photoAsset(pathname: string): AssetId | null {
  if (!pathname.startsWith(PHOTO_PATH)) return null;
  const asset = assetIdSchema.safeParse(`sha256:${pathname.slice(PHOTO_PATH.length)}`);
  return asset.success ? asset.data : null;
}
