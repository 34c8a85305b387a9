import { runsText, type PhotoBlock } from "#shared/document/index.ts";

/** One use of a picture and the file that it went to; null where the picture is missing. */
export interface CaptionedPicture {
  readonly photo: PhotoBlock;
  readonly fileName: string | null;
}

function entry({ photo, fileName }: CaptionedPicture, nr: number): string {
  const lines = [
    fileName ?? `Picture ${String(nr)}: not in this export`,
    `Caption: ${runsText(photo.caption)}`,
    `Credit: ${runsText(photo.credit)}`,
    `Alt text: ${photo.alt}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The captions file: for each picture its file name, caption, credit and alt text; UTF-8, an empty line between. */
export function captionsFile(pictures: readonly CaptionedPicture[]): Uint8Array {
  return new TextEncoder().encode(pictures.map((picture, index) => entry(picture, index + 1)).join("\n"));
}
