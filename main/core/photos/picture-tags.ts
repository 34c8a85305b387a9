import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ExifTool, exiftoolPath } from "exiftool-vendored";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { mendUtf8 } from "./iim-text.ts";
import { tagsForWords, type PictureWords } from "./picture-words.ts";

/** What ExifTool found in a picture, by group and tag: `IPTC:Caption-Abstract`, `XMP-dc:Description`. */
export type RawTags = Readonly<Record<string, unknown>>;

/** Reads and writes what pictures say about themselves. */
export interface PictureTags {
  /** Null where ExifTool cannot run here or cannot read the file. */
  readonly read: (path: string) => Promise<RawTags | null>;
  /**
   * Writes words into a picture, and the rights and origin of another picture where one is given;
   * ExifTool takes a `%` in that one's path for a code of its own, so that it must have none.
   * Gives the reason, for the middle of a sentence, where that is not possible.
   */
  readonly write: (path: string, words: PictureWords, rightsFrom?: string) => Promise<Result<null, string>>;
  readonly close: () => Promise<void>;
}

const READ_TAGS = [
  "IPTC:all",
  "XMP-dc:all",
  "XMP-photoshop:all",
  "XMP-iptcCore:AltTextAccessibility",
  "XMP-iptcExt:LocationCreated",
  "EXIF:ImageDescription",
  "EXIF:Artist",
  "EXIF:DateTimeOriginal",
  "EXIF:OffsetTimeOriginal",
  "Photoshop:IPTCDigest",
  "File:CurrentIPTCDigest",
].map((tag) => `-${tag}`);

/** Text without a stated encoding is read as Latin-1; `mendUtf8` tells UTF-8 from it. */
const READ_ARGS = ["-G1", "-a", "-struct", "-charset", "iptc=Latin", "-charset", "exif=Latin", ...READ_TAGS];

/**
 * What belongs to the photograph and not to one use of it. GPS, camera settings and thumbnails
 * stay behind: a printed picture has no need of them, and they can show where a source lives.
 */
const RIGHTS_AND_ORIGIN = [
  "XMP-dc:Creator",
  "XMP-dc:Rights",
  "XMP-dc:Subject",
  "XMP-photoshop:AuthorsPosition",
  "XMP-photoshop:City",
  "XMP-photoshop:Country",
  "XMP-photoshop:DateCreated",
  "XMP-photoshop:Headline",
  "XMP-photoshop:Instructions",
  "XMP-photoshop:Source",
  "XMP-photoshop:State",
  "XMP-iptcCore:CreatorContactInfo",
  "XMP-iptcExt:all",
  "XMP-plus:all",
  "XMP-xmpRights:all",
  "IPTC:By-line",
  "IPTC:City",
  "IPTC:CopyrightNotice",
  "IPTC:Country-PrimaryLocationName",
  "IPTC:DateCreated",
  "IPTC:Headline",
  "IPTC:Province-State",
  "IPTC:Source",
  "IPTC:SpecialInstructions",
  "IPTC:TimeCreated",
  "EXIF:Artist",
  "EXIF:Copyright",
  "EXIF:DateTimeOriginal",
  "EXIF:OffsetTimeOriginal",
].map((tag) => `-${tag}`);

const START_TIMEOUT_MS = 20_000;

/** ExifTool crashes its parent where its program cannot be started, so it is tried by itself first. */
async function canRun(program: string): Promise<boolean> {
  try {
    await promisify(execFile)(program, ["-ver"], { timeout: START_TIMEOUT_MS });
    return true;
  } catch {
    return false;
  }
}

async function start(program: string | undefined): Promise<ExifTool | null> {
  try {
    const path = program ?? (await exiftoolPath());
    if (!(await canRun(path))) return null;
    return new ExifTool({ exiftoolPath: path, maxProcs: 1, useMWG: false });
  } catch {
    return null;
  }
}

/** How the IIM text of a picture is encoded where the picture does not say. */
function undeclaredIimCharset(tags: RawTags | null): "UTF8" | "Latin" {
  const iim = Object.entries(tags ?? {}).filter(([tag]) => tag.startsWith("IPTC:"));
  const misread = iim
    .flatMap(([, value]: readonly [string, unknown]) => value)
    .some((text) => typeof text === "string" && mendUtf8(text) !== text);
  return misread ? "UTF8" : "Latin";
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * One ExifTool process, started when it is first needed and ended by `close`. `program` names
 * another ExifTool than the one that comes with Stet.
 */
export function openPictureTags(program?: string): PictureTags {
  let running: Promise<ExifTool | null> | undefined;
  const tool = (): Promise<ExifTool | null> => (running ??= start(program));

  async function read(path: string): Promise<RawTags | null> {
    const exiftool = await tool();
    if (!exiftool) return null;
    try {
      return { ...(await exiftool.readRaw(path, { readArgs: READ_ARGS })) };
    } catch {
      return null;
    }
  }

  return {
    read,
    write: async (path, words, rightsFrom) => {
      const exiftool = await tool();
      if (!exiftool) return failed("ExifTool cannot run on this machine (it needs Perl)");
      const writeArgs = ["-overwrite_original", "-charset", "exif=UTF8", "-IPTCDigest=new"];
      if (rightsFrom !== undefined) {
        const charset = undeclaredIimCharset(await read(rightsFrom));
        writeArgs.push("-charset", `iptc=${charset}`, "-TagsFromFile", rightsFrom, ...RIGHTS_AND_ORIGIN);
      }
      try {
        const { created, updated } = await exiftool.write(path, tagsForWords(words), { writeArgs });
        return created + updated > 0 ? ok(null) : failed("ExifTool wrote nothing");
      } catch (error) {
        return failed(reasonOf(error));
      }
    },
    close: async () => {
      const exiftool = await running;
      running = Promise.resolve(null);
      await exiftool?.end();
    },
  };
}
