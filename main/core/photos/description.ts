import { z } from "zod";
import type { PhotoDescription } from "#shared/contract/photos.ts";
import { cleanText } from "#shared/document/index.ts";
import type { DescribedText, DescribedThing } from "#shared/language/english/told/photos.ts";
import { told, type Told } from "#shared/language/told.ts";
import { foldText } from "#shared/newsroom/index.ts";
import { mendUtf8 } from "./iim-text.ts";
import type { RawTags } from "./picture-tags.ts";
import { agreeOnTime, readTime } from "./taken-at.ts";

/** What a picture says about itself that nobody could read, or a picture that says nothing. */
export const NO_DESCRIPTION: PhotoDescription = {
  caption: "",
  credit: "",
  alt: "",
  headline: "",
  takenAt: "",
  location: "",
  disagreements: [],
};

interface Settled {
  readonly text: string;
  readonly disagreement: Told | null;
}

/** What cameras write into the caption by themselves. */
const CAMERA_CAPTION =
  /^(?:OLYMPUS DIGITAL CAMERA|SONY DSC|SAMSUNG(?: CAMERA PICTURES)?|(?:KONICA )?MINOLTA DIGITAL CAMERA|DIGITAL CAMERA|DCIM\\.*)$/i;

const QUOTED_MAX = 80;

function texts(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values
    .filter((item) => typeof item === "string" || typeof item === "number" || typeof item === "boolean")
    .map(String);
}

/** Undeclared UTF-8 in IIM and EXIF was read as Latin-1: see `mendUtf8`. XMP is always UTF-8. */
function reader(tags: RawTags): (tag: string) => string {
  const iimSaysUtf8 = tags["IPTC:CodedCharacterSet"] === "UTF8";
  return (tag) => {
    const right = tag.startsWith("XMP") || (iimSaysUtf8 && tag.startsWith("IPTC:"));
    return texts(tags[tag])
      .map((text) => cleanText(right ? text : mendUtf8(text)).text.trim())
      .filter((text) => text !== "")
      .join(", ");
  };
}

/**
 * True where somebody changed IIM after XMP was last brought in line with it: Photoshop's digest
 * of the IIM block is no longer that of the block (Metadata Working Group, Guidelines for
 * Handling Image Metadata 2.0, section 3.3, which the IPTC standard refers to).
 */
function iimIsNewer(tags: RawTags): boolean {
  const [written] = texts(tags["Photoshop:IPTCDigest"]);
  const [current] = texts(tags["File:CurrentIPTCDigest"]);
  return written !== undefined && current !== undefined && written !== current;
}

