import { analyse } from "chardet";
import { letterLikelihood } from "./letter-likelihood.ts";

/** An encoding: the label that `TextDecoder` takes, and the name a person knows. */
export interface Encoding {
  readonly label: string;
  readonly name: string;
}

const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_MARGIN = 400;

/** In the order in which they win where nothing tells them apart. */
const SINGLE_BYTE: readonly (Encoding & { readonly relatives: readonly string[] })[] = [
  { label: "windows-1252", name: "Windows-1252", relatives: ["windows-1252", "ISO-8859-1"] },
  { label: "windows-1250", name: "Windows-1250", relatives: ["windows-1250", "ISO-8859-2"] },
  { label: "macintosh", name: "Mac Roman", relatives: [] },
  { label: "iso-8859-2", name: "Latin-2 (ISO 8859-2)", relatives: ["ISO-8859-2"] },
];

/** What chardet tells apart with confidence and no European alphabet can be mistaken for. */
const OTHER_SCRIPTS: Readonly<Record<string, Encoding>> = {
  Shift_JIS: { label: "shift_jis", name: "Shift JIS" },
  Big5: { label: "big5", name: "Big5" },
  "EUC-JP": { label: "euc-jp", name: "EUC-JP" },
  "EUC-KR": { label: "euc-kr", name: "EUC-KR" },
  GB18030: { label: "gb18030", name: "GB 18030" },
  "ISO-2022-JP": { label: "iso-2022-jp", name: "ISO-2022-JP" },
  "KOI8-R": { label: "koi8-r", name: "KOI8-R" },
  "windows-1251": { label: "windows-1251", name: "Windows-1251" },
  "ISO-8859-5": { label: "iso-8859-5", name: "ISO 8859-5" },
  "windows-1253": { label: "windows-1253", name: "Windows-1253" },
  "ISO-8859-7": { label: "iso-8859-7", name: "ISO 8859-7" },
};
const SURE_OF_SCRIPT = 30;
const LOOKS_EUROPEAN = 0.2;

/** The stretch of a file that is worth judging: where its first bytes beyond ASCII are. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - SAMPLE_MARGIN);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

/** Latin-1 and Windows-1252 differ in the bytes 0x80 to 0x9F only. */
function namedLatin(bytes: Uint8Array, encoding: Encoding): Encoding {
  const isLatin1 = encoding.label === "windows-1252" && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
  return isLatin1 ? { label: encoding.label, name: "Latin-1 (ISO 8859-1)" } : encoding;
}

/**
 * The likeliest encoding of bytes that are neither UTF-8 nor UTF-16. Always a guess: nothing in
 * such a file says what it is. European encodings are weighed by how much their letters look like
 * writing, helped by the languages that chardet recognises; other scripts are left to chardet.
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const sample = sampleOf(bytes);
  const matches = analyse(sample);
  const confidence = new Map(matches.map((match) => [match.name as string, match.confidence]));
  const weighed = SINGLE_BYTE.map((encoding) => {
    const text = new TextDecoder(encoding.label).decode(sample);
    const known = Math.max(0, ...encoding.relatives.map((name) => confidence.get(name) ?? 0));
    const likelihood = letterLikelihood(text);
    return { encoding, likelihood, weight: likelihood + known / 200 };
  });
  const best = weighed.reduce((best, next) => (next.weight > best.weight ? next : best));
  const script = matches.find((match) => match.confidence >= SURE_OF_SCRIPT && match.name in OTHER_SCRIPTS);
  const other = script === undefined ? undefined : OTHER_SCRIPTS[script.name];
  if (other !== undefined && best.likelihood < LOOKS_EUROPEAN) return other;
  return namedLatin(bytes, { label: best.encoding.label, name: best.encoding.name });
}
