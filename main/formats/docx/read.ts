import { noteIdsOf } from "#shared/changes/index.ts";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { WORD_MAX_BYTES } from "#shared/contract/limits.ts";
import { DOCUMENT_SCHEMA, type Note, type StoryDocument } from "#shared/document/index.ts";
import { told, type Told } from "#shared/language/told.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { ChangeStamps } from "./reading/change-stamps.ts";
import { TooMuchUnpacked } from "./reading/package-parts.ts";
import { wordBlocks, type WordBlock } from "./reading/word-blocks.ts";
import { wordNotes } from "./reading/word-comments.ts";
import { wordPackage, type WordPackage } from "./reading/word-package.ts";
import { wordPictures, type WordPictures } from "./reading/word-pictures.ts";
import { wordStyles } from "./reading/word-styles.ts";
import { wordText, type WordText } from "./reading/word-text.ts";
import { textIn, childOf } from "./reading/xml-tree.ts";

/** A Word document as a story: its text with the open changes of its authors, its comments as notes. */
export interface WordStory {
  /** Its photos are without their pictures, which are in no archive yet. */
  readonly document: StoryDocument;
  readonly pictures: WordPictures;
  /** True where Stet wrote the file: its styles say of every line what it is. */
  readonly isOurs: boolean;
  /** What did not come along, in sentences; of the pictures {@link WordPictures} says it. */
  readonly warnings: readonly Told[];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of Word's files before 2007, and of those that a password is on. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED = "EncryptedPackage";

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** True where bytes begin as a Word document does, whatever the file is called. */
export function mayBeWord(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP) || startsWith(bytes, COMPOUND);
}

function refused(code: Failure["code"], sentence: Told, name: string): Result<never, Failure> {
  return failed(failure(code, sentence, name));
}

async function openPackage(name: string, bytes: Uint8Array): Promise<Result<WordPackage | null, Failure>> {
  if (startsWith(bytes, COMPOUND)) {
    const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      ENCRYPTED,
      0,
      "utf16le",
    );
    return refused("unsupported-file", told(isLocked ? "lockedWord" : "oldWord", { name }), name);
  }
  if (bytes.length > WORD_MAX_BYTES) {
    return refused(
      "too-large",
      told("largeWord", { name, bytes: bytes.length, mostBytes: WORD_MAX_BYTES }),
      name,
    );
  }
  try {
    const opened = await wordPackage(bytes);
    if (opened === "other") return ok(null);
    if (opened === "macros") return refused("unsupported-file", told("macroWord", { name }), name);
    return ok(opened);
  } catch (cause) {
    if (cause instanceof TooMuchUnpacked) return refused("too-large", told("swollenWord", { name }), name);
    return refused("broken-file", told("brokenWord", { name }), name);
  }
}

/** When the file was last written, for changes that do not say when they were made. */
function writtenAt({ coreProperties }: WordPackage, otherwise: string): string {
  const modified = childOf(coreProperties ?? undefined, "?:modified");
  const at = modified ? Date.parse(textIn(modified)) : NaN;
  return Number.isNaN(at) ? otherwise : new Date(at).toISOString();
}

/** Each note on what holds it: letters, else a whole block, else nothing any more. */
function placedNotes(notes: readonly Note[], blocks: readonly WordBlock[]): readonly Note[] {
  const onText = new Set(blocks.flatMap(({ block }) => noteIdsOf(block)));
  return notes.map((note) => {
    if (note.orphan || onText.has(note.id)) return note;
    const on = blocks.find((one) => one.notes.includes(note.id));
    return on ? { ...note, block: on.block.id } : { ...note, orphan: { quote: "" } };
  });
}

function leftOut({ left }: WordText): readonly Told[] {
  const { hidden, numbers, codes, symbols } = left;
  return [
    ...(numbers > 0 ? [told("wordNumbersLeft", { count: numbers })] : []),
    ...(hidden > 0 ? [told("wordHiddenLeft")] : []),
    ...(symbols > 0 ? [told("wordSymbolsLeft", { count: symbols })] : []),
    ...(codes > 0 ? [told("codesDropped", { count: codes })] : []),
  ];
}

/**
 * Reads a Word document (ECMA-376, transitional or strict): paragraphs by their styles, marks, links,
 * tracked changes by their authors and comments. Null where the bytes are another kind of zip.
 * Gives `unsupported-file` (a password, macros, a Word before 2007), `too-large` (packed or unpacked),
 * `broken-file`, `empty-file`; never throws. `readAt` is the time of changes that have none.
 */
export async function readWord(
  name: string,
  bytes: Uint8Array,
  readAt: string,
): Promise<Result<WordStory | null, Failure>> {
  const opened = await openPackage(name, bytes);
  if (!opened.ok || opened.value === null) return opened.ok ? ok(null) : opened;
  const file = opened.value;
  const otherwise = writtenAt(file, readAt);
  const notes = wordNotes(file, otherwise);
  const text = wordText({
    file,
    styles: wordStyles(file.styles),
    stamps: new ChangeStamps(otherwise),
    anchors: notes.anchors,
  });
  const blocks = wordBlocks(text);
  if (blocks.length === 0) return refused("empty-file", told("blankCopy", { name }), name);
  const placed = placedNotes(notes.notes, blocks);
  return ok({
    document: {
      schema: DOCUMENT_SCHEMA,
      blocks: blocks.map(({ block }) => block),
      ...(placed.length > 0 ? { notes: placed } : {}),
    },
    pictures: await wordPictures(text, blocks, file.readPicture),
    isOurs: text.isOurs,
    warnings: leftOut(text),
  });
}
