/** The formats in which a story can leave Stet, by the names used on the command line. */
export const EXPORT_FORMATS = ["icml", "docx", "nitf", "text"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How pictures are written: as they came, or upright RGB JPEGs ready to place. */
export const PICTURE_CHOICES = ["jpeg", "tiff", "original"] as const;
export type PictureChoice = (typeof PICTURE_CHOICES)[number];
