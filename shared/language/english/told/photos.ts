const MEGABYTE = 1024 * 1024;

function size(bytes: number): string {
  if (bytes >= MEGABYTE) return `${String(Math.round(bytes / MEGABYTE))} MB`;
  return bytes >= 1024 ? `${String(Math.round(bytes / 1024))} KB` : `${String(bytes)} bytes`;
}

export interface OfFile {
  readonly name: string;
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
  noPhoto: "This newsroom has no such photo.",
};
