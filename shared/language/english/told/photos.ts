const MEGABYTE = 1024 * 1024;

function size(bytes: number): string {
  if (bytes >= MEGABYTE) return `${String(Math.round(bytes / MEGABYTE))} MB`;
  return bytes >= 1024 ? `${String(Math.round(bytes / 1024))} KB` : `${String(bytes)} bytes`;
}

export interface OfFile {
  readonly name: string;
}

/** What the places of a picture's file can say differently. */
export type DescribedThing =
  "caption" | "creator" | "creditLine" | "headline" | "city" | "state" | "country" | "time";

/** A text, and the place of the file that holds it. */
export interface DescribedText {
  readonly text: string;
  readonly place: "XMP" | "IPTC IIM" | "EXIF";
}

export interface Disagreement {
  readonly thing: DescribedThing;
  readonly taken: DescribedText;
  readonly others: readonly DescribedText[];
}

function thingName(thing: DescribedThing): string {
  return thing === "creditLine" ? "credit line" : thing;
}

function inPlace({ text, place }: DescribedText): string {
  return `“${text}” in ${place}`;
}

const TAKEN = "Stet takes photos as JPEG, PNG, TIFF or WebP.";

/** What is told of pictures that come in. */
export const photos = {
  emptyPicture: ({ name }: OfFile) => `${name} is empty: it has no bytes at all.`,
  largePicture: ({
    name,
    bytes,
    mostBytes,
  }: OfFile & { readonly bytes: number; readonly mostBytes: number }) =>
    `${name} is ${size(bytes)}; Stet takes pictures up to ${size(mostBytes)}.`,
  otherPicture: ({ name, type, mime }: OfFile & { readonly type: string; readonly mime: string }) =>
    `${name} is a ${type} file (${mime}). ${TAKEN}`,
  noPicture: ({ name }: OfFile) => `${name} is not a picture: its content is of no picture format. ${TAKEN}`,
  pixelsOver: ({ name }: OfFile) => `${name} has more pixels than Stet can open (268 million).`,
  pictureCutShort: ({ name, bytes }: OfFile & { readonly bytes: number }) =>
    `${name} is cut short: the ${size(bytes)} that arrived end before the picture does. Ask for it again.`,
  pictureBroken: ({ name, why }: OfFile & { readonly why: string }) =>
    `${name} is broken: its picture cannot be decoded (${why}). Ask for it again.`,
  pictureDamaged: ({ name, why }: OfFile & { readonly why: string }) =>
    `${name} is damaged: all of it arrived, but parts of the picture cannot be decoded (${why}). Ask for it again.`,
  descriptionsDisagree: ({ thing, taken, others }: Disagreement) =>
    `The ${thingName(thing)} is ${inPlace(taken)}, but ${others.map(inPlace).join(" and ")}. The one in ${taken.place} was taken.`,
  noPhoto: "This newsroom has no such photo.",
};
