import type { PhotoBlock } from "#shared/document/index.ts";
import type { PrintPicture } from "../story-format.ts";
import { element, onLines, type XmlElement } from "../xml.ts";
import { enriched } from "./inline.ts";

function metadata(name: string, value: string): XmlElement {
  return element("media-metadata", { name, value });
}

/** What `media-reference` has no attribute for: the crop in fractions of the picture, the print size in points. */
function printMetadata({ size }: PhotoBlock, picture: PrintPicture | undefined): readonly XmlElement[] {
  const crop = picture?.crop;
  return [
    ...(crop ? [metadata("crop", [crop.left, crop.top, crop.width, crop.height].join(" "))] : []),
    ...(size ? [metadata("print-size", `${String(size.widthPt)}pt ${String(size.heightPt)}pt`)] : []),
  ];
}

function reference(photo: PhotoBlock, picture: PrintPicture | undefined): XmlElement {
  return element("media-reference", {
    source: picture?.path,
    "mime-type": picture?.mediaType,
    width: picture && String(picture.widthPx),
    height: picture && String(picture.heightPx),
    units: picture && "pixels",
    "alternate-text": photo.alt === "" ? undefined : photo.alt,
  });
}

/**
 * A photo with this use's caption and credit. One whose picture is not there refers to no file,
 * so that its caption and credit still have their place.
 */
export function media(photo: PhotoBlock, picture: PrintPicture | undefined): XmlElement {
  const { caption, credit } = photo;
  return element(
    "media",
    { "media-type": "image" },
    onLines([
      ...printMetadata(photo, picture),
      reference(photo, picture),
      ...(caption.length === 0 ? [] : [element("media-caption", {}, enriched(caption))]),
      ...(credit.length === 0 ? [] : [element("media-producer", {}, enriched(credit))]),
    ]),
  );
}
