/** The formats in which a story can leave Stet, by the names used on the command line. */
export const EXPORT_FORMATS = ["icml", "docx", "nitf", "text", "proof"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Those that are written until somebody chooses: what other programs take. */
export const USUAL_FORMATS: readonly ExportFormat[] = ["icml", "docx", "nitf", "text"];

/** What a file shows of a story: its final text, or its open changes and notes as well. */
export const EXPORT_VARIANTS = ["final", "markedUp"] as const;
export type ExportVariant = (typeof EXPORT_VARIANTS)[number];

/** The formats in which open changes and notes can be shown. All others are the final text whatever was chosen. */
export const MARKED_UP_FORMATS: readonly ExportFormat[] = ["icml", "docx"];

/** What a proof is printed on. */
export const PROOF_PAPERS = ["letter", "a4"] as const;
export type ProofPaper = (typeof PROOF_PAPERS)[number];

/** How pictures are written: as they came, or upright RGB JPEGs ready to place. */
export const PICTURE_CHOICES = ["jpeg", "tiff", "original"] as const;
export type PictureChoice = (typeof PICTURE_CHOICES)[number];
