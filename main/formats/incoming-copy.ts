import type { Failure } from "#shared/contract/failures.ts";
import type { Incoming, ReadKind, Reading } from "#shared/contract/intake.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { ok, type Result } from "#shared/rpc/result.ts";
import { NO_PICTURES, type ArchivedPictures, type CarriedPictures } from "./carried-pictures.ts";
import { mayBeWord } from "./docx/read.ts";
import { wordCopy } from "./docx/word-copy.ts";
import { readCopy, storyFromReading } from "./plain-text/read.ts";

/** The media type of copy that is text and nothing else. */
export const PLAIN_TEXT = "text/plain";

/** Copy that came in, as it was understood. The reading says nothing of its pictures: what becomes of them is not the file's to say. */
export interface IncomingCopy {
  readonly reading: Reading;
  readonly mediaType: string;
  readonly carried: CarriedPictures;
  /**
   * The story that it makes; `kinds` says, by index of the part, what the person changed. Without its
   * pictures in the archive it is a story to be compared: its photos are captions.
   */
  readonly asStory: (kinds: Readonly<Record<string, ReadKind>>, archived?: ArchivedPictures) => StoryDocument;
}

/** Reads copy that was pasted or came as a file, by what its bytes are and whatever it is called. Gives what `intake.read` gives; never throws. */
export async function readIncoming(
  incoming: Incoming,
  readAt: string,
): Promise<Result<IncomingCopy, Failure>> {
  if (incoming.from === "file" && mayBeWord(incoming.bytes)) {
    const word = await wordCopy(incoming.name, incoming.bytes, readAt);
    if (!word.ok) return word;
    if (word.value !== null) return ok(word.value);
  }
  const read = await readCopy(incoming);
  if (!read.ok) return read;
  const reading = read.value;
  return ok({
    reading,
    mediaType: PLAIN_TEXT,
    carried: NO_PICTURES,
    asStory: (kinds) => storyFromReading(reading, kinds).document,
  });
}

/** The text of copy, to be read beside the story that was made of it: also what is no part of the story. */
export function textOfCopy({ reading }: IncomingCopy): string {
  return reading.parts
    .filter(({ text, reason }) => text !== "" && reason !== "struck out in the file")
    .map(({ text }) => text)
    .join("\n\n");
}
