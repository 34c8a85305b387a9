import type { PrintPicture } from "../story-format.ts";
import type { Crop, PrintSize } from "#shared/document/index.ts";
import { printingPart } from "../printing-part.ts";
import { element, type XmlElement } from "../xml.ts";
import type { PlacedPicture } from "./copy.ts";

const POINTS_PER_INCH = 72;

/** The box that a picture of no given size is set into: two columns of a broadsheet, so that no text is pushed off. */
const UNSIZED: PrintSize = { widthPt: 252, heightPt: 252 };

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  "image/jpeg": "JPEG",
  "image/png": "Portable Network Graphics (PNG)",
  "image/tiff": "TIFF",
  "image/gif": "GIF",
};

function naturalSize({ widthPx, heightPx, ppi }: PrintPicture): PrintSize {
  return { widthPt: (widthPx / ppi) * POINTS_PER_INCH, heightPt: (heightPx / ppi) * POINTS_PER_INCH };
}

/** Points to a thousandth, as the layout programs write them. */
function points(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function withinBox(size: PrintSize): PrintSize {
  const scale = Math.min(1, UNSIZED.widthPt / size.widthPt, UNSIZED.heightPt / size.heightPt);
  return { widthPt: size.widthPt * scale, heightPt: size.heightPt * scale };
}

/** Closed, from the top left corner down and round, in points; y grows downwards. */
function frameOutline({ widthPt, heightPt }: PrintSize): XmlElement {
  const [right, bottom] = [points(widthPt), points(heightPt)];
  const corners = ["0 0", `0 ${bottom}`, `${right} ${bottom}`, `${right} 0`].map((corner) =>
    element("PathPointType", { Anchor: corner, LeftDirection: corner, RightDirection: corner }),
  );
  const path = element("GeometryPathType", { PathOpen: "false" }, [element("PathPointArray", {}, corners)]);
  return element("PathGeometry", {}, [path]);
}

function sizeOfPart(natural: PrintSize, part: Crop): PrintSize {
  return { widthPt: natural.widthPt * part.width, heightPt: natural.heightPt * part.height };
}

/** Scales the picture so that the part covers the frame, and lays the middle of one on that of the other. */
function placedBehind(frame: PrintSize, natural: PrintSize, part: Crop): string {
  const { widthPt, heightPt } = sizeOfPart(natural, part);
  const scale = Math.max(frame.widthPt / widthPt, frame.heightPt / heightPt);
  const left = frame.widthPt / 2 - (part.left + part.width / 2) * natural.widthPt * scale;
  const top = frame.heightPt / 2 - (part.top + part.height / 2) * natural.heightPt * scale;
  const factor = String(Math.round(scale * 1_000_000) / 1_000_000);
  return `${factor} 0 0 ${factor} ${points(left)} ${points(top)}`;
}

/** `pictures/tax vote.jpg` as `file:pictures/tax%20vote.jpg`: relative to the story's own folder. */
function fileUri(path: string): string {
  return `file:${path.split("/").map(encodeURIComponent).join("/")}`;
}

/**
 * A picture anchored in the line and linked to its file. Its frame has the print size and shows
 * the part that prints; without a print size it is as large as its file says, within 252 × 252 pt.
 * The alt text goes with the frame. `nr` sets its ids apart from those of other pictures.
 */
export function anchoredPicture({ photo, file }: PlacedPicture, nr: number): XmlElement {
  const natural = naturalSize(file);
  const part = printingPart(file);
  const frame = photo.size ?? withinBox(sizeOfPart(natural, part));
  const format = FORMAT_NAMES[file.mediaType];
  const bounds = { Left: "0", Top: "0", Right: points(natural.widthPt), Bottom: points(natural.heightPt) };
  const image = element(
    "Image",
    { Self: `image-${String(nr)}`, ItemTransform: placedBehind(frame, natural, part) },
    [
      element("Properties", {}, [element("GraphicBounds", bounds)]),
      element("Link", {
        Self: `picture-link-${String(nr)}`,
        LinkResourceURI: fileUri(file.path),
        LinkResourceFormat: format === undefined ? undefined : `$ID/${format}`,
        StoredState: "Normal",
      }),
    ],
  );
  const altText =
    photo.alt === ""
      ? []
      : [element("ObjectExportOption", { AltTextSourceType: "SourceCustom", CustomAltText: photo.alt })];
  return element(
    "Rectangle",
    {
      Self: `picture-${String(nr)}`,
      ContentType: "GraphicType",
      FillColor: "Swatch/None",
      StrokeColor: "Swatch/None",
      StrokeWeight: "0",
      ItemTransform: `1 0 0 1 0 ${points(-frame.heightPt)}`,
    },
    [
      element("Properties", {}, [frameOutline(frame)]),
      ...altText,
      element("AnchoredObjectSetting", { AnchoredPosition: "InlinePosition" }),
      image,
    ],
  );
}
