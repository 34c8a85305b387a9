import { failure, type Failure } from "#shared/contract/failures.ts";
import { INTAKE_MAX_BYTES } from "#shared/contract/limits.ts";
import { cleanText } from "#shared/document/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { whatInstead } from "./binary-file.ts";
import { guessEncoding, type Encoding } from "./guess-encoding.ts";
import { told, type Told } from "#shared/language/told.ts";

/** A text file's characters, and how they were had. */
export interface DecodedText {
  /** Story text (see `cleanText`): lines end with `\n`, and there is no byte order mark. */
  readonly text: string;
  /** As a person calls it: "UTF-8", "Windows-1252". */
  readonly encoding: string;
  /** What the person should know, in sentences. */
  readonly warnings: readonly Told[];
}

const UTF_8: Encoding = { label: "utf-8", name: "UTF-8" };
const UTF_16_LE: Encoding = { label: "utf-16le", name: "UTF-16 LE" };
const UTF_16_BE: Encoding = { label: "utf-16be", name: "UTF-16 BE" };

const UTF_16_SAMPLE = 4096;
const SPACE = 0x20;
const REPLACEMENT = /\uFFFD/g;
const BEYOND_ASCII = /[^\u0000-\u007F]/g;
const DAMAGED_SHARE = 0.1;
const PAGE_ENDS = /[\u000B\u000C]/g;

/** Refuses a file of more than `INTAKE_MAX_BYTES`, naming both sizes. */
function tooLarge(name: string, bytes: number): Failure | null {
  if (bytes <= INTAKE_MAX_BYTES) return null;
  return failure("too-large", told("largeCopy", { name, bytes, mostBytes: INTAKE_MAX_BYTES }), name);
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return UTF_8;
  if (first === 0xff && second === 0xfe) return UTF_16_LE;
  if (first === 0xfe && second === 0xff) return UTF_16_BE;
  return null;
}

/** UTF-16 with no mark shows in its spaces and line ends: every other byte of them is zero. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 === 1) return null;
  const sample = bytes.subarray(0, UTF_16_SAMPLE);
  let little = 0;
  let big = 0;
  let littleSpaces = 0;
  let bigSpaces = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const even = sample[at] ?? 0;
    const odd = sample[at + 1] ?? 0;
    if (even === 0 && odd === 0) return null;
    if (odd === 0 && isPlain(even)) little += 1;
    if (even === 0 && isPlain(odd)) big += 1;
    if (odd === 0 && even === SPACE) littleSpaces += 1;
    if (even === 0 && odd === SPACE) bigSpaces += 1;
  }
  const pairs = sample.length / 2;
  if ((little > pairs * 0.4 || littleSpaces > pairs * 0.05) && big < pairs * 0.05) return UTF_16_LE;
  return (big > pairs * 0.4 || bigSpaces > pairs * 0.05) && little < pairs * 0.05 ? UTF_16_BE : null;
}

function isPlain(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding.label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

interface Decoding {
  readonly text: string;
  readonly encoding: Encoding;
  readonly warnings: readonly Told[];
}

function damagedPlaces(name: string, text: string, encoding: Encoding): readonly Told[] {
  const damaged = text.match(REPLACEMENT)?.length ?? 0;
  if (damaged === 0) return [];
  return [told("damagedCopy", { name, encoding: encoding.name, places: damaged })];
}

/**
 * UTF-8 in which another program wrote half characters (surrogates, U+D800 to U+DFFF) as if they were
 * whole ones: � stands for each, and the rest is UTF-8 to the letter. Null for anything else.
 */
function utf8WithHalves(name: string, bytes: Uint8Array): Decoding | null {
  const mended = bytes.slice();
  let halves = 0;
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    const [second = 0, third = 0] = bytes.subarray(at + 1, at + 3);
    if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue;
    mended.set([0xef, 0xbf, 0xbd], at);
    halves += 1;
  }
  const text = halves === 0 ? null : decodeStrictly(mended, UTF_8);
  return text === null ? null : { text, encoding: UTF_8, warnings: damagedPlaces(name, text, UTF_8) };
}

/** UTF-8 that was cut or spoilt in a few places is still UTF-8: guessing would spoil every accent in it. */
function damagedUtf8(name: string, bytes: Uint8Array): Decoding | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const beyondAscii = text.match(BEYOND_ASCII)?.length ?? 0;
  const damaged = text.match(REPLACEMENT)?.length ?? 0;
  if (beyondAscii - damaged < 3 || damaged > beyondAscii * DAMAGED_SHARE) return null;
  return { text, encoding: UTF_8, warnings: damagedPlaces(name, text, UTF_8) };
}

function guessed(name: string, bytes: Uint8Array): Decoding {
  const encoding = guessEncoding(bytes);
  const text = new TextDecoder(encoding.label).decode(bytes);
  const warning = told("guessedEncoding", { name, encoding: encoding.name });
  return { text, encoding, warnings: [warning, ...damagedPlaces(name, text, encoding)] };
}

function decodeAs(name: string, bytes: Uint8Array, encoding: Encoding): Decoding {
  const text = new TextDecoder(encoding.label).decode(bytes);
  return { text, encoding, warnings: damagedPlaces(name, text, encoding) };
}

/** Story text of any string, with a sentence where characters had to be dropped. A page end counts as a line end. */
export function cleanCopy(raw: string): { readonly text: string; readonly warnings: readonly Told[] } {
  const { text, lost, halves } = cleanText(raw.replace(PAGE_ENDS, "\n"));
  const dropped = lost - halves;
  return {
    text,
    warnings: [
      ...(dropped > 0 ? [told("codesDropped", { count: dropped })] : []),
      ...(halves > 0 ? [told("halvesReplaced", { count: halves })] : []),
    ],
  };
}

/**
 * Reads the bytes of a text file: UTF-8, UTF-16 with or without its mark, else the likeliest older
 * encoding, with a warning that says so. `name` is the file's, for the sentences. Gives
 * `empty-file` (no bytes or only white space), `too-large` and `unsupported-file` (not text,
 * naming what it is where that can be told); never throws.
 */
export async function decodeText(name: string, bytes: Uint8Array): Promise<Result<DecodedText, Failure>> {
  if (bytes.length === 0) return failed(failure("empty-file", told("emptyCopy", { name }), name));
  const large = tooLarge(name, bytes.length);
  if (large !== null) return failed(large);
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked === null) {
    const what = await whatInstead(bytes);
    if (what !== null) {
      const sentence =
        what === "binary" ? told("binaryCopy", { name }) : told("otherCopy", { name, like: what });
      return failed(failure("unsupported-file", sentence, name));
    }
  }
  const decoding = marked === null ? unmarked(name, bytes) : decodeAs(name, bytes, marked);
  const clean = cleanCopy(decoding.text);
  if (clean.text.trim() === "") return failed(failure("empty-file", told("blankCopy", { name }), name));
  return ok({
    text: clean.text,
    encoding: decoding.encoding.name,
    warnings: [...decoding.warnings, ...clean.warnings],
  });
}

function unmarked(name: string, bytes: Uint8Array): Decoding {
  const utf8 = decodeStrictly(bytes, UTF_8);
  if (utf8 !== null) return { text: utf8, encoding: UTF_8, warnings: [] };
  return utf8WithHalves(name, bytes) ?? damagedUtf8(name, bytes) ?? guessed(name, bytes);
}
