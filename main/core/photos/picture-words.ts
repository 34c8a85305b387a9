/** What a picture is to say about itself. Fields left out are left as they are in the file. */
export interface PictureWords {
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  readonly headline?: string;
  readonly creators?: readonly string[];
  /** ISO 8601 with its offset: `2026-03-14T18:42:00-07:00`. */
  readonly takenAt?: string;
  readonly city?: string;
  readonly state?: string;
  readonly country?: string;
}

/** New values by ExifTool's group and tag; null takes the tag away. */
export type TagsToWrite = Readonly<Record<string, string | string[] | null>>;

/** ExifTool takes HTML entities in values, so that an ampersand has to be one. */
function literal(text: string): string {
  return text.replaceAll("&", "&amp;");
}

/** Every place of the file for one text; an empty text clears them all. */
function everywhere(text: string | undefined, ...tags: readonly string[]): TagsToWrite {
  if (text === undefined) return {};
  return Object.fromEntries(tags.map((tag) => [tag, text === "" ? null : literal(text)]));
}

/**
 * The tags that say these words in each place where readers look: IIM, XMP and, for the caption,
 * EXIF (IPTC Photo Metadata Standard 2023.1, "Mapping to IIM and Exif"). IIM is marked as UTF-8.
 */
export function tagsForWords(words: PictureWords): TagsToWrite {
  const { takenAt, creators } = words;
  const [date, time] = takenAt?.split("T") ?? [];
  const names = creators?.map(literal);
  return {
    "IPTC:CodedCharacterSet": "UTF8",
    ...everywhere(words.caption, "IPTC:Caption-Abstract", "XMP-dc:Description", "EXIF:ImageDescription"),
    ...everywhere(words.credit, "IPTC:Credit", "XMP-photoshop:Credit"),
    ...everywhere(words.alt, "XMP-iptcCore:AltTextAccessibility"),
    ...everywhere(words.headline, "IPTC:Headline", "XMP-photoshop:Headline"),
    ...everywhere(words.city, "IPTC:City", "XMP-photoshop:City"),
    ...everywhere(words.state, "IPTC:Province-State", "XMP-photoshop:State"),
    ...everywhere(words.country, "IPTC:Country-PrimaryLocationName", "XMP-photoshop:Country"),
    ...everywhere(takenAt, "XMP-photoshop:DateCreated"),
    ...everywhere(date, "IPTC:DateCreated"),
    ...everywhere(time, "IPTC:TimeCreated"),
    ...(names ? { "IPTC:By-line": names, "XMP-dc:Creator": names } : {}),
  };
}
