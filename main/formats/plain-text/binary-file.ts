import { fileTypeFromBuffer } from "file-type";

const BEGINNING_BYTES = 64 * 1024;
/** Shares of the bytes. */
const MOST_CONTROLS = 0.05;
const FEW_CONTROLS = 0.005;
const LEAST_CONTROLS = 8;

/** Documents that may be all letters to a computer and are still no text to read. */
const WRITTEN_FOR_PROGRAMS: ReadonlySet<string> = new Set(["pdf", "rtf", "ps", "eps"]);

const SPOKEN_NAMES: Readonly<Record<string, string>> = {
  jpg: "a JPEG picture",
  png: "a PNG picture",
  gif: "a GIF picture",
  tif: "a TIFF picture",
  webp: "a WebP picture",
  heic: "a HEIC picture",
  psd: "a Photoshop picture",
  pdf: "a PDF document",
  rtf: "an RTF document",
  ps: "a PostScript file",
  eps: "an EPS picture",
  docx: "a Word document",
  odt: "an OpenDocument text",
  cfb: "an old Word or Office document",
  xlsx: "an Excel workbook",
  zip: "a ZIP archive",
  exe: "a Windows program",
  mp3: "an MP3 recording",
  mp4: "an MP4 video",
  sqlite: "a database",
};

function nameOf(extension: string, mime: string): string {
  const spoken = SPOKEN_NAMES[extension];
  if (spoken !== undefined) return spoken;
  const family = mime.split("/")[0];
  const noun =
    family === "image" ? "picture" : family === "audio" ? "recording" : family === "video" ? "video" : "file";
  const article = /^[AEFHILMNORSX]/.test(extension.toUpperCase()) ? "an" : "a";
  return `${article} ${extension.toUpperCase()} ${noun}`;
}

/** How many bytes are control codes that a text has few of. */
function countControls(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) {
    const isControl = byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) || byte === 0x7f;
    if (isControl) controls += 1;
  }
  return controls;
}

async function recognised(bytes: Uint8Array): Promise<{ ext: string; mime: string } | null> {
  try {
    return (await fileTypeFromBuffer(bytes)) ?? null;
  } catch {
    // A file cut short within its own header: it stays without a name.
    return null;
  }
}

/**
 * Says why bytes are no text, to follow "harbor.txt is not text: it": "begins like a JPEG
 * picture", "holds binary data". Null where they may be text; UTF-16 must be told apart before.
 * Control characters alone do not make a file binary: agency messages hold a few.
 */
export async function whyNotText(bytes: Uint8Array): Promise<string | null> {
  const beginning = bytes.subarray(0, BEGINNING_BYTES);
  const controls = countControls(beginning);
  const share = controls / beginning.length;
  const type = await recognised(beginning);
  if (type !== null && (share > FEW_CONTROLS || WRITTEN_FOR_PROGRAMS.has(type.ext))) {
    return `begins like ${nameOf(type.ext, type.mime)}`;
  }
  // However short the file: a wire message holds separators, but no text holds one zero after the other.
  const zeros = beginning.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  const isBinary =
    controls > LEAST_CONTROLS ? share > MOST_CONTROLS : zeros > 1 && zeros / beginning.length > MOST_CONTROLS;
  return isBinary ? "holds binary data" : null;
}
