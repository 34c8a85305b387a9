import type { ExportFormat, ExportVariant, PictureChoice } from "#shared/contract/index.ts";
import { englishForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

export interface Choice {
  readonly name: string;
  readonly purpose: string;
}

const formats: Readonly<Record<ExportFormat, Choice>> = {
  icml: { name: "InCopy story (ICML)", purpose: "to place in InDesign, with paragraph styles" },
  docx: { name: "Word (DOCX)", purpose: "to read and mark up in Word, with named styles" },
  nitf: { name: "NITF 3.6", purpose: "for the wire and for archives" },
  text: { name: "Plain text", purpose: "for mail, and for everything else" },
  proof: { name: "Proof (PDF)", purpose: "to print and read: the story as it is set" },
};

const pictures: Readonly<Record<PictureChoice, Choice>> = {
  jpeg: { name: "JPEG", purpose: "upright RGB, ready to place" },
  tiff: { name: "TIFF", purpose: "upright RGB, no loss, large" },
  original: { name: "As they came", purpose: "the very files" },
};

const variants: Readonly<Record<ExportVariant, Choice>> = {
  final: { name: "Final text", purpose: "for print: as if every change were accepted, without notes" },
  markedUp: {
    name: "With changes marked, and notes",
    purpose: "to read or decide on elsewhere; not for print",
  },
};

/** The panel that sends a story out as files, and what came of it. */
export const exporting = {
  none: "Open a story to export it.",
  /** Follows the slug. */
  what: ", with its pictures and a list of the files",
  formats,
  pictures,
  variants,
  /** Under the choice of what is marked; `each` is a format that can show it. */
  markedFormats: ({ each }: { readonly each: readonly string[] }) =>
    `Only ${forms.all(each)} can show changes and notes, in files named “-marked”; every other format is the final text. The next export is final text again unless you choose.`,
  heads: { formats: "Formats", variant: "Text", pictures: "Pictures", packing: "Packing" },
  zip: { name: "A .zip beside the folder", purpose: "one file for mail or a USB stick" },
  into: "Into the folder",
  noFolder: "Name the folder to export into.",
  choose: "Choose…",
  start: "Export",
  noFormat: "Choose a format first.",
  saving: "Saving the story",
  doing: ({ doing }: { readonly doing: string }) => `${doing}…`,
  unsaved:
    "The last changes to this story are not saved, so nothing was exported. The state line at the foot says why.",
  done: "Exported",
  again: "Export again",
  whole: "Every format carries all of the story.",
  open: "Left open",
  losses: "What could not be carried",
  lossPictures: "Pictures",
  files: ({ files }: { readonly files: number }) => forms.counted(files, nouns.file),
};
