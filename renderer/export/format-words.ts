import type { ExportFormat, PictureChoice } from "#shared/contract/index.ts";

interface Words {
  readonly name: string;
  readonly purpose: string;
}

/** What each format is, and whom it is for. */
export const FORMAT_WORDS: Readonly<Record<ExportFormat, Words>> = {
  icml: { name: "InCopy story (ICML)", purpose: "to place in InDesign, with paragraph styles" },
  docx: { name: "Word (DOCX)", purpose: "to read and mark up in Word, with named styles" },
  nitf: { name: "NITF 3.6", purpose: "for the wire and for archives" },
  text: { name: "Plain text", purpose: "for mail, and for everything else" },
  proof: { name: "Proof (PDF)", purpose: "to print and read: the story as it is set" },
};

export const PICTURE_WORDS: Readonly<Record<PictureChoice, Words>> = {
  jpeg: { name: "JPEG", purpose: "upright RGB, ready to place" },
  tiff: { name: "TIFF", purpose: "upright RGB, no loss, large" },
  original: { name: "As they came", purpose: "the very files" },
};