/** XMP comes first; IIM where it is newer; EXIF, which cameras fill with what they like, last. */
function inOrder(sayings: readonly DescribedText[], iimFirst: boolean): readonly DescribedText[] {
  const order: readonly DescribedText["place"][] = iimFirst
    ? ["IPTC IIM", "XMP", "EXIF"]
    : ["XMP", "IPTC IIM", "EXIF"];
  return order.flatMap((place) => sayings.filter((saying) => saying.place === place && saying.text !== ""));
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** IIM fields end after so many bytes: a text that was cut there disagrees with nobody. */
function wasCut(saying: DescribedText, whole: string, iimMaxBytes: number): boolean {
  if (saying.place !== "IPTC IIM") return false;
  const bytes = Buffer.byteLength(saying.text);
  return bytes > iimMaxBytes - 4 && plain(whole).startsWith(plain(saying.text));
}

function shortened({ text, place }: DescribedText): DescribedText {
  const line = plain(text);
  return { text: line.length > QUOTED_MAX ? `${line.slice(0, QUOTED_MAX).toWellFormed()}…` : line, place };
}

function disagreement(
  thing: DescribedThing,
  taken: DescribedText,
  others: readonly DescribedText[],
): Told | null {
  if (others.length === 0) return null;
  return told("descriptionsDisagree", { thing, taken: shortened(taken), others: others.map(shortened) });
}

function settle(what: DescribedThing, sayings: readonly DescribedText[], iimMaxBytes: number): Settled {
  const whole = sayings.find(
    (saying) => !sayings.some((other) => other !== saying && wasCut(saying, other.text, iimMaxBytes)),
  );
  if (!whole) return { text: "", disagreement: null };
  const others = sayings.filter(
    (saying) => plain(saying.text) !== plain(whole.text) && !wasCut(saying, whole.text, iimMaxBytes),
  );
  return { text: whole.text, disagreement: disagreement(what, whole, others) };
}

/**
 * The credit line of a newsroom: `Jane Doe/Valley News`. The Credit Line is what the supplier
 * asks to be printed and the Creator is who made the picture (IPTC Photo Metadata Standard
 * 2023.1, sections on Creator and Credit Line); a name that the line holds already is not set twice.
 */
export function composeCredit(creators: string, creditLine: string): string {
  if (creators === "" || foldText(creditLine).includes(foldText(creators))) return creditLine;
  if (creditLine === "" || foldText(creators).includes(foldText(creditLine))) return creators;
  return `${creators}/${creditLine}`;
}

const locationCreatedSchema = z
  .array(z.looseObject({ City: z.string(), ProvinceState: z.string(), CountryName: z.string() }).partial())
  .catch([]);

/** Where the picture was made, for pictures that name no place in the older, simpler fields. */
function locationCreated(tags: RawTags): readonly (string | undefined)[] {
  const [first] = locationCreatedSchema.parse(tags["XMP-iptcExt:LocationCreated"]);
  return [first?.City, first?.ProvinceState, first?.CountryName];
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts
    .map((part) => cleanText(part ?? "").text.trim())
    .filter((part) => part !== "")
    .join(", ");
}

/**
 * What a picture says about itself, from IPTC IIM, XMP and EXIF. Where they disagree, XMP is
 * taken, or IIM where it is newer, and the disagreement is listed as a sentence.
 */
export function describePicture(tags: RawTags): PhotoDescription {
  const read = reader(tags);
  const iimFirst = iimIsNewer(tags);
  const from = (xmp: string, iim: string, exif = ""): readonly DescribedText[] =>
    inOrder(
      [
        { place: "XMP", text: read(xmp) },
        { place: "IPTC IIM", text: read(iim) },
        { place: "EXIF", text: exif },
      ],
      iimFirst,
    );
  const exifCaption = read("IFD0:ImageDescription");

  // The byte limits are those of IIM 4.2, chapter 6.
  const caption = settle(
    "caption",
    from("XMP-dc:Description", "IPTC:Caption-Abstract", CAMERA_CAPTION.test(exifCaption) ? "" : exifCaption),
    2000,
  );
  const creator = settle(
    "creator",
    from("XMP-dc:Creator", "IPTC:By-line", read("IFD0:Artist").replace(/\s*;\s*/g, ", ")),
    32,
  );
  const creditLine = settle("creditLine", from("XMP-photoshop:Credit", "IPTC:Credit"), 32);
  const headline = settle("headline", from("XMP-photoshop:Headline", "IPTC:Headline"), 256);
  const city = settle("city", from("XMP-photoshop:City", "IPTC:City"), 32);
  const state = settle("state", from("XMP-photoshop:State", "IPTC:Province-State"), 32);
  const country = settle("country", from("XMP-photoshop:Country", "IPTC:Country-PrimaryLocationName"), 64);
  const times = inOrder(
    [
      { place: "XMP", text: readTime(read("XMP-photoshop:DateCreated")) },
      { place: "IPTC IIM", text: readTime(read("IPTC:DateCreated"), read("IPTC:TimeCreated")) },
      {
        place: "EXIF",
        text: readTime(`${read("ExifIFD:DateTimeOriginal")}${read("ExifIFD:OffsetTimeOriginal")}`),
      },
    ],
    iimFirst,
  );
  const [takenAt, ...otherTimes] = times;
  const timesApart = otherTimes.filter((time) => takenAt && !agreeOnTime(takenAt.text, time.text));

  return {
    caption: caption.text,
    credit: composeCredit(creator.text, creditLine.text),
    alt: read("XMP-iptcCore:AltTextAccessibility"),
    headline: headline.text,
    takenAt: takenAt?.text ?? "",
    location: joined([city.text, state.text, country.text]) || joined(locationCreated(tags)),
    disagreements: [
      ...[caption, creator, creditLine, headline, city, state, country].map((field) => field.disagreement),
      takenAt ? disagreement("time", takenAt, timesApart) : null,
    ].filter((sentence) => sentence !== null),
  };
}
