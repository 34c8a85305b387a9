import type { PhotoBlock } from "#shared/document/index.ts";
import { measureOf, type ColumnSpec, type DeskKit, type PictureShape } from "#shared/fit/kit/kit.ts";

/** The upright size of a picture in pixels, as the archive knows it. */
export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Tells the size of a picture; null where it has not come in. */
export type PictureSizes = (photo: PhotoBlock) => PixelSize | null;

/** The space that a picture takes on the page, without its caption. */
export interface PictureBox {
  readonly columns: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Twice as wide as deep is a strip; a tenth more or less than square is square. */
function shapeOf(widthOverDepth: number): PictureShape {
  if (widthOverDepth >= 2) return "panorama";
  if (widthOverDepth > 1.1) return "horizontal";
  return widthOverDepth < 0.9 ? "vertical" : "square";
}

function widthOverDepth({ crop }: PhotoBlock, pixels: PixelSize): number {
  const { width, height } = crop ?? { width: 1, height: 1 };
  return (pixels.widthPx * width) / Math.max(1, pixels.heightPx * height);
}

/** The number of columns whose measure is nearest to a width. */
function columnsNear({ page }: DeskKit, widthPt: number): number {
  const nearest = page.measures.toSorted(
    (a, b) => Math.abs(a.widthPt - widthPt) - Math.abs(b.widthPt - widthPt),
  )[0];
  return nearest?.columns ?? 1;
}

/**
 * How large a picture stands on the page. One that somebody gave a size is set across the columns
 * nearest to it, in its own proportions; any other across the spec's columns, as deep as the kit
 * says for its shape. A picture whose pixels nobody knows counts as horizontal.
 */
export function pictureBox(
  photo: PhotoBlock,
  kit: DeskKit,
  { pictures }: ColumnSpec,
  pixels: PixelSize | null,
): PictureBox {
  if (photo.size) {
    const columns = columnsNear(kit, photo.size.widthPt);
    const widthPt = measureOf(kit, columns);
    return { columns, widthPt, heightPt: (photo.size.heightPt * widthPt) / photo.size.widthPt };
  }
  const { columns } = pictures;
  const widthPt = measureOf(kit, columns);
  const proportion = pixels ? widthOverDepth(photo, pixels) : 3 / 2;
  const shape = shapeOf(proportion);
  const ordered = pictures.depths.find((depth) => depth.columns === columns && depth.shape === shape);
  return { columns, widthPt, heightPt: ordered?.depthPt ?? widthPt / proportion };
}
